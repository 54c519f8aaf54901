import type { Random } from '../../platform/random/random.ts';
import { errorCodeOf } from '../../platform/errors/codedError.ts';
import {
  decideGoodwill,
  decideReceived,
  decideWaive,
} from '../../subgraphs/orders/domain/ledger/decideMoney.ts';
import { decideLapse } from '../../subgraphs/orders/domain/ledger/lapse.ts';
import {
  decideAdd,
  decideCancel,
  decideExchange,
  decideFound,
  decideInspect,
  decideRefund,
  decideReturn,
  openOfEntry,
  returnable,
  type Finding,
} from '../../subgraphs/orders/domain/ledger/decideUnits.ts';
import type { EntryUnits, LedgerEvent, LineUnits } from '../../subgraphs/orders/domain/ledger/events.ts';
import { decideDeliveryBack } from '../../subgraphs/orders/domain/ledger/policy.ts';
import { moneyOf } from '../../subgraphs/orders/domain/ledger/views.ts';
import { authorise, randomLine, source } from './placeOrder.ts';
import type { World } from './world.ts';

const lineIds = (world: World): string[] => [
  ...new Set(world.ledger.lots.flatMap((lot) => (lot.kind === 'GOODS' ? [lot.lineId] : []))),
];

/** A refusal with a code changes nothing; anything else is a fault. */
function attempt(world: World, decide: () => readonly LedgerEvent[]): void {
  let events: readonly LedgerEvent[];
  try {
    events = decide();
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    return;
  }
  world.apply(events);
}

/** Somebody wants some units, or everything, not to be sent; before confirmation it is done at once. */
export function cancel(world: World, random: Random): void {
  // What is being changed is not cancelled meanwhile.
  if (world.change !== undefined) return;
  const lineId = random.pick(lineIds(world));
  const units: LineUnits[] | undefined =
    random.int(4) === 0 ? undefined : [{ lineId, quantity: 1 + random.int(3) }];
  const { events } = decideCancel(world.ledger, { units, causeId: world.id('ask') });
  for (const event of events)
    if (event.type === 'Cancelled') for (const unit of event.data.units) world.unplan(unit);
  world.apply(events);
}

export function confirm(world: World): void {
  const { ledger } = world;
  if (ledger.means.some((means) => means.state === 'PENDING')) return;
  if (!ledger.confirmed) world.apply([{ type: 'Confirmed', data: { causeId: 'o' } }]);
  for (const work of world.planned.splice(0))
    for (const [locationId, units] of work) {
      const some = units.filter((each) => each.quantity > 0);
      if (some.length > 0) world.locations.takeOn(locationId, some);
    }
}

/** Units are added to a confirmed order, and what they cost is secured or not. */
export function edit(world: World, random: Random): void {
  if (!world.ledger.confirmed || world.change !== undefined || world.ledger.lots.length > 8) return;
  const lotId = world.id('lot');
  const lineId = random.int(2) === 0 ? random.pick(lineIds(world)) : lotId;
  const lines = [randomLine(random, lotId, lineId, world.around)];
  const sources = source(world, random, lines);
  world.apply(decideAdd(world.ledger, { causeId: lotId, lines, sources }));
  if (random.int(4) > 0) authorise(world, random);
  confirm(world);
}

/** A return of one or two entries of a line, taken back by the post; sometimes an exchange. */
export function sendBack(world: World, random: Random): void {
  const lineId = random.pick(lineIds(world));
  const most = returnable(world.ledger, lineId);
  if (most === 0) return;
  const returnId = world.id('ret');
  const first = 1 + random.int(most);
  const entries: EntryUnits[] = [{ lineId, quantity: first, entryId: 'e1' }];
  if (most > first) entries.push({ lineId, quantity: 1 + random.int(most - first), entryId: 'e2' });
  world.apply(decideReturn(world.ledger, { returnId, entries }).events);
  const kind = random.int(6);
  if (kind === 0) return exchange(world, random, returnId);
  if (kind === 1)
    attempt(world, () => decideRefund(world.ledger, { returnId, causeId: returnId, early: true }));
  world.returns.push({ returnId, entries, grant: returnId });
}

