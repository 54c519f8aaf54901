import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn } from '../../../test/support/buyer.ts';
import { cancelUnits } from '../../../test/support/cancelling.ts';
import { serviceInput } from '../../../test/support/retailerInput.ts';
import { deliver, handOver, workOn } from '../../../test/support/staff.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { ledgerFaults } from '../domain/ledger/invariants.ts';
import type { Ledger } from '../domain/ledger/ledger.ts';

const createText = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const addressText = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
const adjustText = 'mutation($input: SetCartAdjustmentsInput!) { setCartAdjustments(input: $input) { id } }';
const servicesText =
  'mutation($input: ImportCarrierServicesInput!) { importCarrierServices(input: $input) { __typename } }';
const goodwillText = 'mutation($input: RefundGoodwillInput!) { refundGoodwill(input: $input) { id } }';
const sums = 'lines delivery tax total captured refunded outstanding';
const totalsText = sums.replaceAll(/\w+/gu, (name) => `${name} { amountMinor currency }`);
const orderText = `query($id: ID!) { order(id: $id) { chargeStatus lines { id } totals { ${totalsText} }
  payments { kind state amount { amountMinor currency } } timeline(first: 100) { edges { node { summary } } } } }`;
const cartText = `query($id: ID!, $option: CartOptionInput) { cart(id: $id) {
  totals(option: $option) { delivery { amountMinor } tax { amountMinor } total { amountMinor } } } }`;
const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };

interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}
interface Seen {
  readonly chargeStatus: string;
  readonly lines: readonly { readonly id: string }[];
  readonly totals: Readonly<Record<string, Amount>>;
  readonly payments: readonly { readonly kind: string; readonly state: string; readonly amount: Amount }[];
  readonly timeline: { readonly edges: readonly { readonly node: { readonly summary: string } }[] };
}

