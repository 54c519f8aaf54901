import { isOpen, type Run } from './ledger/ledger.ts';
import type { OrderState } from './order.ts';

/** Units of a slot: a SKU at a location, on hand or awaited. */
export interface SlotUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future: boolean;
}

const slotOf = ({ sku, locationId, future }: SlotUnits): string => JSON.stringify([sku, locationId, future]);

/** Units added up by slot. */
function bySlot(units: readonly SlotUnits[]): Map<string, SlotUnits> {
  const slots = new Map<string, SlotUnits>();
  for (const unit of units) {
    const slot = slotOf(unit);
    slots.set(slot, { ...unit, quantity: unit.quantity + (slots.get(slot)?.quantity ?? 0) });
  }
  return slots;
}

/** What has to be taken and given back so that `wanted` is held in place of `held`: what stays where it is does not move. */
export function movesFor(held: readonly SlotUnits[], wanted: readonly SlotUnits[]) {
  const [before, after] = [bySlot(held), bySlot(wanted)];
  const beyond = (these: Map<string, SlotUnits>, those: Map<string, SlotUnits>): SlotUnits[] =>
    [...these].flatMap(([slot, unit]) => {
      const quantity = unit.quantity - (those.get(slot)?.quantity ?? 0);
      return quantity > 0 ? [{ ...unit, quantity }] : [];
    });
  return { release: beyond(before, after), take: beyond(after, before) };
}

/** Units on hand at locations that an order holds and that are still to be sent, as its ledger says. */
export function heldOnHand({ ledger, lines }: OrderState) {
  const skus = new Map(lines.map(({ lineId, sku }) => [lineId, sku]));
  const units = ledger.runs.filter(isHeld).map((run) => ({
    ...{ sku: skus.get(run.lineId) ?? '', locationId: run.source?.locationId ?? '', future: false },
    quantity: run.to - run.from,
  }));
  return [...bySlot(units).values()].map(({ sku, locationId, quantity }) => ({ sku, locationId, quantity }));
}

const isHeld = ({ place, source }: Run): boolean => isOpen(place) && source !== undefined && !source.awaited;

/** The planned shipments of units that were given up for a change, where they are held: to be worked on as before. */
export function shipmentsAsBefore(order: OrderState, askId: string): OrderState['shipments'] {
  const runs = order.ledger.runs.filter((run) => run.askId === askId && isOpen(run.place));
  const places = [...new Set(runs.map((run) => run.source?.locationId ?? ''))];
  return places.flatMap((locationId) => {
    const [first] = order.shipments;
    const plan = order.shipments.find((each) => each.locationId === locationId) ?? first;
    const here = runs.filter((run) => (run.source?.locationId ?? '') === locationId);
    if (plan === undefined || here.length === 0) return [];
    return [{ ...plan, locationId, lines: here.map((run) => plannedLine(order, run)) }];
  });
}

function plannedLine({ lines }: OrderState, { lineId, from, to, source }: Run) {
  const line = lines.find((each) => each.lineId === lineId);
  const made = line?.customisation === undefined ? {} : { customisation: line.customisation };
  return { lineId, sku: line?.sku ?? '', quantity: to - from, future: source?.awaited === true, ...made };
}
