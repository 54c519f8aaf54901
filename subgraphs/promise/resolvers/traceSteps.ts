import type { DeliveryMethodType } from '@promesse/promise-engine/model/networkConfig';
import type {
  PromiseTrace,
  RefusalCode,
  TraceCandidate,
  TraceProblem,
  TraceRefusal,
  TraceRefusals,
} from '@promesse/promise-engine/model/traceTypes';

/** One thing looked at, as the graph tells it. */
export interface TraceStep {
  readonly kind: string;
  /** Null where a step is about every method. */
  readonly methodType: DeliveryMethodType | null;
  readonly locationId: string | null;
  readonly serviceCode: string | null;
  readonly detail: string;
  /** Of the step that decides about a candidate. */
  readonly verdict: 'CHOSEN' | 'CANDIDATE' | 'REFUSED' | null;
  readonly reason: RefusalCode | null;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** The engine's trace, told step by step: what was found at each location for each method, and the decision. */
export function traceSteps(trace: PromiseTrace): TraceStep[] {
  const { ruleSet, objective, factorSet, transitModel } = trace;
  const rules = `Rule set ${ruleSet.id} version ${ruleSet.version}, objective ${JSON.stringify(objective)}, factors ${factorSet}, transit ${transitModel}.`;
  return [
    step('RULE', null, null, rules),
    ...trace.problems.flatMap(problemSteps),
    ...refusalSteps('every method', trace.refused),
  ];
}

const step = (
  kind: string,
  locationId: string | null,
  serviceCode: string | null,
  detail: string,
): TraceStep => ({
  ...{ kind, methodType: null, locationId, serviceCode, detail, verdict: null, reason: null },
});

function problemSteps(problem: TraceProblem): TraceStep[] {
  const { code, methodType, pickupId, candidates, answer } = problem;
  const where = pickupId === undefined ? code : `${code} at ${pickupId}`;
  const chosen = answer?.sends.map(
    ({ candidate, units }) => `${candidates[candidate]?.locationId}: ${units.join('+')} units`,
  );
  const decision =
    answer === null
      ? `${where}: no plan.`
      : `${where}: score ${answer.score.toFixed(1)}, latest ${iso(answer.latestMs)}; ${chosen?.join(', ')}.`;
  return [
    ...candidates.flatMap((candidate) => candidateSteps(where, candidate)),
    ...refusalSteps(where, withoutOtherLanes(problem)),
    step('DECISION', null, null, decision),
  ].map((each) => ({ ...each, methodType }));
}

/**
 * The refusals without those that only say that a service has other lanes for other places: the engine knows a service
 * once per lane, and of those lanes one at most begins at a place.
 */
function withoutOtherLanes({ candidates, refused }: TraceProblem): TraceRefusals {
  const pairOf = (locationId: string | null, serviceId: string | null): string =>
    `${locationId}|${serviceCode(serviceId)}`;
  const weighed = new Set(candidates.map((c) => pairOf(c.locationId, c.serviceId)));
  const told = new Set<string>();
  const first = refused.first.filter(({ locationId, serviceId, reason, atMs }) => {
    const pair = pairOf(locationId, serviceId);
    const same = `${pair}|${reason}|${atMs ?? ''}`;
    if (told.has(same) || (reason === 'NO_CARRIER_PICKUP' && weighed.has(pair))) return false;
    told.add(same);
    return true;
  });
  return { ...refused, first };
}

function candidateSteps(where: string, candidate: TraceCandidate): TraceStep[] {
  const { locationId, serviceId, verdict } = candidate;
  const code = serviceCode(serviceId);
  const say = (kind: string, detail: string): TraceStep =>
    step(kind, locationId, code, `${where}: ${detail}`);
  const steps = candidate.stock.map(({ sku, onHand, reserved, safetyStock, withheld, available }) =>
    say(
      'STOCK',
      `${sku}: ${onHand} on hand - ${reserved} reserved - ${safetyStock} safety - ${withheld} withheld = ${available} available.`,
    ),
  );
  const { startMs, readyMs, handlingMinutes, orderByMs, dispatchMs, capacity, transit, cost } = candidate;
  const { carbon, penalty, score } = candidate;
  if (startMs !== undefined && readyMs !== undefined)
    steps.push(
      say(
        'HANDLING',
        `work from ${iso(startMs)}, ${handlingMinutes ?? 0} minutes in opening hours, ready ${iso(readyMs)}.`,
      ),
    );
  if (orderByMs !== undefined) steps.push(say('CUT_OFF', `order by ${iso(orderByMs)}.`));
  if (dispatchMs !== undefined) steps.push(say('CALENDAR', `leaves ${iso(dispatchMs)}.`));
  if (capacity !== undefined)
    steps.push(
      say(
        'CAPACITY',
        `${capacity.used} of ${capacity.limit} ${capacity.unit.toLowerCase()} sold on ${capacity.date}.`,
      ),
    );
  if (transit !== undefined)
    steps.push(
      say(
        'TRANSIT',
        `${transit.earliestDays} to ${transit.latestDays} days at target ${transit.target} (${transit.basis}, true share ${transit.confidence.toFixed(3)}).`,
      ),
    );
  if (cost !== undefined)
    steps.push(
      say('COST', `${cost.fixed} fixed + ${cost.perKg} a kilogram + ${cost.perUnit} a unit, minor units.`),
    );
  if (carbon !== undefined)
    steps.push(
      say(
        'CARBON',
        `${carbon.fixedGrams.toFixed(1)} g a parcel + ${carbon.gramsPerKg.toFixed(1)} g a kilogram over ${carbon.distanceKm.toFixed(0)} km.`,
      ),
    );
  if (penalty !== undefined) steps.push(say('RULE', `rules add ${penalty} minor units.`));
  const weighed =
    score === undefined
      ? ''
      : `: score ${score.fixed.toFixed(1)} + ${score.perKg.toFixed(1)} a kilogram + ${score.perUnit.toFixed(1)} a unit`;
  return [...steps, { ...say('DECISION', `${verdict}${weighed}.`), verdict }];
}

/** A service of the graph is one engine service per lane, numbered after '#'. */
const serviceCode = (serviceId: string | null): string | null =>
  serviceId === null ? null : serviceId.slice(0, serviceId.lastIndexOf('#'));

/** Which part of the work a refusal belongs to; the others are decisions about the goods. */
const REFUSED_AT: Readonly<Partial<Record<RefusalCode, string>>> = {
  OUT_OF_STOCK: 'STOCK',
  NOT_ENOUGH_STOCK: 'STOCK',
  NO_STOCK_AT_STORE: 'STOCK',
  CUT_OFF_PASSED: 'CUT_OFF',
  TOO_LATE: 'CUT_OFF',
  LOCATION_CLOSED: 'CALENDAR',
  NO_CARRIER_PICKUP: 'CALENDAR',
  WINDOWS_SOLD: 'CALENDAR',
  BEYOND_HORIZON: 'CALENDAR',
  CAPACITY_SOLD: 'CAPACITY',
  NO_SERVICE_TO_DESTINATION: 'TRANSIT',
  OUT_OF_RADIUS: 'TRANSIT',
  STALE_DATA: 'TRANSIT',
  RULE_EXCLUDED: 'RULE',
};

/** Every refused place that is spelled out, and the count of all by reason. */
function refusalSteps(where: string, { first, counts }: TraceRefusals): TraceStep[] {
  const all = Object.entries(counts).map(([code, count]) => `${code} ${count}`);
  if (all.length === 0) return [];
  return [
    ...first.map((refusal) => refusalStep(where, refusal)),
    step('DECISION', null, null, `${where}: refused ${all.join(', ')}.`),
  ];
}

function refusalStep(where: string, refusal: TraceRefusal): TraceStep {
  const { locationId, serviceId, reason, ruleId, stock, atMs, capacity } = refusal;
  const parts = [
    ...(ruleId === undefined ? [] : [`rule ${ruleId}`]),
    ...(stock ?? []).map(({ sku, available }) => `${sku}: ${available} available`),
    ...(atMs === undefined ? [] : [`looked at ${iso(atMs)}`]),
    ...(capacity === undefined
      ? []
      : [`${capacity.used} of ${capacity.limit} ${capacity.unit.toLowerCase()} sold on ${capacity.date}`]),
  ];
  const detail = `${where}: REFUSED: ${[reason, ...parts].join(', ')}.`;
  const kind = REFUSED_AT[reason] ?? 'DECISION';
  return { ...step(kind, locationId, serviceCode(serviceId), detail), verdict: 'REFUSED', reason };
}