/** Seven units at a price that nothing divides, from two places, with a discount that nothing divides. */
describe('an order in a currency without two digits', () => {
  let application: TradingApplication;
  let keys = 0;
  const key = () => `digits-${++keys}`;
  const who = callers.shopper();

  beforeAll(async () => {
    application = await openTradingApplication();
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  /** Sells an article and sends parcels in a currency. */
  const open = async (currency: string, priceMinor: number, feeMinor: number): Promise<string> => {
    const money = (amountMinor: number) => ({ amountMinor, currency });
    const sku = `tea-${currency}`;
    await application.sell({ sku, price: money(priceMinor) });
    await application.stock(sku, 'warehouse', 4);
    await application.stock(sku, 'store', 3);
    const costs = { pricePerKg: money(0), cost: money(1), costPerKg: money(1) };
    const lanes = serviceInput.lanes.map((lane) => ({ ...lane, price: money(feeMinor), ...costs }));
    const services = [{ ...serviceInput, code: `parcel-${currency}`, lanes }];
    await application.ok('shipping', servicesText, { input: { services } });
    await application.settle();
    return sku;
  };
  const look = async (id: string): Promise<Seen> => {
    await application.settle();
    const rows = application.database('orders').collection<{ _id: string; ledger: Ledger }>('orders');
    const row = await rows.findOne({ _id: id });
    expect(row === null ? ['no order'] : ledgerFaults(row.ledger)).toEqual([]);
    return (await application.ok<{ order: Seen }>('orders', orderText, { id })).order;
  };
  /** Units cancelled by the work that gave them up. */
  const cancelledOf = async (id: string): Promise<Map<string, number>> => {
    type Works = { fulfillmentOrders: { id: string; lines: { cancelled: number }[] }[] };
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
      fulfillmentOrders { id lines { cancelled } } } } }`;
    const of = [{ __typename: 'Order', id }];
    const { _entities } = await application.ok<{ _entities: Works[] }>('fulfillment', query, { of });
    const works = _entities[0]?.fulfillmentOrders ?? [];
    return new Map(works.map((work) => [work.id, work.lines[0]?.cancelled ?? 0]));
  };
  const minor = ({ totals }: Seen, name: string): number => totals[name]?.amountMinor ?? NaN;
  const moved = ({ payments }: Seen, wanted: string): number =>
    payments
      .filter(({ kind, state }) => kind === wanted && state === 'SUCCEEDED')
      .reduce((sum, { amount }) => sum + amount.amountMinor, 0);

  it.each([
    // Of a discount of 100 over 7 units at 333, the unit that goes takes 14 or 15 of it.
    { currency: 'JPY', price: 333, fee: 491, discount: 100, written: /^\d+ JPY$/u, whole: 2_231 },
    // 12.345 KWD a unit; a thousandth of a dinar is the smallest coin of the reckoning.
    {
      currency: 'KWD',
      price: 12_345,
      fee: 1_505,
      discount: 1_001,
      written: /^\d+\.\d{3} KWD$/u,
      whole: 85_414,
    },
  ])('is sold, split, cancelled in part, captured and given back exactly: $currency', async (given) => {
    const { currency, price, fee, discount, whole } = given;
    const money = (amountMinor: number) => ({ amountMinor, currency });
    const sku = await open(currency, price, fee);
    const buyer = buyerIn(application, who);
    const opening = { currency, lines: [{ sku, quantity: 7 }] };
    type Opened = { createCart: { id: string } };
    const { createCart: cart } = await application.ok<Opened>('orders', createText, { input: opening }, who);
    await application.ok('orders', addressText, { input: { cartId: cart.id, address } }, who);
    const adjustments = [{ code: 'SPRING', amount: money(-discount) }];
    const adjust = { cartId: cart.id, reason: 'spring sale', adjustments };
    await application.ok('orders', adjustText, { input: adjust }, callers.admin);
    const input = await buyer.order(cart.id);
    const option = { deliveryOptionHandle: input['deliveryOptionHandle'] };
    type Priced = { cart: { totals: Readonly<Record<'delivery' | 'tax' | 'total', Amount>> } };
    const priced = await application.ok<Priced>('orders', cartText, { id: cart.id, option }, who);
    const { delivery, tax, total } = priced.cart.totals;
    expect(total.amountMinor).toBe(whole + delivery.amountMinor);
    expect(delivery.amountMinor % fee).toBe(0);

    const id = (await buyer.place(input)).order?.id ?? '';
    const placed = await look(id);
    expect(Object.values(placed.totals).every((each) => each.currency === currency)).toBe(true);
    expect([minor(placed, 'total'), minor(placed, 'tax')]).toEqual([total.amountMinor, tax.amountMinor]);
    expect(moved(placed, 'AUTHORIZATION')).toBe(total.amountMinor);

    // One unit less: it takes its share of the discount with it, and no more.
    const lineId = placed.lines[0]?.id ?? '';
    await cancelUnits(application, who, { orderId: id, lines: [{ lineId, quantity: 1 }] });
    const six = await look(id);
    const share = whole - minor(six, 'lines');
    expect(Math.abs(share - whole / 7)).toBeLessThan(1);
    expect(minor(six, 'total')).toBe(minor(six, 'lines') + delivery.amountMinor);
    expect(Math.abs(minor(six, 'tax') - minor(six, 'total') / 6)).toBeLessThan(2);

    const works = await workOn(application, id);
    expect(works).toHaveLength(2);
    let captured = 0;
    for (const { id: workId } of works) {
      const work = (await workOn(application, id)).find((each) => each.id === workId);
      if (work === undefined) throw new Error('The work is gone.');
      const gone = (await cancelledOf(id)).get(workId) ?? 0;
      const lines = work.lines.map((line) => ({ ...line, quantity: line.quantity - gone }));
      await deliver(application, id, { ...(await handOver(application, { ...work, lines })), lines });
      const sent = await look(id);
      expect(minor(sent, 'captured')).toBeGreaterThan(captured);
      captured = minor(sent, 'captured');
    }
    const done = await look(id);
    expect([done.chargeStatus, captured, minor(done, 'outstanding')]).toEqual([
      'FULL',
      minor(six, 'total'),
      0,
    ]);
    expect(moved(done, 'CHARGE')).toBe(captured);
    expect(moved(done, 'AUTHORIZATION') - moved(done, 'VOID')).toBe(captured);

    // All of it goes back in three parts, and not a unit of the smallest coin more.
    const give = (more: object) => {
      const goodwill = { orderId: id, reason: 'all of it was wet', idempotencyKey: key(), ...more };
      return application.code('orders', goodwillText, { input: goodwill }, callers.admin);
    };
    const lines = minor(six, 'lines');
    expect(await give({ amount: money(1), lineId })).toBeUndefined();
    expect(await give({ amount: money(lines), lineId })).toBe('BAD_USER_INPUT');
    expect(await give({ amount: money(lines - 1), lineId })).toBeUndefined();
    expect(await give({ delivery: true })).toBeUndefined();
    expect(await give({ amount: money(1) })).toBe('BAD_USER_INPUT');
    const back = await look(id);
    expect([minor(back, 'refunded'), moved(back, 'REFUND')]).toEqual([captured, captured]);
    const told = back.timeline.edges.map(({ node }) => node.summary).join('\n');
    const amounts = told.match(new RegExp(`[\\d.,]+ ${currency}`, 'gu')) ?? [];
    expect(amounts.length).toBeGreaterThan(5);
    for (const sum of amounts) expect(sum).toMatch(given.written);
  });
});
