import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraphNames } from '../../main/subgraphNames.ts';
import { createCatalogSubgraph } from '../../subgraphs/catalog/subgraph.ts';
import type { Buyer } from '../support/buyer.ts';
import { optionsFor } from '../support/cartOptions.ts';
import { buyShoes, openShoeShop } from '../support/shoeShop.ts';
import { deliver, firstWorkOn, handOver } from '../support/staff.ts';
import type { TradingApplication } from '../support/tradingApplication.ts';
import { callAs, callers } from '../support/world.ts';
import { changeText, decided, readText, reason, resetText, settingsCalls, valueOf } from './settingsCalls.ts'; // prettier-ignore

const dayMs = 86_400_000;
describe('settings through the API', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let keys = 0;
  const { read, change, reset } = settingsCalls(() => application);
  const available = async (channel: string): Promise<[string, number]> => {
    const query = `query($channel: ID!) { variant(sku: "shoe") { availability(channel: $channel) { status availableToPromise } } }`;
    type Answer = { variant: { availability: { status: string; availableToPromise: number } } };
    const { variant } = await application.ok<Answer>('catalog', query, { channel });
    return [variant.availability.status, variant.availability.availableToPromise];
  };
  const delivered = async () => {
    const order = await buyShoes({ application, buyer }, 1);
    const work = await handOver(application, await firstWorkOn(application, order.orderId));
    await deliver(application, order.orderId, work);
    return order;
  };
  const orderPart = async <T>(id: string, part: string): Promise<T> => {
    const query = `query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Order { part: ${part} } } }`;
    const ids = [{ __typename: 'Order', id }];
    const { _entities } = await application.ok<{ _entities: [{ part: T }] }>(
      'returns',
      query,
      { ids },
      buyer.who,
    );
    return _entities[0].part;
  };
  const ask = async ({ orderId, lineId }: { orderId: string; lineId: string }, why: string) => {
    const query = `mutation($input: RequestReturnInput!) { done: requestReturn(input: $input) {
      ... on RequestReturnSuccess { return { cost { amountMinor } } } ... on NotReturnable { code } } }`;
    const lines = [{ lineId, quantity: 1, reason: why }];
    const input = { orderId, method: 'DROP_OFF', lines, idempotencyKey: `ask-${++keys}` };
    type Answer = { done: { code?: string; return?: { cost: { amountMinor: number } } } };
    const { done } = await application.ok<Answer>('returns', query, { input }, buyer.who);
    return done.code ?? done.return?.cost.amountMinor;
  };

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop(20));
  });
  afterAll(() => application.stop());

  it.each(decided)('of %s begin with their defaults, each with a text and a schema', async (name) => {
    const { version, settings, history } = await read(name);
    expect([version, history.edges]).toEqual([0, []]);
    expect(settings.length).toBeGreaterThan(0);
    for (const each of settings) {
      expect(each.value).toEqual(each.default);
      expect(each.description).toMatch(/\w.*\.$/);
    }
  });
  it.each(decided)('of %s need scopes that callers other than an administrator lack', async (name) => {
    const input = { version: 0, reason, idempotencyKey: 'no' };
    const changes = { input: { ...input, changes: [{ key: 'x', value: 1 }] } };
    const resets = { input: { ...input, keys: ['x'] } };
    const weak = [callers.shopper(), callers.partner('marketplace'), callers.agent(['orders:write'])];
    for (const who of [...weak, callers.associate('store')]) {
      expect(await application.code(name, readText(name), {}, who)).toBe('FORBIDDEN');
      expect(await application.code(name, changeText(name), changes, who)).toBe('FORBIDDEN');
      expect(await application.code(name, resetText(name), resets, who)).toBe('FORBIDDEN');
    }
    const reader = callers.agent(['settings:read']);
    expect(await application.code(name, readText(name), {}, reader)).toBeUndefined();
    expect(await application.code(name, changeText(name), changes, reader)).toBe('FORBIDDEN');
    expect(await application.code(name, readText(name), {}, callers.anonymous)).toBe('UNAUTHENTICATED');
  });
  it('are of every subgraph in which the retailer decides something', () => {
    expect(subgraphNames.filter((name) => name !== 'insights').sort()).toEqual([...decided]);
  });

  it('move what a channel may sell, at once, and back', async () => {
    expect(await available('marketplace')).toEqual(['IN_STOCK', 19]);
    expect(await available('web')).toEqual(['IN_STOCK', 20]);
    await change('catalog', { channelBufferUnits: { marketplace: 17, web: 2 }, lowStockUnits: 3 });
    expect(await available('marketplace')).toEqual(['LOW_STOCK', 3]);
    expect(await available('web')).toEqual(['IN_STOCK', 18]);
    const after = await reset('catalog', 'channelBufferUnits');
    expect(await available('marketplace')).toEqual(['IN_STOCK', 19]);
    expect(valueOf(after, 'lowStockUnits')).toBe(3);
    expect(after.history.edges.map(({ node }) => [node.version, node.actor, node.reason])).toEqual([
      [2, 'admin-1', reason],
      [1, 'admin-1', reason],
    ]);
    expect(after.history.edges[0]?.node.changes).toEqual([
      {
        key: 'channelBufferUnits',
        before: { marketplace: 17, web: 2 },
        after: { marketplace: 1 },
        reset: true,
      },
    ]);
    await reset('catalog', 'lowStockUnits');
  });
  it('are the same in another process of the subgraph', async () => {
    const deps = await application.deps('catalog');
    const other = createCatalogSubgraph(deps);
    await other.start();
    await change('catalog', { lowStockUnits: 30 });
    await application.clock.advanceBy(2_000);
    const query = '{ variant(sku: "shoe") { availability { status } } }';
    const answer = await other.execute({ query }, callAs());
    expect(answer).toMatchObject({ data: { variant: { availability: { status: 'LOW_STOCK' } } } });
    await other.stop();
    await reset('catalog', 'lowStockUnits');
  });
  it('decide until when units may be sent back', async () => {
    const order = await delivered();
    const endsAt = (): Promise<string> => orderPart<string>(order.orderId, 'returnWindowEndsAt');
    const thirty = Date.parse(await endsAt());
    await change('returns', { returnWindowDays: 10, returnWindowDaysByReason: { DEFECTIVE: 730 } });
    expect(Date.parse(await endsAt())).toBe(thirty - 20 * dayMs);
    await application.clock.advanceTo(thirty - 20 * dayMs + 1);
    expect(await ask(order, 'CHANGED_MIND')).toBe('WINDOW_CLOSED');
    await change('returns', { returnWindowDays: 11 });
    expect(await ask(order, 'CHANGED_MIND')).toBe(290);
    const late = await delivered();
    await application.clock.advanceBy(12 * dayMs);
    expect(await ask(late, 'DOES_NOT_FIT')).toBe('WINDOW_CLOSED');
    expect(await ask(late, 'DEFECTIVE')).toBe(0);
    await reset('returns', 'returnWindowDays', 'returnWindowDaysByReason');
  });
  it('decide what a way back costs, by country and currency, and who pays', async () => {
    const [order, faulty] = [await delivered(), await delivered()];
    await change('returns', {
      returnFees: [
        { method: 'DROP_OFF', amountMinor: 100 },
        { method: 'DROP_OFF', currency: 'EUR', amountMinor: 200 },
        { method: 'DROP_OFF', country: 'FR', amountMinor: 300 },
        { method: 'PICKUP', country: 'DE', amountMinor: 900 },
      ],
      retailerPaysForReasons: ['DEFECTIVE'],
    });
    type Options = { method: string; cost: { amountMinor: number } }[];
    const options = await orderPart<Options>(order.orderId, 'returnOptions { method cost { amountMinor } }');
    expect(options.map(({ method, cost }) => [method, cost.amountMinor])).toEqual([
      ['IN_STORE', 0],
      ['DROP_OFF', 300],
      ['PICKUP', 0],
    ]);
    expect(await ask(order, 'CHANGED_MIND')).toBe(300);
    expect(await ask(faulty, 'DEFECTIVE')).toBe(0);
    const twice = { method: 'PICKUP', amountMinor: 1 };
    await expect(change('returns', { returnFees: [twice, twice] })).rejects.toThrow(/BAD_USER_INPUT/);
  });
  it('move promises with the next question', async () => {
    await application.sell({ sku: 'boot' });
    await application.stock('boot', 'store', 5);
    const cartId = await buyer.cart([{ sku: 'boot', quantity: 1 }]);
    const collected = async (): Promise<[string | undefined, number][]> => {
      const { options } = await optionsFor(application, buyer.who, cartId, ['RESERVE_AND_COLLECT']);
      return options.map(({ collectAt, price }) => [collectAt?.id, price.amountMinor]);
    };
    expect(await collected()).toEqual([['store', 0]]);
    const byDefault = valueOf(await read('promise'), 'collection') as Record<string, object>;
    const priced = (prices: object) => ({
      collection: { ...byDefault, RESERVE_AND_COLLECT: { ...byDefault['RESERVE_AND_COLLECT'], prices } },
    });
    await change('promise', priced({ EUR: 150 }));
    expect(await collected()).toEqual([['store', 150]]);
    await change('promise', priced({ GBP: 150 }));
    expect(await collected()).toEqual([]);
    await reset('promise', 'collection');
    expect(await collected()).toEqual([['store', 0]]);
  });
  it('decide for how long an option can be ordered', async () => {
    const text = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }`;
    const after = async (minutes: number): Promise<string> => {
      const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
      const input = await buyer.order(cartId);
      await application.clock.advanceBy(minutes * 60_000);
      type Answer = { placeOrder: { __typename: string } };
      const { placeOrder } = await application.ok<Answer>('orders', text, { input }, buyer.who);
      await application.settle();
      return placeOrder.__typename;
    };
    await change('promise', { optionLifeMinutes: 2 });
    expect(await after(3)).toBe('PromiseExpired');
    await reset('promise', 'optionLifeMinutes');
    expect(await after(3)).toBe('PlaceOrderSuccess');
  });
  it('decide who may order on invoice', async () => {
    await change('orders', { invoiceCallers: [] });
    const partner = callers.partner('marketplace');
    const text = `mutation { placeOrder(input: { cartId: "none", deliveryOptionHandle: "h", idempotencyKey: "i",
      payment: { method: INVOICE, token: "t" } }) { __typename } }`;
    expect(await application.code('orders', text, {}, partner)).toBe('PAYMENT_METHOD_NOT_ALLOWED');
    await reset('orders', 'invoiceCallers');
    expect(await application.code('orders', text, {}, partner)).toBe('NOT_FOUND');
  });
  it('take JSON written into the query, and refuse what is too deep or too long', async () => {
    const literal = (
      value: string,
    ) => `mutation($k: String!) { changeCatalogSettings(input: { version: 9, reason: "deep",
      changes: [{ key: "channelBufferUnits", value: ${value} }], idempotencyKey: $k }) { version } }`;
    const run = (value: string) => application.code('catalog', literal(value), { k: 'deep' }, callers.admin);
    expect(await run('{ web: 1 }')).toBe('CONFLICT');
    for (const bad of [`${'['.repeat(9)}${']'.repeat(9)}`, `"${'x'.repeat(20_000)}"`, '{ __proto__: 1 }'])
      expect(await run(bad)).toBe('BAD_USER_INPUT');
  });
});
