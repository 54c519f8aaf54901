import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { optionsFor } from '../../../test/support/cartOptions.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { act, firstWorkOn, handOver, workOn } from '../../../test/support/staff.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { changesOf, euros, movedIn, sumsOf, told } from './changeSupport.ts';

const lille = { name: 'A B', line1: 'Rue 9', postalCode: '59000', city: 'Lille', country: 'FR' };
const cancelText = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`;

describe('an order that goes another way than it was placed', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let changes: ReturnType<typeof changesOf>;

  const open = async (orderId: string) =>
    (await workOn(application, orderId)).filter(({ status }) => status !== 'CANCELLED');

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
    changes = changesOf(application, buyer);
    await application.sell({ sku: 'boot', priceMinor: 1_200 }, { sku: 'last', priceMinor: 5_000 });
    await application.stock('boot', 'store', 50);
    await application.stock('last', 'warehouse', 1);
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  it('to another town keeps the last unit it holds, and is worked on and captured as before', async () => {
    const { order } = await buyer.buy('last', 1);
    const orderId = order?.id ?? '';
    await application.settle();
    const [before] = await open(orderId);
    await act(application, 'acceptFulfillmentOrder', { id: before?.id });
    const change = { orderId, address: lille };
    const seen = await changes.preview(change);
    expect(seen).toMatchObject({ possible: true, difference: { amountMinor: 0 }, refusals: [] });
    expect(seen.options.map(({ methodType }) => methodType)).toEqual(['SHIPPING']);
    const input = await changes.agreed(change);
    expect(await changes.confirm(input)).toMatchObject({ __typename: 'OrderChanged' });
    expect(await changes.confirm(input)).toMatchObject({ __typename: 'OrderChanged' });
    expect(await changes.reserved('last')).toEqual({ warehouse: 1 });
    const changed = await changes.load(orderId);
    expect(changed.address).toMatchObject({ postalCode: '59000', city: 'Lille' });
    expect(changed.delayed).toBe(false);
    expect(changed.lines[0]?.quantities).toMatchObject({ ordered: 1, cancelled: 0, cancelAsked: 0 });
    expect(told(changed)).toEqual(
      expect.arrayContaining([
        'Another way of delivery for 1 unit asked for.',
        '1 unit taken back from the location for the change.',
        'Street, Place changed.',
      ]),
    );
    const now = await open(orderId);
    expect(now.map(({ location }) => location.id)).toEqual(['warehouse']);
    expect(now[0]?.id).not.toBe(before?.id);
    for (const work of now) await handOver(application, work);
    const sent = await changes.load(orderId);
    expect([sent.status, sumsOf(sent)]).toMatchObject(['SHIPPED', { captured: 5_490, outstanding: 0 }]);
    expect(await changes.reserved('last')).toEqual({ warehouse: 0 });
  });

  it('collected in the store in place of the parcel gives the delivery back: 490 less', async () => {
    const { order } = await buyer.buy('boot', 2);
    const orderId = order?.id ?? '';
    await application.settle();
    const change = { orderId, delivery: { methodTypes: ['PICKUP_IN_STORE'] } };
    const { originalLatestAt } = (await changes.load(orderId)).promise;
    const seen = await changes.preview(change);
    expect(seen).toMatchObject({ possible: true, difference: { amountMinor: -490 }, toAuthorise: { amountMinor: 0 } }); // prettier-ignore
    expect(seen.options[0]).toMatchObject({ methodType: 'PICKUP_IN_STORE', collectAtId: 'store' });
    const input = await changes.agreed(change, 'PICKUP_IN_STORE', { paymentToken: null });
    expect(await changes.confirm(input)).toMatchObject({ __typename: 'OrderChanged' });
    const changed = await changes.load(orderId);
    expect(changed.promise).toMatchObject({ methodType: 'PICKUP_IN_STORE', collectAtId: 'store' });
    // What was promised first stays so, whatever the customer agrees to later.
    expect(changed.promise).toMatchObject({ originalLatestAt });
    expect(changed.promise.currentLatestAt).not.toBe(originalLatestAt);
    expect(sumsOf(changed)).toMatchObject({ delivery: 0, total: 2_400, outstanding: 2_400, captured: 0 });
    const [work] = await open(orderId);
    for (const name of ['acceptFulfillmentOrder', 'pickFulfillmentOrder', 'readyForCollection'])
      await act(application, name, { id: work?.id });
    await application.settle();
    // What is collected is captured when it is.
    expect(sumsOf(await changes.load(orderId))).toMatchObject({ captured: 0 });
    await act(application, 'collectFulfillmentOrder', { id: work?.id });
    expect(sumsOf(await changes.load(orderId))).toMatchObject({ captured: 2_400, outstanding: 0 });
  });

  it('sent in place of collected costs the delivery, which is authorised first', async () => {
    const { order } = await buyer.buy('boot', 1);
    const orderId = order?.id ?? '';
    await application.settle();
    const there = { orderId, delivery: { methodTypes: ['PICKUP_IN_STORE'] } };
    await changes.confirm(await changes.agreed(there, 'PICKUP_IN_STORE', { paymentToken: null }));
    const back = { orderId, delivery: { methodTypes: ['SHIPPING'] } };
    expect(await changes.preview(back)).toMatchObject({ difference: { amountMinor: 490 }, toAuthorise: { amountMinor: 0 } }); // prettier-ignore
    expect(await changes.confirm(await changes.agreed(back, 'SHIPPING'))).toMatchObject({
      __typename: 'OrderChanged',
    });
    const sent = await open(orderId);
    for (const work of sent) await handOver(application, work);
    expect(sumsOf(await changes.load(orderId))).toMatchObject({
      captured: 1_690,
      outstanding: 0,
      total: 1_690,
    });
  });

  it('is refused with a reason where it cannot go', async () => {
    const { orderId } = await buyShoes({ application, buyer }, 1);
    const refusals = async (wish: object) => (await changes.preview({ orderId, ...wish })).refusals;
    const abroad = { ...lille, postalCode: '10115', city: 'Berlin', country: 'DE' };
    expect(await refusals({ address: abroad })).toEqual([{ part: 'DELIVERY', code: 'OTHER_COUNTRY' }]);
    const island = { ...lille, postalCode: '97400', city: 'Saint-Denis' };
    expect(await refusals({ address: island })).toEqual([{ part: 'DELIVERY', code: 'OTHER_COUNTRY' }]);
    expect(await refusals({ delivery: { methodTypes: ['INSTANT'] } })).toEqual([
      { part: 'DELIVERY', code: 'NOT_AVAILABLE' },
    ]);
    const two = { orderId, address: lille, add: [{ sku: 'shoe', quantity: 1 }] };
    expect(await changes.previewCode(two)).toBe('BAD_USER_INPUT');
    expect(await changes.previewCode({ orderId, address: { ...lille, postalCode: '5900' } })).toBe(
      'BAD_USER_INPUT',
    );
    // A handle of a cart, or of nobody, is none of this order's.
    const cartId = await buyer.cart([{ sku: 'shoe', quantity: 1 }]);
    const input = { change: { orderId, address: lille }, acceptedDifference: euros(0) };
    for (const deliveryOptionHandle of [await buyer.handle(cartId), 'nonsense'])
      expect(await changes.code({ ...input, deliveryOptionHandle, idempotencyKey: changes.nextKey() })).toBe(
        'PROMISE_INVALID',
      );
  });

  it('paid in the store is not sent: the goods would be had for nothing', async () => {
    const cartId = await buyer.cart([{ sku: 'boot', quantity: 1 }]);
    const { options } = await optionsFor(application, buyer.who, cartId, ['RESERVE_AND_COLLECT']);
    const input = { cartId, deliveryOptionHandle: options[0]?.handle, idempotencyKey: changes.nextKey() };
    const { order } = await buyer.place({ ...input, payment: { method: 'IN_STORE', token: 'none' } });
    await application.settle();
    const change = { orderId: order?.id, delivery: { methodTypes: ['SHIPPING'] } };
    expect(await changes.preview(change)).toMatchObject({
      ...{ possible: false, refusals: [{ part: 'DELIVERY', code: 'PAYMENT_METHOD' }], options: [] },
    });
  });

  it('by an agent on behalf needs a reason, and is told as the retailer’s', async () => {
    const { orderId } = await buyShoes({ application, buyer }, 1);
    const agent = callers.agent(['orders:read', 'orders:write']);
    const input = await changes.agreed({ orderId, address: lille });
    expect(await changes.code({ ...input, idempotencyKey: changes.nextKey() }, agent)).toBe('BAD_USER_INPUT');
    const asked = { ...input, reason: 'moved house', idempotencyKey: changes.nextKey() };
    expect(await changes.confirm(asked, agent)).toMatchObject({ __typename: 'OrderChanged' });
    const { timeline } = await changes.load(orderId);
    const replanned = timeline.edges.find(({ node }) => node.summary.includes('moved house'));
    expect(replanned?.node.by).toBe('STAFF');
  });

  const races: readonly (readonly [string, (orderId: string) => Promise<unknown>])[] = [
    [
      'the hand-over of it',
      async (orderId) => {
        const work = await firstWorkOn(application, orderId);
        return application.run(
          'fulfillment',
          'mutation($input: FulfillmentOrderActionInput!) { handOverFulfillmentOrder(input: $input) { id } }',
          { input: { id: work.id } },
        );
      },
    ],
    [
      'its cancellation',
      (orderId) => {
        const input = { orderId, idempotencyKey: changes.nextKey() };
        return application.run('orders', cancelText, { input }, buyer.who);
      },
    ],
    [
      'another change',
      async (orderId) => changes.ask(await changes.agreed({ orderId, add: [{ sku: 'shoe', quantity: 1 }] })),
    ],
  ];
  for (const [what, other] of races)
    it(`at once with ${what}: one of both happens, and nothing is lost`, async () => {
      for (let round = 0; round < 3; round++) {
        const { orderId } = await buyShoes({ application, buyer }, 2);
        const { id, lines } = await firstWorkOn(application, orderId);
        for (const name of ['acceptFulfillmentOrder', 'pickFulfillmentOrder'])
          await act(application, name, { id });
        const inside = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
        await act(application, 'packFulfillmentOrder', {
          id,
          parcels: [{ weightGrams: 500, lines: inside }],
        });
        await act(application, 'labelFulfillmentOrder', { id });
        await application.settle();
        const input = await changes.agreed({ orderId, delivery: {}, address: lille }, 'SHIPPING');
        const [first] = await Promise.all([changes.ask(input), ...(round === 1 ? [] : [other(orderId)])]);
        if (round === 1) await other(orderId);
        const outcome = first.__typename === 'OrderChangeAsked' ? await changes.confirm(input) : first;
        await application.settle();
        await application.clock.advanceBy(60_000);
        const order = await changes.load(orderId);
        const { ordered = 0, cancelled = 0, cancelAsked, shipped = 0 } = order.lines[0]?.quantities ?? {};
        expect(cancelAsked).toBe(0);
        const changed = outcome.__typename === 'OrderChanged';
        expect(order.address['city']).toBe(changed ? 'Lille' : 'Paris');
        // Whatever was not sent or cancelled is worked on, once.
        for (const work of await open(orderId)) {
          if (work.step === 'HANDED_OVER') continue;
          await handOver(application, work);
        }
        const done = await changes.load(orderId);
        const sums = sumsOf(done);
        expect([what, round, done.lines[0]?.quantities]).toEqual([
          ...[what, round],
          expect.objectContaining({ ordered, cancelled, shipped: ordered - cancelled }),
        ]);
        expect(shipped).toBeLessThanOrEqual(ordered - cancelled);
        expect(sums).toMatchObject({ captured: ordered === cancelled ? 0 : sums['total'], outstanding: 0 });
        const net = movedIn(done).reduce((sum, [kind, state, amount]) => {
          if (state !== 'SUCCEEDED') return sum;
          return kind === 'AUTHORIZATION'
            ? sum + Number(amount)
            : kind === 'REFUND'
              ? sum
              : sum - Number(amount);
        }, 0);
        expect([what, round, net]).toEqual([what, round, 0]);
      }
    });
});
