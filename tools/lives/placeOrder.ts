import type { Random } from '../../platform/random/random.ts';
import { meansAdded } from '../../subgraphs/orders/domain/ledger/decideMoney.ts';
import { taxWithin } from '../../subgraphs/orders/domain/ledger/apportion.ts';
import type { LedgerEvent, SourcedUnits } from '../../subgraphs/orders/domain/ledger/events.ts';
import { uncovered } from '../../subgraphs/orders/domain/ledger/decideMoney.ts';
import type { DueWhen } from '../../subgraphs/orders/domain/ledger/ledger.ts';
import { deliveryLot, lotsOf, type PricedLine } from '../../subgraphs/orders/domain/ledger/lots.ts';
import { paymentPlan } from '../../subgraphs/orders/domain/paymentPlan.ts';
import type { HeldUnits } from '../../subgraphs/orders/domain/cartHold.ts';
import { Cart, type CartLine } from './cart.ts';
import type { PlannedUnits, World } from './world.ts';

/** Currencies of 2, 0 and 3 digits, and about what an article costs in each. */
const currencies = [
  { code: 'EUR', around: 9_000 },
  { code: 'JPY', around: 12_000 },
  { code: 'KWD', around: 30_000 },
] as const;
const rates = [0, 550, 1000, 2000, 2550] as const;
const places = ['PARIS', 'LYON', 'BERLIN'] as const;

const randomQuantity = (random: Random): number => 1 + random.int(random.int(4) === 0 ? 12 : 3);

/** A line at a price nobody rounds well, sometimes free, sometimes with a discount. */
export function randomLine(
  random: Random,
  lotId: string,
  lineId: string,
  around: number,
  quantity = randomQuantity(random),
): PricedLine {
  const unitPriceMinor = random.int(12) === 0 ? random.int(3) : 1 + random.int(around);
  const worth = quantity * unitPriceMinor;
  const amountMinor = random.int(3) === 0 ? -random.int(worth + 1) : 0;
  const adjustments = amountMinor === 0 ? [] : [{ code: 'PROMO', amountMinor }];
  return {
    ...{ lotId, lineId, sku: `SKU-${lineId}`, quantity, unitPriceMinor, adjustments },
    tax: { basisPoints: random.pick(rates) },
  };
}

/** Plans where units come from, holds them there, and gives the work to the locations. */
export function source(world: World, random: Random, lines: readonly PricedLine[]): SourcedUnits[] {
  const sources: SourcedUnits[] = [];
  const work = new Map<string, PlannedUnits[]>();
  for (const { lotId, lineId, quantity } of lines) {
    let left = quantity;
    while (left > 0) {
      const units = 1 + random.int(left);
      const locationId = random.pick(places);
      const awaited = random.int(5) === 0;
      if (!awaited) world.stock.stocked(locationId, lineId, units);
      world.stock.reserve(locationId, lineId, units, awaited);
      const from = awaited ? { locationId, receiptId: 'R1', awaited } : { locationId, awaited };
      sources.push({ lotId, quantity: units, source: from });
      work.set(locationId, [...(work.get(locationId) ?? []), { lineId, quantity: units, awaited }]);
      left -= units;
    }
  }
  world.planned.push(work);
  return sources;
}

/** Adds authorisations for what nothing covers: one means or two, answered at once or late. */
export function authorise(world: World, random: Random): void {
  const amount = uncovered(world.ledger);
  if (amount === 0) return;
  const gift = random.int(4) === 0 ? random.int(amount + 1) : 0;
  const events: LedgerEvent[] = [];
  for (const [method, amountMinor] of [
    ['GIFT_CARD', gift],
    ['CARD', amount - gift],
  ] as const) {
    if (amountMinor === 0) continue;
    const state = random.int(5) === 0 ? ('PENDING' as const) : ('READY' as const);
    const expires = random.int(5) === 0 ? { expiresAtMs: world.nowMs + 7 * 86_400_000 } : {};
    const means = {
      meansId: world.id('pay'),
      method,
      kind: 'PROVIDER' as const,
      state,
      amountMinor,
      ...expires,
    };
    events.push(meansAdded(means));
  }
  world.apply(events);
}

const wishes = (random: Random): CartLine[] =>
  Array.from({ length: 1 + random.int(4) }, (_, at) => ({ sku: `l${at}`, quantity: randomQuantity(random) }));

/** What the cart's units are for the order: where each line comes from, and the work that locations will get. */
function planned(world: World, plan: readonly HeldUnits[]): SourcedUnits[] {
  const work = new Map<string, PlannedUnits[]>();
  for (const { sku: lineId, locationId, quantity, future: awaited } of plan)
    work.set(locationId, [...(work.get(locationId) ?? []), { lineId, quantity, awaited }]);
  world.planned.push(work);
  return plan.map(({ sku: lotId, locationId, quantity, future: awaited }) => ({
    ...{ lotId, quantity },
    source: awaited ? { locationId, receiptId: 'R1', awaited } : { locationId, awaited },
  }));
}

/** Till or invoice, and gift cards before them for what they hold. */
function payOutside(world: World, random: Random): void {
  const meansId = random.pick(['till', 'bank'] as const);
  const method = meansId === 'till' ? 'IN_STORE' : 'INVOICE';
  const outside = { meansId, method, kind: 'OUTSIDE', state: 'READY', amountMinor: 0 } as const;
  const totalMinor = uncovered(world.ledger);
  world.apply([meansAdded(outside)]);
  const cards = Array.from({ length: random.int(3) }, (_, at) => ({
    ...{ token: `gift${at}`, balanceMinor: random.int(world.around * 3) },
  }));
  const plan = paymentPlan({ orderId: 'o', totalMinor, cards, outside: true }) ?? [];
  world.apply(
    plan.map(({ paymentId, amountMinor }) => {
      const state = random.int(5) === 0 ? ('PENDING' as const) : ('READY' as const);
      return meansAdded({ meansId: paymentId, method: 'GIFT_CARD', kind: 'PROVIDER', state, amountMinor });
    }),
  );
}

/** The first events of a life. */
export function placeOrder(world: World, random: Random): void {
  const currency = random.pick(currencies);
  world.around = currency.around;
  world.locations.collection = random.int(4) === 0;
  const dueWhen: DueWhen = world.locations.collection
    ? 'COLLECTED'
    : random.int(8) === 0
      ? 'CONFIRMED'
      : 'SHIPPED';
  const cart = new Cart(world, wishes(random));
  cart.live(random);
  const sources = planned(world, cart.place(random));
  const lines = cart.lines.map(({ sku, quantity }) =>
    randomLine(random, sku, sku, currency.around, quantity),
  );
  const worth = lotsOf(lines).reduce((sum, lot) => sum + lot.listMinor - lot.discountMinor, 0);
  const adjustments = random.int(3) === 0 ? [{ code: 'ORDER', amountMinor: -random.int(worth + 1) }] : [];
  const price = random.int(3) === 0 ? 0 : random.int(1_500);
  const delivery = deliveryLot({
    ...{ lotId: 'delivery', amountMinor: price, taxMinor: taxWithin(price, 2000) },
    standardMinor: random.int(price + 1),
  });
  const lots = [...lotsOf(lines, adjustments), delivery];
  const data = { orderId: 'o', currency: currency.code, dueWhen, lots, sources };
  world.apply([{ type: 'Placed', data }]);
  if (random.int(8) === 0) payOutside(world, random);
  else authorise(world, random);
}
