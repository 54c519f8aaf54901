import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import type { Buyer } from '../../../test/support/buyer.ts';
import { optionsFor } from '../../../test/support/cartOptions.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { act, firstWorkOn, handOver, workOn } from '../../../test/support/staff.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { changesOf, euros, movedIn, sumsOf, told } from './changeSupport.ts';

const total = (units: Readonly<Record<string, number>>): number =>
  Object.values(units).reduce((sum, each) => sum + each, 0);

describe('an order whose units are changed after it was placed', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let changes: ReturnType<typeof changesOf>;

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
    changes = changesOf(application, buyer);
    await application.sell({ sku: 'boot', priceMinor: 1_200 }, { sku: 'coat', priceMinor: 2_500 });
    await application.stock('boot', 'store', 20);
    await application.stock('coat', 'warehouse', 20);
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  it('has more units, held, authorised and sent like the first', async () => {
    const { orderId, lineId } = await buyShoes({ application, buyer }, 1);
    const before = total(await changes.reserved('shoe'));
    const change = { orderId, add: [{ sku: 'shoe', quantity: 1 }, { sku: 'coat', quantity: 1 }] }; // prettier-ignore
    expect(await changes.preview(change)).toMatchObject({
      ...{ possible: true, refusals: [], difference: { amountMinor: 3_500 }, options: [] },
      after: { total: { amountMinor: 4_990 }, delivery: { amountMinor: 490 }, lines: { amountMinor: 4_500 } },
      ...{ toAuthorise: { amountMinor: 3_500 }, toRefund: { amountMinor: 0 }, toRelease: { amountMinor: 0 } },
    });
    expect(total(await changes.reserved('shoe'))).toBe(before);
    const input = await changes.agreed(change);
    const done = { __typename: 'OrderChanged', askedUnits: 0, refusedUnits: 0 };
    expect(await changes.confirm(input)).toEqual(done);
    expect(await changes.confirm(input)).toEqual(done);
    expect(total(await changes.reserved('shoe'))).toBe(before + 1);
    const order = await changes.load(orderId);
    // What costs the same goes to the line there is.
    expect(order.lines.map(({ sku, quantities }) => [sku, quantities['ordered']])).toEqual([
      ['shoe', 2],
      ['coat', 1],
    ]);
    expect(order.lines[0]?.id).toBe(lineId);
    expect(movedIn(order)).toEqual([
      ['AUTHORIZATION', 'SUCCEEDED', 1_490],
      ['AUTHORIZATION', 'SUCCEEDED', 3_500],
    ]);
    expect(told(order)).toContain('2 units added.');
    for (const work of await workOn(application, orderId)) await handOver(application, work);
    const sent = await changes.load(orderId);
    expect([sent.status, sumsOf(sent)]).toMatchObject(['SHIPPED', { captured: 4_990, outstanding: 0 }]);
  });

  it('added to and taken from again costs what it did, and nothing is refunded', async () => {
    const { orderId } = await buyShoes({ application, buyer }, 1);
    const before = sumsOf(await changes.load(orderId));
    await changes.confirm(await changes.agreed({ orderId, add: [{ sku: 'coat', quantity: 1 }] }));
    const coat = (await changes.load(orderId)).lines.find(({ sku }) => sku === 'coat');
    const change = { orderId, remove: [{ lineId: coat?.id, quantity: 1 }] };
    expect(await changes.preview(change)).toMatchObject({
      ...{ difference: { amountMinor: -2_500 }, toRelease: { amountMinor: 2_500 } },
    });
    expect(await changes.confirm(await changes.agreed(change))).toMatchObject({ __typename: 'OrderChanged' });
    const after = await changes.load(orderId);
    expect(sumsOf(after)).toEqual(before);
    expect(movedIn(after).filter(([kind]) => kind === 'REFUND')).toEqual([]);
    for (const work of await workOn(application, orderId))
      if (work.status !== 'CANCELLED') await handOver(application, work);
    // What was set aside for the coat is freed once nothing can follow.
    expect(movedIn(await changes.load(orderId)).filter(([kind]) => kind !== 'AUTHORIZATION')).toEqual(
      expect.arrayContaining([
        ['CHARGE', 'SUCCEEDED', 1_490],
        ['VOID', 'SUCCEEDED', 2_500],
      ]),
    );
  });

  it('has one article in place of another in one change', async () => {
    const { orderId, lineId } = await buyShoes({ application, buyer }, 2);
    const change = { orderId, add: [{ sku: 'coat', quantity: 1 }], remove: [{ lineId, quantity: 1 }] };
    expect(await changes.preview(change)).toMatchObject({
      ...{ difference: { amountMinor: 1_500 }, toAuthorise: { amountMinor: 1_500 } },
    });
    expect(await changes.confirm(await changes.agreed(change))).toMatchObject({ __typename: 'OrderChanged' });
    const order = await changes.load(orderId);
    expect(order.lines.map(({ sku, quantities: q }) => [sku, q['ordered'], q['cancelled']])).toEqual([
      ['shoe', 2, 1],
      ['coat', 1, 0],
    ]);
    expect(sumsOf(order)).toMatchObject({ total: 1_000 + 2_500 + 490 });
  });

  it('and is paid in the store has its new sum outstanding: 1200 become 2400', async () => {
    const cartId = await buyer.cart([{ sku: 'boot', quantity: 1 }]);
    const { options } = await optionsFor(application, buyer.who, cartId, ['RESERVE_AND_COLLECT']);
    const input = { cartId, deliveryOptionHandle: options[0]?.handle, idempotencyKey: changes.nextKey() };
    const { order } = await buyer.place({ ...input, payment: { method: 'IN_STORE', token: 'none' } });
    const orderId = order?.id ?? '';
    expect(sumsOf(await changes.load(orderId))).toMatchObject({ outstanding: 1_200 });
    const change = { orderId, add: [{ sku: 'boot', quantity: 1 }] };
    expect(await changes.preview(change)).toMatchObject({ possible: true, toAuthorise: { amountMinor: 0 } });
    const confirmed = await changes.confirm(await changes.agreed(change, undefined, { paymentToken: null }));
    expect(confirmed).toMatchObject({ __typename: 'OrderChanged' });
    expect(sumsOf(await changes.load(orderId))).toMatchObject({ outstanding: 2_400, total: 2_400 });
  });

  it('is as it was when the payment is declined, the units are gone, or the difference is another', async () => {
    const { orderId, lineId } = await buyShoes({ application, buyer }, 1);
    const [held, before] = [await changes.reserved('shoe'), await changes.load(orderId)];
    const change = { orderId, add: [{ sku: 'shoe', quantity: 2 }] };
    const declined = await changes.agreed(change, undefined, { paymentToken: 'tok_declined' });
    const answer = { __typename: 'PaymentDeclined', declineCode: 'card_declined' };
    expect(await changes.confirm(declined)).toEqual(answer);
    expect(await changes.confirm(declined)).toEqual(answer);
    const input = await changes.agreed(change);
    const refused: readonly (readonly [unknown, object, Identity?])[] = [
      ['CONFLICT', { ...input, acceptedDifference: euros(1_999) }],
      ['CURRENCY_MISMATCH', { ...input, acceptedDifference: { amountMinor: 2_000, currency: 'USD' } }],
      ['BAD_USER_INPUT', { ...input, paymentToken: null }],
      ['BAD_USER_INPUT', { ...input, deliveryOptionHandle: null }],
      ['BAD_USER_INPUT', { ...input, change: { orderId } }],
      ['UNKNOWN_SKU', { ...input, change: { orderId, add: [{ sku: 'no-such', quantity: 1 }] } }],
      ['INVALID_QUANTITY', { ...input, change: { orderId, add: [{ sku: 'shoe', quantity: 0 }] } }],
      ['INVALID_QUANTITY', { ...input, change: { orderId, remove: [{ lineId, quantity: 0 }] } }],
      ['NOT_FOUND', { ...input, change: { orderId, remove: [{ lineId: 'no-line', quantity: 1 }] } }],
      ['NOT_FOUND', input, callers.shopper('somebody-else')],
      ['NOT_FOUND', input, callers.guest('a-guest')],
      ['NOT_FOUND', input, callers.partner('marketplace')],
      ['FORBIDDEN', input, callers.associate('warehouse')],
      ['FORBIDDEN', { ...input, reason: 'by mail' }, callers.agent(['orders:read'])],
      ['BAD_USER_INPUT', input, callers.agent(['orders:write'])],
    ];
    for (const [wanted, asked, who] of refused) {
      const code = await changes.code({ ...asked, idempotencyKey: changes.nextKey() }, who);
      expect([asked, code]).toEqual([asked, wanted]);
    }
    const tooMany = { ...input, change: { orderId, remove: [{ lineId, quantity: 2 }] } };
    expect(await changes.confirm({ ...tooMany, idempotencyKey: changes.nextKey() })).toEqual({
      ...{ __typename: 'OrderChangeTooLate', code: 'TOO_MANY' },
    });
    const many = { orderId, add: [{ sku: 'shoe', quantity: 5_000 }] };
    expect(await changes.preview(many)).toMatchObject({
      ...{ possible: false, deliveryOptionHandle: null, refusals: [{ part: 'ADD', code: 'NOT_AVAILABLE' }] },
    });
    await application.settle();
    expect(await changes.reserved('shoe')).toEqual(held);
    expect(await changes.load(orderId)).toEqual(before);
  });

  it('waits for a silent provider and is changed when it has answered', async () => {
    const { orderId } = await buyShoes({ application, buyer }, 1);
    const change = { orderId, add: [{ sku: 'coat', quantity: 1 }] };
    const late = await changes.agreed(change, undefined, { paymentToken: 'tok_late_ok' });
    expect(await changes.code(late)).toBe('SERVICE_UNAVAILABLE');
    expect((await changes.load(orderId)).lines).toHaveLength(1);
    await application.clock.advanceBy(60_000);
    expect(await changes.confirm(late)).toMatchObject({ __typename: 'OrderChanged' });
    expect((await changes.load(orderId)).lines).toHaveLength(2);
    const other = await changes.agreed(change, undefined, { paymentToken: 'tok_late_declined' });
    expect(await changes.code(other)).toBe('SERVICE_UNAVAILABLE');
    // Nobody comes back: it is ended without the caller.
    await application.clock.advanceBy(60_000);
    expect(await changes.confirm(other)).toMatchObject({ __typename: 'PaymentDeclined' });
    expect(sumsOf(await changes.load(orderId))).toMatchObject({ total: 1_490 + 2_500 });
  });

  it('names another recipient and instructions until its goods are packed', async () => {
    const { orderId } = await buyShoes({ application, buyer }, 1);
    const address = { name: 'Zoë B', line1: 'Rue 2', postalCode: '75002', city: 'Paris', country: 'FR' };
    const agent = callers.agent(['orders:read', 'orders:write']);
    const change = { orderId, address, instructions: 'Second bell' };
    const input = { change, acceptedDifference: euros(0), reason: 'asked by telephone' };
    expect(await changes.preview(change)).toMatchObject({ possible: true, difference: { amountMinor: 0 } });
    const confirmed = await changes.confirm({ ...input, idempotencyKey: changes.nextKey() }, agent);
    expect(confirmed).toMatchObject({ __typename: 'OrderChanged' });
    const named = await changes.load(orderId);
    expect(named.address).toMatchObject({ name: 'Zoë B', line1: 'Rue 2', instructions: 'Second bell' });
    const node = named.timeline.edges.at(-1)?.node;
    expect(node?.summary).toBe(
      'Recipient, Street, Instructions for the carrier changed: asked by telephone.',
    );
    const { id, lines } = await firstWorkOn(application, orderId);
    for (const name of ['acceptFulfillmentOrder', 'pickFulfillmentOrder'])
      await act(application, name, { id });
    const packed = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    await act(application, 'packFulfillmentOrder', { id, parcels: [{ weightGrams: 500, lines: packed }] });
    await application.settle();
    const other = { orderId, instructions: 'Third bell' };
    expect(await changes.preview(other)).toMatchObject({
      ...{ possible: false, refusals: [{ part: 'INSTRUCTIONS', code: 'PACKED' }] },
    });
    const late = { ...input, change: other, idempotencyKey: changes.nextKey() };
    expect(await changes.confirm(late, agent)).toEqual({ __typename: 'OrderChangeTooLate', code: 'PACKED' });
    const journal = await application.database('orders').collection('journal').find().toArray();
    expect(JSON.stringify(journal)).not.toContain('Zoë');
    const rows = await application.database('orders').collection('orderChanges').find().toArray();
    expect(JSON.stringify(rows)).not.toContain('Zoë');
  });

  it('that has left takes nothing more, and says why', async () => {
    const { orderId, lineId } = await buyShoes({ application, buyer }, 1);
    const input = await changes.agreed({ orderId, add: [{ sku: 'shoe', quantity: 1 }] });
    await handOver(application, await firstWorkOn(application, orderId));
    expect(await changes.confirm(input)).toEqual({ __typename: 'OrderChangeTooLate', code: 'HAS_LEFT' });
    const wishes: readonly (readonly [string, object])[] = [
      ['ADD', { add: [{ sku: 'shoe', quantity: 1 }] }],
      ['REMOVE', { remove: [{ lineId, quantity: 1 }] }],
      ['INSTRUCTIONS', { instructions: 'ring twice' }],
      ['DELIVERY', { delivery: { methodTypes: ['PICKUP_IN_STORE'] } }],
    ];
    for (const [part, wish] of wishes)
      expect((await changes.preview({ orderId, ...wish })).refusals).toEqual([{ part, code: 'HAS_LEFT' }]);
  });
});
