import type { Ask } from '../question/ask.ts';
import { estimateCarbon, type CarbonShipment } from '../carbon/estimate.ts';
import type { MethodRun } from '../candidates/methodRun.ts';
import type { Plan } from '../solver/problem.ts';
import { minutesAt } from '../question/making.ts';
import { workMs } from '../time/openHours.ts';
import { MINUTE_MS } from '../time/zoneClock.ts';
import type { CarbonEstimate, PlannedShipment } from '../model/types.ts';
import { LineWriter } from './lineWriter.ts';

/** Service number of a shipment that is collected where the stock is. */
export const LOCAL = -1;

/** A plan written out: what each shipment is, its carbon, and what holds for all of them together. */
export interface WrittenPlan {
  readonly shipments: readonly PlannedShipment[];
  /** Without the customer's own trip. */
  readonly carbon: CarbonEstimate;
  readonly costMinor: number;
  readonly earliestMs: number;
  readonly latestMs: number;
  readonly orderByMs: number;
  readonly confidence: number;
  readonly parcels: number;
}

/** One plan is written at a time. */
const lineWriter = new LineWriter();

/** Writes a plan out of the scratch before the next method overwrites it. @param toId the store it is collected at. */
export function writePlan(run: MethodRun, plan: Plan, toId: string | null): WrittenPlan {
  const { ask, scratch, lanes } = run;
  lineWriter.begin(ask, scratch);
  const shipments: PlannedShipment[] = [];
  const carbon: CarbonShipment[] = [];
  let costMinor = 0;
  let earliestMs = -Infinity;
  let latestMs = -Infinity;
  let orderByMs = Infinity;
  let confidence = 1;
  let parcels = 0;
  for (let m = 0; m < plan.columns.length; m++) {
    const c = plan.columns[m]!;
    const written = writeShipment(run, c, plan.units[m]!);
    const shipment = toId === null ? written : shipTo(written, toId);
    shipments.push(shipment);
    costMinor += shipment.cost.amountMinor;
    earliestMs = Math.max(earliestMs, shipment.earliestMs);
    latestMs = Math.max(latestMs, shipment.latestMs);
    orderByMs = Math.min(orderByMs, shipment.orderByMs);
    confidence *= shipment.confidence;
    parcels += shipment.parcels;
    const s = scratch.colService[c]!;
    const l = scratch.rowLocation[scratch.colRow[c]!]!;
    carbon.push({
      service: s === LOCAL ? null : ask.index.services[s]!,
      distanceKm: s === LOCAL ? 0 : lanes.distance[ask.index.laneOf(l, s)]!,
      weightKg: shipment.weightKg,
      transfer: toId !== null,
    });
  }
  const estimate = estimateCarbon(carbon, ask.policy.factors);
  return { shipments, carbon: estimate, costMinor, earliestMs, latestMs, orderByMs, confidence, parcels };
}

/** A shipment with its place of collection. Field by field: a spread of so many costs several times as much. */
export function shipTo(s: PlannedShipment, toId: string): PlannedShipment {
  return {
    locationId: s.locationId,
    serviceId: s.serviceId,
    carrier: s.carrier,
    lines: s.lines,
    startMs: s.startMs,
    readyMs: s.readyMs,
    dispatchMs: s.dispatchMs,
    earliestMs: s.earliestMs,
    latestMs: s.latestMs,
    orderByMs: s.orderByMs,
    handlingMinutes: s.handlingMinutes,
    transitDays: s.transitDays,
    parcels: s.parcels,
    weightKg: s.weightKg,
    cost: s.cost,
    confidence: s.confidence,
    toId,
  };
}

function writeShipment(run: MethodRun, c: number, units: readonly number[]): PlannedShipment {
  const { ask, scratch, lanes } = run;
  const { index } = ask;
  const row = scratch.colRow[c]!;
  const l = scratch.rowLocation[row]!;
  const s = scratch.colService[c]!;
  const service = s === LOCAL ? null : index.services[s]!;
  let weightKg = 0;
  let count = 0;
  for (let i = 0; i < units.length; i++) {
    weightKg += units[i]! * ask.cart.items[i]!.kg;
    count += units[i]!;
  }
  const startMs = scratch.rowStart[row]!;
  const work = index.handlingMs[l]!;
  const lane = s === LOCAL ? -1 : index.laneOf(l, s);
  const fixed = index.handlingCost[l]! + (lane < 0 ? 0 : lanes.costFixed[lane]!);
  const cost = fixed + count * index.unitCost[l]! + (lane < 0 ? 0 : lanes.costPerKg[lane]! * weightKg);
  return {
    locationId: index.locations[l]!.id,
    serviceId: service === null ? null : service.id,
    carrier: service === null ? null : service.carrier,
    lines: lineWriter.write(l, units),
    startMs,
    readyMs: index.hours[l]!.addWork(startMs, work),
    dispatchMs: scratch.colDispatch[c]!,
    earliestMs: earliest(run, c, lane),
    latestMs: scratch.colLatest[c]!,
    orderByMs: orderBy(ask, l, scratch.colLastStart[c]!),
    handlingMinutes: Math.round(work / MINUTE_MS),
    transitDays: lane < 0 ? 0 : lanes.latestDays(lane),
    parcels: s === LOCAL ? 0 : parcelsOf(weightKg, index.serviceTable.limits[s]?.maxParcelKg),
    weightKg,
    cost: { amountMinor: Math.round(cost * (ask.network.rate(ask.currency) ?? 1)), currency: ask.currency },
    confidence: lane < 0 ? ask.policy.set.keptTarget : lanes.confidence[lane]!,
  };
}

const parcelsOf = (kg: number, maxKg: number | undefined): number =>
  maxKg ? Math.max(1, Math.ceil(kg / maxKg)) : 1;

/** Last instant to order so that work still starts in time. */
function orderBy(ask: Ask, l: number, lastStart: number): number {
  const custom = ask.cart.customised ? minutesAt(ask.cart.making, ask.index.locations[l]!) : undefined;
  const start = custom === undefined ? lastStart : ask.index.hours[l]!.latestStart(lastStart, workMs(custom));
  return start - ask.index.releaseMs;
}

/** Earliest arrival at the fast quantile; the promised instant itself where transit is minutes or none. */
function earliest({ ask, scratch, lanes }: MethodRun, c: number, lane: number): number {
  const latest = scratch.colLatest[c]!;
  if (lane < 0) return latest;
  const { index } = ask;
  const s = scratch.colService[c]!;
  const dispatch = scratch.colDispatch[c]!;
  if (index.serviceTable.isCourier[s] === 1)
    return Math.min(latest, dispatch + index.services[s]!.courier!.baseMinutes * MINUTE_MS);
  const l = scratch.rowLocation[scratch.colRow[c]!]!;
  const dispatchDay = index.hours[l]!.clock.dayOf(dispatch);
  const day = lanes.calendars[s]!.arrival(dispatchDay, lanes.earliest[lane]!);
  const at = lanes.clock.at(Math.min(day, scratch.colDay[c]!), lanes.fromMinute[s]!);
  return Math.min(latest, Math.max(at, dispatch));
}