function exchange(world: World, random: Random, returnId: string): void {
  const exchangeId = world.id('exchange');
  const lines = [randomLine(random, exchangeId, exchangeId, world.around)];
  const sources = source(world, random, lines);
  const credit = random.pick(['AT_ONCE', 'ON_RECEIPT'] as const);
  world.apply(decideExchange(world.ledger, { exchangeId, returnId, lines, sources, credit }));
  if (random.int(3) > 0) authorise(world, random);
  confirm(world);
  const { entries } = world.entriesOf(returnId);
  world.returns.push({ returnId, entries, grant: exchangeId });
}

/** Some of what a return brought is looked at: accepted, refused or not there; its money goes back. */
export function inspect(world: World, random: Random, all = false): void {
  if (world.returns.length === 0) return;
  const at = random.int(world.returns.length);
  const back = world.returns[at];
  if (back === undefined) return;
  const { returnId, entries, grant } = back;
  const findings: Finding[] = [];
  for (const entry of entries) {
    const open = openOfEntry(world.ledger, returnId, entry);
    const quantity = all ? open : random.int(open + 1);
    if (quantity > 0)
      findings.push({ ...entry, quantity, accepted: random.int(5) > 0, fault: random.int(4) === 0 });
  }
  const causeId = world.id('look');
  const taxMinor = 48;
  const fee = random.int(3) === 0 ? { amountMinor: 290, taxMinor } : undefined;
  attempt(world, () => decideInspect(world.ledger, { returnId, causeId, findings }));
  const cause = grant === returnId ? causeId : grant;
  // An exchange grants its credit under its own name, once; what comes later goes back as money.
  const known = world.ledger.causes.includes(`RefundGranted:${cause}`);
  const ask = { returnId, causeId: known ? causeId : cause, ...(fee === undefined ? {} : { fee }) };
  attempt(world, () => decideRefund(world.ledger, ask));
  if (random.int(3) > 0) restock(world, random, findings);
  if (entries.every((entry) => openOfEntry(world.ledger, returnId, entry) === 0)) world.returns.splice(at, 1);
}

function restock(world: World, random: Random, findings: readonly Finding[]): void {
  for (const { lineId, quantity, accepted } of findings)
    if (accepted) world.stock.restock(random.pick(['PARIS', 'LYON']), lineId, quantity);
}

export function goodwill(world: World, random: Random): void {
  const { netMinor } = moneyOf(world.ledger);
  const of = random.pick([undefined, 'DELIVERY' as const, { lineId: random.pick(lineIds(world)) }]);
  const ask = { causeId: world.id('sorry'), amountMinor: random.int(netMinor + 2), of };
  attempt(world, () => decideGoodwill(world.ledger, ask, world.nowMs));
}

/** What was lost, paid back and found: an owner decides. */
export function decideFind(world: World, random: Random): void {
  const found = world.ledger.runs.find((run) => run.place === 'FOUND');
  if (found === undefined) return;
  const decision = random.pick(['PAY', 'KEEP', 'CALL_BACK'] as const);
  const units = [{ lineId: found.lineId, quantity: 1 }];
  const returnId = world.id('called');
  attempt(world, () => decideFound(world.ledger, { units, causeId: returnId, decision, returnId }));
  if (decision === 'CALL_BACK')
    world.returns.push({ returnId, entries: [{ lineId: found.lineId, quantity: 1 }], grant: returnId });
}

/** Somebody pays at a till or by bank, what is owed or not; also for an order that came to nothing. */
export function pay(world: World, random: Random): void {
  const { outstandingMinor } = moneyOf(world.ledger);
  const amountMinor = random.int(2) === 0 ? outstandingMinor : random.int(world.around);
  const outside = world.ledger.means.find(({ kind }) => kind === 'OUTSIDE');
  const { meansId, method } = outside ?? { meansId: 'till', method: 'IN_STORE' };
  const payment = { movementId: world.id('paid'), meansId, method, amountMinor };
  attempt(world, () => decideReceived(world.ledger, payment, world.nowMs));
}

/** The delivery of an order of which nothing is kept. */
export const giveDeliveryBack = (world: World): void =>
  attempt(world, () => decideDeliveryBack(world.ledger, { causeId: 'none-kept', country: 'FR' }));

export const giveUpDebts = (world: World): void =>
  attempt(world, () => decideWaive(world.ledger, { causeId: world.id('debt'), reason: 'given up' }));

/** Time passes: authorisations lapse, what failed is tried again. */
export function wait(world: World, hours: number): void {
  world.nowMs += hours * 3_600_000;
  world.apply(decideLapse(world.ledger, world.nowMs));
}
