import type { Random } from '../../platform/random/random.ts';
import { taxWithin } from '../../subgraphs/orders/domain/ledger/apportion.ts';
import type { LedgerEvent, LineUnits } from '../../subgraphs/orders/domain/ledger/events.ts';
import { hasLeft, isOpen, type Run, type Source } from '../../subgraphs/orders/domain/ledger/ledger.ts';
import { deliveryLot } from '../../subgraphs/orders/domain/ledger/lots.ts';
import { authorise } from './placeOrder.ts';
import type { KeptUnits } from './wayChange.ts';
import type { World } from './world.ts';

const places = ['PARIS', 'LYON', 'BERLIN'] as const;

/** Somebody wants what has not left to go another way: whoever holds it is asked to give it up. */
export function changeWay(world: World): void {
  const { runs, confirmed } = world.ledger;
  // Nobody holds what is still being planned.
  if (!confirmed || world.change !== undefined || world.planned.length > 0) return;
  if (runs.some((run) => hasLeft(run.place) || run.askId !== undefined)) return;
  const units = openUnits(runs);
  if (units.length === 0) return;
  const askId = world.id('way');
  world.change = { askId, kept: [], refused: false, answered: false };
  world.apply([{ type: 'CancelAsked', data: { causeId: askId, askId, units } }]);
}

function openUnits(runs: readonly Run[]): LineUnits[] {
  const sums = new Map<string, number>();
  for (const { lineId, place, from, to } of runs)
    if (isOpen(place)) sums.set(lineId, (sums.get(lineId) ?? 0) + to - from);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
}

/** Once the order has heard of all that was given up, it goes the new way, or as before if something had left. */
export function endChange(world: World, random: Random): void {
  const { change } = world;
  if (change === undefined || !change.answered) return;
  const asked = world.ledger.runs.filter((run) => run.askId === change.askId);
  if (!asked.every((run) => isOpen(run.place) && run.handedBack === true)) return;
  if (asked.reduce((sum, run) => sum + run.to - run.from, 0) !== unitsIn(change.kept)) return;
  world.change = undefined;
  const plan = change.refused ? change.kept : planAnew(world, random, change.kept);
  const causeId = change.askId;
  const sources = plan.map(({ lineId, quantity, ...where }) => ({
    lineId,
    quantity,
    source: sourceOf(where),
  }));
  const events: LedgerEvent[] = [{ type: 'Resourced', data: { causeId, askId: causeId, sources } }];
  if (!change.refused) events.push(anotherDelivery(random, causeId));
  world.apply(events);
  if (random.int(4) > 0) authorise(world, random);
  for (const place of new Set(plan.map(({ locationId }) => locationId)))
    world.locations.takeOn(
      place,
      plan.filter(({ locationId }) => locationId === place),
    );
}

const unitsIn = (units: readonly KeptUnits[]): number => units.reduce((sum, each) => sum + each.quantity, 0);

const sourceOf = ({ locationId, awaited }: { locationId: string; awaited: boolean }): Source =>
  awaited ? { locationId, receiptId: 'R1', awaited } : { locationId, awaited };

/** Some units move within the reservation, others stay where they are. */
function planAnew(world: World, random: Random, kept: readonly KeptUnits[]): KeptUnits[] {
  return kept.map((units) => {
    if (random.int(2) === 0) return units;
    const { locationId, lineId, quantity, awaited } = units;
    const to = random.pick(places);
    world.stock.release(locationId, lineId, quantity, awaited);
    world.stock.stocked(to, lineId, quantity);
    world.stock.reserve(to, lineId, quantity, false);
    return { locationId: to, lineId, quantity, awaited: false };
  });
}

function anotherDelivery(random: Random, causeId: string): LedgerEvent {
  const amountMinor = random.int(3) === 0 ? 0 : random.int(1_500);
  const taxMinor = taxWithin(amountMinor, 2000);
  const lot = deliveryLot({ lotId: `delivery:${causeId}`, amountMinor, taxMinor });
  return { type: 'DeliveryReplaced', data: { causeId, lot } };
}
