import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn } from '../../../test/support/buyer.ts';
import { tell } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import type { Identity } from '../../../schema/identity.ts';

const agent = callers.agent(['orders:read', 'orders:write', 'customers:privacy']);
const lookUpText = `query($number: String!, $email: String, $phone: String) {
  orderByNumber(number: $number, email: $email, phone: $phone) { id status lines { sku } address { name }
    timeline(first: 5) { edges { node { by } } } } }`;
const searchText = `query($filter: OrderSearchInput!, $first: Int, $after: String) {
  searchOrders(filter: $filter, first: $first, after: $after) { totalCount edges { node { id } }
    pageInfo { hasNextPage endCursor } } }`;

interface Found {
  readonly searchOrders: {
    readonly totalCount: number | null;
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/** An order of somebody, with everything personal about them. */
interface Ordered {
  readonly id: string;
  readonly number: string;
}

describe('customers, as those who serve them see them', () => {
  let application: TradingApplication;
  const run = <T>(query: string, variables: object, who: Identity): Promise<T> =>
    application.ok<T>('orders', query, { ...variables }, who);
  const codeOf = (query: string, variables: object, who: Identity): Promise<unknown> =>
    application.code('orders', query, { ...variables }, who);

  /** Orders as a shopper of that subject, name, e-mail and telephone. */
  const ordered = async (
    subject: string,
    person: { name: string; email: string; phone: string },
  ): Promise<Ordered> => {
    const buyer = buyerIn(application, callers.shopper(subject));
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const set = `mutation($address: SetCartAddressInput!, $contact: SetCartContactInput!) {
      setCartAddress(input: $address) { id } setCartContact(input: $contact) { id } }`;
    const { name, email, phone } = person;
    const where = { line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };
    await run(
      set,
      { address: { cartId, address: { name, ...where } }, contact: { cartId, email, phone } },
      buyer.who,
    );
    const { order } = await buyer.place(await buyer.order(cartId));
    const id = order?.id ?? '';
    type Number = { order: { number: string } };
    const { order: seen } = await run<Number>(
      'query($id: ID!) { order(id: $id) { number } }',
      { id },
      buyer.who,
    );
    await application.settle();
    return { id, number: seen.number };
  };
  const search = async (filter: object, who = agent): Promise<string[]> => {
    const { searchOrders } = await run<Found>(searchText, { filter, first: 50 }, who);
    return searchOrders.edges.map(({ node }) => node.id);
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' });
    await application.stock('shoe', 'warehouse', 100);
  });
  afterAll(() => application.stop());

  describe('an order looked up without an account', () => {
    const person = { name: 'Zoé Martin', email: 'zoe@example.com', phone: '+33612345678' };
    it('is shown to whoever knows number and contact, without where it goes', async () => {
      const { id, number } = await ordered('looked-up', person);
      for (const asked of [{ email: 'ZOE@example.com' }, { phone: '+33 6 12 34 56 78' }])
        expect(
          await run(lookUpText, { number: ` ${number.toLowerCase()} `, ...asked }, callers.anonymous),
        ).toMatchObject({
          orderByNumber: {
            id,
            lines: [{ sku: 'shoe' }],
            address: null,
            timeline: { edges: expect.arrayContaining([{ node: { by: 'CUSTOMER' } }]) as unknown },
          },
        });
      const none = { orderByNumber: null };
      expect(await run(lookUpText, { number, email: 'other@example.com' }, callers.anonymous)).toEqual(none);
      const both = { email: person.email, phone: '+33612345679' };
      expect(await run(lookUpText, { number, ...both }, callers.anonymous)).toEqual(none);
      expect(await run(lookUpText, { number: 'P2603-NOBODY00', ...person }, callers.anonymous)).toEqual(none);
      expect(await codeOf(lookUpText, { number }, callers.anonymous)).toBe('BAD_USER_INPUT');
      expect(await codeOf(lookUpText, { number, email: 'x' }, callers.anonymous)).toBe('BAD_USER_INPUT');
    });

    it('is guessed at a few times only, by number and by caller, and answers alike for numbers nobody has', async () => {
      const { number } = await ordered('guessed-at', person);
      for (const target of [number, 'P2603-NOBODY01']) {
        for (let n = 1; n <= 5; n++)
          expect(
            await run(lookUpText, { number: target, email: `g${n}@example.com` }, callers.anonymous),
          ).toEqual({
            orderByNumber: null,
          });
        expect(await codeOf(lookUpText, { number: target, ...person }, callers.anonymous)).toBe(
          'TOO_MANY_ATTEMPTS',
        );
      }
      const guest = callers.guest('guesser');
      for (let n = 1; n <= 5; n++)
        await run(lookUpText, { number: `P2603-GUESS00${n}`, email: 'g@example.com' }, guest);
      expect(await codeOf(lookUpText, { number: 'P2603-GUESS009', email: 'g@example.com' }, guest)).toBe(
        'TOO_MANY_ATTEMPTS',
      );
      await application.clock.advanceBy(15 * 60_000 + 1);
      expect(await run(lookUpText, { number, email: person.email }, guest)).toMatchObject({
        orderByNumber: { status: expect.any(String) },
      });
    });

    it('lets no more attempts through when they come at once', async () => {
      const { number } = await ordered('all-at-once', person);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          codeOf(lookUpText, { number, email: `at${n}@example.com` }, callers.anonymous),
        ),
      );
      expect(answers.filter((code) => code === undefined).length).toBeLessThanOrEqual(5);
      expect(answers.filter((code) => code === 'TOO_MANY_ATTEMPTS').length).toBeGreaterThanOrEqual(15);
    });
  });

