import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubgraphName } from '../../main/subgraphNames.ts';
import type { Identity } from '../../schema/identity.ts';
import { buyShoes, openShoeShop } from '../support/shoeShop.ts';
import { deliver, firstWorkOn, handOver, type Work } from '../support/staff.ts';
import type { TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';

const entity = (fields: string): string =>
  `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { ${fields} } } }`;
const cancelText = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
const returnText = 'mutation($input: RequestReturnInput!) { requestReturn(input: $input) { __typename } }';

/** Who may see which rows: one order, followed through all subgraphs. */
describe('an order of a shopper', () => {
  let application: TradingApplication;
  let orderId = '';
  let lineId = '';
  let work: Work;
  let returnId = '';

  const strangers: readonly (readonly [string, Identity])[] = [
    ['another shopper', callers.shopper('somebody-else')],
    ['a guest', callers.guest()],
    ['a partner', callers.partner('marketplace')],
    ['an associate of another store', callers.associate('store')],
    ['an associate of none', callers.associate()],
    ['an agent without the scope', callers.agent(['stock:read'])],
  ];
  const insiders: readonly (readonly [string, Identity])[] = [
    ['its owner', callers.shopper()],
    ['an associate of the location that works on it', callers.associate('warehouse')],
    ['an agent who reads orders', callers.agent(['orders:read'])],
    ['an admin', callers.admin],
  ];
  const ask = async (
    subgraph: SubgraphName,
    query: string,
    variables: object,
    who: Identity,
  ): Promise<unknown> => {
    const { data, errors } = await application.run(subgraph, query, variables, who);
    if (who.kind === 'partner' && subgraph === 'fulfillment') {
      // Work is no part of a partner's contract: refused before any row is looked at.
      expect(errors?.map((error) => error.extensions['code'])).toEqual(['FORBIDDEN']);
      return query.includes('_entities') ? { _entities: [{ fulfillmentOrders: [] }] } : { found: null };
    }
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as unknown;
  };
  /** What each subgraph tells a caller of the order. */
  const seenBy = async (who: Identity) => {
    const of = { of: [{ __typename: 'Order', id: orderId }] };
    const one = (name: string) => `query($id: ID!) { found: ${name}(id: $id) { id } }`;
    const listed = await ask('orders', '{ orders(first: 50) { edges { node { id } } } }', {}, who);
    return {
      order: await ask('orders', one('order'), { id: orderId }, who),
      orders: (listed as { orders: { edges: unknown[] } }).orders.edges.length,
      work: await ask('fulfillment', entity('fulfillmentOrders { id }'), of, who),
      oneWork: await ask('fulfillment', one('fulfillmentOrder'), { id: work.id }, who),
      shipments: await ask('shipping', entity('shipments { isReturn }'), of, who),
      shipment: await ask('shipping', one('shipment'), { id: work.shipment?.id }, who),
      returns: await ask('returns', entity('returns { id }'), of, who),
      return: await ask('returns', one('return'), { id: returnId }, who),
      outcome: await ask('insights', entity('promiseOutcome { kept }'), of, who),
    };
  };

  beforeAll(async () => {
    const shop = await openShoeShop(10);
    application = shop.application;
    ({ orderId, lineId } = await buyShoes(shop, 2));
    work = await handOver(application, await firstWorkOn(application, orderId));
    await deliver(application, orderId, work);
    const input = {
      ...{ orderId, method: 'IN_STORE', idempotencyKey: 'back' },
      lines: [{ lineId, quantity: 1, reason: 'DOES_NOT_FIT' }],
    };
    const text = returnText.replace('__typename', '... on RequestReturnSuccess { return { id } }');
    type Answer = { requestReturn: { return: { id: string } } };
    const asked = await application.ok<Answer>('returns', text, { input }, callers.shopper());
    returnId = asked.requestReturn.return.id;
    await application.settle();
  });
  afterAll(() => application.stop());

  it.each(insiders)('is seen by %s', async (_who, who) => {
    const seen = await seenBy(who);
    expect(seen.order).toEqual({ found: { id: orderId } });
    expect(seen.orders).toBe(1);
    expect(seen.work).toEqual({ _entities: [{ fulfillmentOrders: [{ id: work.id }] }] });
    expect(seen.oneWork).toEqual({ found: { id: work.id } });
    expect(JSON.stringify(seen.shipments)).toContain('isReturn');
    expect(seen.shipment).toEqual({ found: { id: work.shipment?.id } });
  });

  it.each(strangers)('is not there for %s, in any subgraph', async (_who, who) => {
    const nothing = { found: null };
    expect(await seenBy(who)).toEqual({
      ...{ order: nothing, orders: 0, oneWork: nothing, shipment: nothing, return: nothing },
      work: { _entities: [{ fulfillmentOrders: [] }] },
      shipments: { _entities: [{ shipments: [] }] },
      returns: { _entities: [{ returns: [] }] },
      outcome: { _entities: [{ promiseOutcome: null }] },
    });
  });

  it('is not changed by an agent who may only read', async () => {
    const reader = callers.agent(['orders:read']);
    const cancel = { input: { orderId, idempotencyKey: 'reader' } };
    expect(await application.code('orders', cancelText, cancel, reader)).toBe('FORBIDDEN');
    const lines = [{ lineId, quantity: 1, reason: 'CHANGED_MIND' }];
    const back = { input: { orderId, method: 'IN_STORE', idempotencyKey: 'reader', lines } };
    expect(await application.code('returns', returnText, back, reader)).toBe('FORBIDDEN');
    const writer = callers.agent(['orders:read', 'orders:write']);
    const told = { input: { ...back.input, reason: 'Asked for on the telephone' } };
    expect(await application.code('returns', returnText, told, writer)).toBeUndefined();
    await application.settle();
  });

  it.each(strangers)(
    'cannot be changed by %s, who learns no more than of an id nobody has',
    async (who, as) => {
      const journal = async () => {
        const rows: unknown[] = [];
        for (const subgraph of ['orders', 'returns', 'fulfillment', 'shipping'] as const)
          rows.push(await application.database(subgraph).db?.collection('journal').countDocuments());
        return rows;
      };
      // Some may not change orders at all; the others learn only that there is none of theirs.
      const wanted = as.kind === 'associate' || as.kind === 'agent' ? 'FORBIDDEN' : 'NOT_FOUND';
      const before = await journal();
      for (const id of [orderId, 'no-such-order']) {
        const cancel = { input: { orderId: id, idempotencyKey: `${who} ${id}` } };
        expect(await application.code('orders', cancelText, cancel, as)).toBe(wanted);
        const back = {
          ...{ orderId: id, method: 'IN_STORE', idempotencyKey: `${who} ${id}` },
          lines: [{ lineId, quantity: 1, reason: 'CHANGED_MIND' }],
        };
        expect(await application.code('returns', returnText, { input: back }, as)).toBe(wanted);
      }
      await application.settle();
      expect(await journal()).toEqual(before);
    },
  );
});
