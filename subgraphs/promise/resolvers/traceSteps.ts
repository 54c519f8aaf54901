import type { PromiseTrace, TraceCandidate, TraceProblem } from '../domain/traceTypes.ts';

/** One thing looked at, as the graph tells it. */
export interface TraceStep {
  readonly kind: string;
  readonly methodType: null;
  readonly locationId: string | null;
  readonly serviceCode: string | null;
  readonly detail: string;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** The engine's trace, told step by step: what was found at each location for each method, and the decision. */
export function traceSteps(trace: PromiseTrace): TraceStep[] {
  const { ruleSet, objective, factorSet, transitModel } = trace;
  const rules = `Rule set ${ruleSet.id} version ${ruleSet.version}, objective ${JSON.stringify(objective)}, factors ${factorSet}, transit ${transitModel}.`;
  return [step('RULE', null, null, rules), ...trace.problems.flatMap(problemSteps)];
}

const step = (
  kind: string,
  locationId: string | null,
  serviceCode: string | null,
  detail: string,
): TraceStep => ({
  ...{ kind, methodType: null, locationId, serviceCode, detail },
});

function problemSteps(problem: TraceProblem): TraceStep[] {
  const { code, pickupId, candidates, answer } = problem;
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
    step('DECISION', null, null, decision),
  ];
}

function candidateSteps(where: string, candidate: TraceCandidate): TraceStep[] {
  const { locationId, serviceId, verdict, reason, ruleId } = candidate;
  const code = serviceId === null ? null : serviceId.slice(0, serviceId.lastIndexOf('#'));
  const say = (kind: string, detail: string): TraceStep =>
    step(kind, locationId, code, `${where}: ${detail}`);
  const steps = candidate.stock.map(({ sku, onHand, reserved, safetyStock, withheld, available }) =>
    say(
      'STOCK',
      `${sku}: ${onHand} on hand - ${reserved} reserved - ${safetyStock} safety - ${withheld} withheld = ${available} available.`,
    ),
  );
  const { startMs, readyMs, handlingMinutes, orderByMs, dispatchMs, capacity, transit, cost } = candidate;
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
  if (ruleId !== undefined) steps.push(say('RULE', `rule ${ruleId}.`));
  return [...steps, say('DECISION', reason === undefined ? `${verdict}.` : `${verdict}: ${reason}.`)];
}