  describe('a search', () => {
    it('finds by number, name, e-mail, telephone, SKU, date, tracking code and channel, and by all together', async () => {
      const before = application.clock.nowMs();
      await application.clock.advanceBy(1_000);
      const anna = await ordered('anna', {
        name: 'Anna Müller-Rossi',
        email: 'anna.rossi@example.com',
        phone: '+393887403368',
      });
      await application.clock.advanceBy(1_000);
      const bob = await ordered('bob', {
        name: 'Bob Rossi',
        email: 'bob@example.com',
        phone: '+393887403369',
      });
      await tell(application, ['orders'], 'shipping.LabelPurchased', {
        ...{ shipmentId: 'shipment-1', orderId: bob.id, carrierRef: 'ref' },
        trackingCodes: ['TRACK1', 'TRACK2'],
      });
      const iso = (atMs: number): string => new Date(atMs).toISOString();
      expect(await search({ number: anna.number.toLowerCase() })).toEqual([anna.id]);
      expect(await search({ name: 'muller' })).toEqual([anna.id]);
      expect(await search({ name: 'ROSSI an' })).toEqual([anna.id]);
      expect(await search({ name: 'rossi' })).toEqual([bob.id, anna.id]);
      expect(await search({ email: 'Anna.Rossi@example.com' })).toEqual([anna.id]);
      expect(await search({ phone: '3887403369', phoneCountry: 'IT' })).toEqual([bob.id]);
      expect(await search({ trackingCode: 'TRACK2' })).toEqual([bob.id]);
      expect(await search({ trackingCode: 'TRACK3' })).toEqual([]);
      expect(await search({ name: 'rossi', trackingCode: 'TRACK1', sku: 'shoe', channel: 'web' })).toEqual([
        bob.id,
      ]);
      expect(await search({ name: 'rossi', sku: 'boot' })).toEqual([]);
      const since = { placedFrom: iso(before + 1_000) };
      expect(await search({ ...since, placedTo: iso(before + 2_000) })).toEqual([anna.id]);
      expect(await search({ ...since, delayed: false, status: ['CONFIRMED', 'IN_FULFILLMENT'] })).toEqual([
        bob.id,
        anna.id,
      ]);
      expect(await search({ ...since, delayed: true })).toEqual([]);
    });

    it('comes in pages with their number, and without it where counting is not cheap', async () => {
      const filter = { name: 'rossi' };
      const { searchOrders: first } = await run<Found>(searchText, { filter, first: 1 }, agent);
      expect([first.totalCount, first.edges.length, first.pageInfo.hasNextPage]).toEqual([2, 1, true]);
      const after = first.pageInfo.endCursor;
      const { searchOrders: second } = await run<Found>(searchText, { filter, first: 1, after }, agent);
      expect(second.edges[0]?.node.id).not.toBe(first.edges[0]?.node.id);
      expect(second.pageInfo.hasNextPage).toBe(false);
      const derived = await run<Found>(searchText, { filter: { ...filter, delayed: false } }, agent);
      expect(derived.searchOrders.totalCount).toBeNull();
    });

    it('shows an associate the orders of their own location only', async () => {
      expect((await search({ name: 'rossi' }, callers.associate('warehouse'))).length).toBe(2);
      expect(await search({ name: 'rossi' }, callers.associate('store'))).toEqual([]);
    });

    it.each([{ name: 'r' }, { name: '...' }, { email: 'x' }, { phone: '12' }])(
      'refuses %j',
      async (filter) => {
        expect(await codeOf(searchText, { filter }, agent)).toBe('BAD_USER_INPUT');
      },
    );
  });

  it('a customer is seen with orders, contact, addresses and activity', async () => {
    const { id } = await ordered('carla', {
      name: 'Carla',
      email: 'carla@example.com',
      phone: '+393887403360',
    });
    const text = `query($id: ID!) { order(id: $id) { customer { ref erasedAt contact { email } addresses { name }
      orders { totalCount edges { node { id } } } activity(first: 2) { edges { node { order { id } summary by } } } } } }`;
    expect(await run(text, { id }, agent)).toMatchObject({
      order: {
        customer: {
          ...{
            ref: 'carla',
            erasedAt: null,
            contact: { email: 'carla@example.com' },
            addresses: [{ name: 'Carla' }],
          },
          orders: { totalCount: 1, edges: [{ node: { id } }] },
          activity: { edges: [{ node: { order: { id } } }, { node: { order: { id } } }] },
        },
      },
    });
    const direct = 'query($ref: ID!) { customer(ref: $ref) { ref } }';
    expect(await run(direct, { ref: 'nobody-here' }, agent)).toEqual({ customer: null });
    expect(await codeOf(direct, { ref: 'carla' }, callers.shopper('carla'))).toBe('FORBIDDEN');
  });
});
