import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../schema/identity.ts';
import { bringGoodsToStores, buyToCollect } from '../support/collecting.ts';
import { openShoeShop, type ShoeShop } from '../support/shoeShop.ts';
import { act, firstWorkOn, workOn } from '../support/staff.ts';
import { callers } from '../support/world.ts';

const collectText = `mutation($input: FulfillmentOrderActionInput!, $proof: CollectionProofInput) {
  collectFulfillmentOrder(input: $input, proof: $proof) { step } }`;
const codeText = 'query($id: ID!) { order(id: $id) { collection { code collectors } } }';
const allowText =
  'mutation($input: AllowCollectorInput!) { allowCollector(input: $input) { collection { collectors } } }';

describe('goods at the counter', () => {
  let shop: ShoeShop;
  const associate = callers.associate('store');
  let keys = 0;

  /** An order whose goods wait in the store, with its code. */
  const waiting = async (): Promise<{ orderId: string; workId: string; code: string }> => {
    const { application, buyer } = shop;
    const { orderId } = await buyToCollect(shop, 1);
    const work = await firstWorkOn(application, orderId);
    await act(application, 'acceptFulfillmentOrder', { id: work.id });
    await act(application, 'pickFulfillmentOrder', { id: work.id });
    const lines = work.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    await act(application, 'packFulfillmentOrder', { id: work.id, parcels: [{ weightGrams: 500, lines }] });
    await act(application, 'readyForCollection', { id: work.id });
    await application.settle();
    type Code = { order: { collection: { code: string } } };
    const { order } = await application.ok<Code>('orders', codeText, { id: orderId }, buyer.who);
    return { orderId, workId: work.id, code: order.collection.code };
  };
  const collect = (id: string, proof?: object) =>
    shop.application.run('fulfillment', collectText, { input: { id }, ...(proof && { proof }) }, associate);
  const codeOf = async (id: string, proof?: object): Promise<unknown> =>
    (await collect(id, proof)).errors?.[0]?.extensions['code'];
  const allow = (orderId: string, name: string, who: Identity = shop.buyer.who) =>
    shop.application.code(
      'orders',
      allowText,
      { input: { orderId, name, idempotencyKey: `allow-${++keys}` } },
      who,
    );

  beforeAll(async () => {
    shop = await openShoeShop(10);
    await bringGoodsToStores(shop);
    await shop.application.stock('shoe', 'store', 50);
  });
  afterAll(() => shop.application.stop());

  it('are handed out to whoever shows the code, and to nobody with a wrong one', async () => {
    const { workId, code } = await waiting();
    expect(code).toMatch(/^[0-9]{6}$/);
    const other = code === '000000' ? '000001' : '000000';
    expect(await codeOf(workId, { code: other })).toBe('COLLECTION_REFUSED');
    expect(await codeOf(workId, { code, name: 'Somebody Else' })).toBe('COLLECTION_REFUSED');
    const { data } = await collect(workId, { code: ` ${code} `, name: 'b  A' });
    expect(data?.['collectFulfillmentOrder']).toEqual({ step: 'COLLECTED' });
  });

  it('are handed out to another person whom the customer allowed by name', async () => {
    const { orderId, workId, code } = await waiting();
    expect(await codeOf(workId, { code, name: 'Zoe Martin' })).toBe('COLLECTION_REFUSED');
    expect(await allow(orderId, 'Zoé  Martin')).toBeUndefined();
    expect(await allow(orderId, 'zoe martin')).toBeUndefined();
    type Code = { order: { collection: { collectors: string[] } } };
    const { order } = await shop.application.ok<Code>('orders', codeText, { id: orderId }, shop.buyer.who);
    expect(order.collection.collectors).toEqual(['Zoé Martin']);
    expect(await codeOf(workId, { code, name: 'Martin Zoe' })).toBeUndefined();
  });

  it('are guessed at a few times only', async () => {
    const { workId, code } = await waiting();
    const wrong = code.startsWith('1') ? '2' : '1';
    for (let n = 0; n < 5; n++)
      expect(await codeOf(workId, { code: `${wrong}0000${n}` })).toBe('COLLECTION_REFUSED');
    expect(await codeOf(workId, { code })).toBe('TOO_MANY_ATTEMPTS');
    await shop.application.clock.advanceBy(16 * 60_000);
    expect(await codeOf(workId, { code })).toBeUndefined();
  });

  it('need the code where the retailer says so', async () => {
    const change =
      'mutation($input: ChangeSettingsInput!) { changeFulfillmentSettings(input: $input) { version } }';
    const changes = [{ key: 'collectionCodeRequired', value: true }];
    const input = { version: 0, changes, reason: 'thefts', idempotencyKey: 'codes' };
    await shop.application.ok('fulfillment', change, { input }, callers.admin);
    const { workId, code } = await waiting();
    expect(await codeOf(workId)).toBe('COLLECTION_REFUSED');
    expect(await codeOf(workId, { code })).toBeUndefined();
    expect(await codeOf(workId)).toBe('INVALID_TRANSITION');
  });

  it('have a code that is the customer’s alone, and none when they are sent', async () => {
    const { application, buyer } = shop;
    const { orderId } = await waiting();
    expect(await application.code('orders', codeText, { id: orderId }, associate)).toBe('FORBIDDEN');
    expect(await allow(orderId, '...')).toBe('BAD_USER_INPUT');
    expect(await allow(orderId, 'Zoe', callers.shopper('somebody-else'))).toBe('NOT_FOUND');
    const { order } = await buyer.buy('shoe', 1);
    expect(await application.ok('orders', codeText, { id: order?.id }, buyer.who)).toEqual({
      order: { collection: null },
    });
    expect(await allow(order?.id ?? '', 'Zoe')).toBe('INVALID_TRANSITION');
    const journal = await application.database('orders').collection('journal').find().toArray();
    expect(JSON.stringify(journal)).not.toContain('Zoé');
    expect((await workOn(application, orderId)).length).toBe(1);
  });
});
