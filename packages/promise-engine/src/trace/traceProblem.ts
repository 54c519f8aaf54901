import type { MethodRun } from '../candidates/methodRun.ts';
import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig } from '../model/networkConfig.ts';
import { solveOptions } from '../plans/methodPlan.ts';
import type { Plan } from '../solver/problem.ts';
import { MINUTE_MS } from '../time/zoneClock.ts';
import type { TraceCandidate } from '../model/traceTypes.ts';
import { ruleMask, type Ask } from '../question/ask.ts';
import { capacityOf, stockOf } from './traceFacts.ts';
import { refusedCandidates } from './traceRefusals.ts';

/** Writes the solved problem down: every candidate with what decided about it, and the answer. */
export function traceProblem(run: MethodRun, plan: Plan | null, pickupId?: string): void {
  const { ask, scratch, method, refusals } = run;
  const options = solveOptions(run);
  const candidates: TraceCandidate[] = [];
  for (let c = 0; c < scratch.columns; c++) candidates.push(candidate(run, c, plan));
  ask.tracer!.problems.push({
    code: method.code,
    methodType: method.methodType,
    ...(pickupId === undefined ? {} : { pickupId }),
    lines: ask.cart.items.map((i) => ({ sku: i.sku, quantity: i.need, weightKg: i.kg })),
    maxShipments: options.maxShipments,
    splitLines: ask.policy.set.splitLines,
    splitScore: options.splitScore,
    effort: options.effort,
    latenessPerDay: options.lateScore,
    atMs: ask.at,
    candidates,
    refused: refusedCandidates(ask, refusals.takeNotes()),
    answer: plan && {
      score: plan.score,
      lowerBound: plan.lowerBound,
      latestMs: plan.columns.reduce((max, c) => Math.max(max, scratch.colLatest[c]!), -Infinity),
      sends: plan.columns.map((c, m) => ({ candidate: c, units: plan.units[m]! })),
    },
  });
}

function candidate(run: MethodRun, c: number, plan: Plan | null): TraceCandidate {
  const { ask, scratch, vectors, method, lanes } = run;
  const { index } = ask;
  const row = scratch.colRow[c]!;
  const l = scratch.rowLocation[row]!;
  const s = scratch.colService[c]!;
  const hours = index.hours[l]!;
  const adjust = vectors.adjust?.get(l);
  const width = scratch.width;
  const lane = index.laneOf(l, s);
  return {
    locationId: index.locations[l]!.id,
    serviceId: s < 0 ? null : index.services[s]!.id,
    verdict: plan?.columns.includes(c) ? 'CHOSEN' : 'CANDIDATE',
    stock: ask.cart.items.map((item) => stockOf(ask, item.sku, l)),
    available: Array.from(scratch.avail.subarray(row * width, row * width + width)),
    startMs: scratch.rowStart[row]!,
    handlingMinutes: index.handlingMs[l]! / MINUTE_MS,
    readyMs: hours.addWork(scratch.rowStart[row]!, index.handlingMs[l]!),
    orderByMs: scratch.colLastStart[c]! - index.releaseMs,
    dispatchMs: scratch.colDispatch[c]!,
    ...capacityOf(ask, l, hours.clock.dayOf(scratch.colDispatch[c]!)),
    ...(s < 0 || index.services[s]!.courier
      ? {}
      : {
          transit: {
            target: ask.policy.set.keptTarget,
            earliestDays: lanes.earliest[lane]!,
            latestDays: lanes.latestDays(lane),
            basis: lanes.basis[lane] ?? 'table',
            confidence: lanes.confidence[lane]!,
          },
        }),
    latestMs: scratch.colLatest[c]!,
    lateDays: scratch.colLate[c]!,
    score: { fixed: scratch.colFixed[c]!, perKg: scratch.colPerKg[c]!, perUnit: scratch.colPerUnit[c]! },
    cost: {
      fixed: index.handlingCost[l]! + (s < 0 ? 0 : lanes.costFixed[lane]!),
      perKg: s < 0 ? 0 : lanes.costPerKg[lane]!,
      perUnit: index.unitCost[l]!,
    },
    ...carbonOf(lanes, lane, s),
    ...penaltyOf(ask, method, l, s),
    capUnits: scratch.colCap[c]!,
    ...(adjust ? { unitAdjust: [...adjust] } : {}),
  };
}

/** Emissions of a shipment by a service; none where the customer collects the goods. */
function carbonOf(lanes: Lanes, lane: number, s: number): Pick<TraceCandidate, 'carbon'> {
  if (s < 0) return {};
  const [fixedGrams, gramsPerKg] = [lanes.gramsFixed[lane]!, lanes.gramsPerKg[lane]!];
  return { carbon: { fixedGrams, gramsPerKg, distanceKm: lanes.distance[lane]! } };
}

/** What the rules add to the price of using a location, if any of them does. */
function penaltyOf(ask: Ask, method: MethodConfig, l: number, s: number): Pick<TraceCandidate, 'penalty'> {
  const mask = ruleMask(ask, method, s < 0 ? null : ask.index.services[s]!);
  const penalty = mask?.penalty?.[l] ?? 0;
  return penalty === 0 ? {} : { penalty };
}
