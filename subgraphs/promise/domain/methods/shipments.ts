import type { Ask } from '../candidates/ask.ts';
import type { Scratch } from '../candidates/scratch.ts';
import { estimateCarbon, type CarbonShipment } from '../carbon/estimate.ts';
import type { Lanes } from '../network/lanes.ts';
import type { Plan } from '../solver/problem.ts';
import { workMs } from '../time/openHours.ts';
import { MINUTE_MS } from '../time/zoneClock.ts';
import type { CarbonEstimate, PlannedLine, PlannedShipment } from '../types.ts';

/** Service number of a shipment that is collected where the stock is. */
export const LOCAL = -1;

/** A plan written out: what each shipment is, and its carbon. */
export interface WrittenPlan {
  readonly shipments: readonly PlannedShipment[];
  /** Without the customer's own trip. */
  readonly carbon: CarbonEstimate;
  readonly costMinor: number;
}

/** Writes a plan out of the scratch before the next method overwrites it. */
export function writePlan(
  ask: Ask,
  scratch: Scratch,
  lanes: Lanes,
  plan: Plan,
  toId: string | null,
): WrittenPlan {
  const taken = ask.cart.items.map((item) => item.lines.map((line) => line.quantity));
  const shipments: PlannedShipment[] = [];
  const carbon: CarbonShipment[] = [];
  let costMinor = 0;
  plan.columns.forEach((c, m) => {
    const shipment = writeShipment(ask, scratch, lanes, c, plan.units[m]!, taken, toId);
    shipments.push(shipment);
    costMinor += shipment.cost.amountMinor;
    const s = scratch.colService[c]!;
    const l = scratch.rowLocation[scratch.colRow[c]!]!;
    carbon.push({
      service: s === LOCAL ? null : ask.index.services[s]!,
      distanceKm: s === LOCAL ? 0 : lanes.distance[laneOf(ask, l, s)]!,
      weightKg: shipment.weightKg,
      transfer: toId !== null && ask.network.findLocation(toId) !== undefined,
    });
  });
  return { shipments, carbon: estimateCarbon(carbon, null, ask.policy.factors), costMinor };
}

const laneOf = (ask: Ask, l: number, s: number): number =>
  ask.index.originOf[l]! * ask.index.services.length + s;

function writeShipment(
  ask: Ask,
  scratch: Scratch,
  lanes: Lanes,
  c: number,
  units: readonly number[],
  taken: number[][],
  toId: string | null,
): PlannedShipment {
  const { index } = ask;
  const row = scratch.colRow[c]!;
  const l = scratch.rowLocation[row]!;
  const s = scratch.colService[c]!;
  const location = index.locations[l]!;
  const service = s === LOCAL ? null : index.services[s]!;
  let weightKg = 0;
  let count = 0;
  for (let i = 0; i < units.length; i++) {
    weightKg += units[i]! * ask.cart.items[i]!.kg;
    count += units[i]!;
  }
  const startMs = scratch.rowStart[row]!;
  const lane = s === LOCAL ? -1 : laneOf(ask, l, s);
  const fixed = index.handlingCost[l]! + (lane < 0 ? 0 : lanes.costFixed[lane]!);
  const cost = fixed + count * index.unitCost[l]! + (lane < 0 ? 0 : lanes.costPerKg[lane]! * weightKg);
  const maxKg = service?.limits?.maxParcelKg;
  const shipment: PlannedShipment = {
    locationId: location.id,
    serviceId: service?.id ?? null,
    carrier: service?.carrier ?? null,
    lines: writeLines(ask, scratch, l, units, taken),
    startMs,
    readyMs: index.hours[l]!.addWork(startMs, index.handlingMs[l]!),
    dispatchMs: scratch.colDispatch[c]!,
    earliestMs: earliest(ask, scratch, lanes, c, lane),
    latestMs: scratch.colLatest[c]!,
    orderByMs: orderBy(ask, l, scratch.colLastStart[c]!),
    handlingMinutes: Math.round(index.handlingMs[l]! / MINUTE_MS),
    transitDays: lane < 0 ? 0 : lanes.latestDays(lane),
    parcels: service === null ? 0 : maxKg ? Math.max(1, Math.ceil(weightKg / maxKg)) : 1,
    weightKg,
    cost: { amountMinor: Math.round(cost * (ask.network.rate(ask.currency) ?? 1)), currency: ask.currency },
    confidence: lane < 0 ? ask.policy.set.keptTarget : lanes.confidence[lane]!,
  };
  return toId === null ? shipment : { ...shipment, toId };
}

/** Last instant to order so that work still starts in time. */
function orderBy(ask: Ask, l: number, lastStart: number): number {
  const custom = ask.cart.customised ? ask.index.locations[l]!.customisationMinutes : undefined;
  const start = custom === undefined ? lastStart : ask.index.hours[l]!.latestStart(lastStart, workMs(custom));
  return start - ask.index.releaseMs;
}

/** Earliest arrival at the fast quantile; the promised instant itself where transit is minutes or none. */
function earliest(ask: Ask, scratch: Scratch, lanes: Lanes, c: number, lane: number): number {
  const latest = scratch.colLatest[c]!;
  const s = scratch.colService[c]!;
  if (lane < 0) return latest;
  const l = scratch.rowLocation[scratch.colRow[c]!]!;
  const service = ask.index.services[s]!;
  if (service.courier)
    return Math.min(latest, scratch.colDispatch[c]! + service.courier.baseMinutes * MINUTE_MS);
  const dispatchDay = ask.index.hours[l]!.clock.dayOf(scratch.colDispatch[c]!);
  const day = lanes.calendars[s]!.arrival(dispatchDay, lanes.earliest[lane]!);
  const at = lanes.clock.at(Math.min(day, scratch.colDay[c]!), lanes.fromMinute[s]!);
  return Math.min(latest, Math.max(at, scratch.colDispatch[c]!));
}

/** Hands a shipment's units to the cart's lines in their order. */
function writeLines(
  ask: Ask,
  scratch: Scratch,
  l: number,
  units: readonly number[],
  taken: number[][],
): PlannedLine[] {
  const lines: PlannedLine[] = [];
  units.forEach((amount, i) => {
    const item = ask.cart.items[i]!;
    const rest = taken[i]!;
    const now =
      l < scratch.stamp.length && scratch.stamp[l] === scratch.generation
        ? scratch.avail[l * scratch.width + i]!
        : 0;
    let left = amount;
    let fromShelf = Math.min(amount, now);
    item.lines.forEach((line, n) => {
      const quantity = Math.min(left, rest[n]!);
      if (quantity === 0) return;
      const shelf = Math.min(quantity, fromShelf);
      fromShelf -= shelf;
      rest[n]! -= quantity;
      left -= quantity;
      lines.push({ lineId: line.lineId, sku: item.sku, quantity, backordered: quantity - shelf });
    });
  });
  return lines;
}
