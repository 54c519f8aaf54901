import { afterAll, beforeAll, expect, it } from 'vitest';
import { buyerIn } from '../support/buyer.ts';
import { act, firstWorkOn, workOn } from '../support/staff.ts';
import { expectSoundStock } from '../support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { waitFor } from '../support/waitFor.ts';

let application: TradingApplication;
beforeAll(async () => {
  application = await openTradingApplication();
  await application.sell({ sku: 'lamp' });
});
afterAll(() => application.stop());

it('sources the newest orders again when a count finds fewer units than orders hold', async () => {
  await application.stock('lamp', 'warehouse', 5);
  const buyer = buyerIn(application);
  const first = (await buyer.buy('lamp', 2)).order?.id ?? '';
  await application.settle();
  await application.clock.advanceBy(1_000);
  const second = (await buyer.buy('lamp', 3)).order?.id ?? '';
  await application.settle();
  const openAt = async (orderId: string) =>
    (await workOn(application, orderId))
      .filter(({ status }) => status !== 'CANCELLED')
      .map(({ location }) => location.id);
  expect([await openAt(first), await openAt(second)]).toEqual([['warehouse'], ['warehouse']]);
  await application.stock('lamp', 'store', 4);
  await application.stock('lamp', 'warehouse', 2);
  await waitFor('the second order to move', async () => (await openAt(second))[0] === 'store');
  await application.settle();
  expect([await openAt(first), await openAt(second)]).toEqual([['warehouse'], ['store']]);
  const query = `{ stockPositions(sku: "lamp") { edges { node { locationId onHand reserved shortBy } } } }`;
  type Answer = { stockPositions: { edges: { node: object }[] } };
  const { stockPositions } = await application.ok<Answer>('catalog', query);
  expect(stockPositions.edges.map(({ node }) => node)).toEqual([
    { locationId: 'store', onHand: 4, reserved: 3, shortBy: 0 },
    { locationId: 'warehouse', onHand: 2, reserved: 2, shortBy: 0 },
  ]);
  await expectSoundStock(application);
});

const standsAt = async (orderId: string) =>
  (await workOn(application, orderId))
    .filter(({ status }) => status !== 'CANCELLED')
    .map(({ location, status }) => `${location.id} ${status}`);
const positions = async (sku: string) => {
  const query = `query($sku: ID!) { stockPositions(sku: $sku) { edges { node { locationId onHand reserved shortBy } } } }`;
  type Answer = { stockPositions: { edges: { node: object }[] } };
  return (await application.ok<Answer>('catalog', query, { sku })).stockPositions.edges.map(
    ({ node }) => node,
  );
};

it.each(['rejects it', 'finds one of two'])(
  'sources the orders again that hold units of a place where somebody %s',
  async (how) => {
    const sku = `vase-${how.replaceAll(' ', '-')}`;
    await application.sell({ sku });
    await application.stock(sku, 'warehouse', 9);
    const buyer = buyerIn(application);
    const ids: string[] = [];
    for (const quantity of [2, 1, 3]) ids.push((await buyer.buy(sku, quantity)).order?.id ?? '');
    await application.settle();
    const [first = '', begun = '', waiting = ''] = ids;
    const work = await firstWorkOn(application, first);
    // Picked for another order: its unit is in somebody's hands.
    const other = await firstWorkOn(application, begun);
    await act(application, 'acceptFulfillmentOrder', { id: other.id });
    await act(application, 'pickFulfillmentOrder', { id: other.id });
    await application.stock(sku, 'store', 20);
    const reason = 'NOT_IN_STOCK';
    if (how === 'rejects it') {
      const text = `mutation($input: RejectFulfillmentOrderInput!) { rejectFulfillmentOrder(input: $input) { id } }`;
      await application.ok('fulfillment', text, { input: { id: work.id, reason } });
    } else {
      await act(application, 'acceptFulfillmentOrder', { id: work.id });
      const lines = [{ lineId: work.lines[0]?.lineId, quantity: 1, reason }];
      await act(application, 'pickFulfillmentOrder', { id: work.id, lines });
    }
    await waitFor('the waiting order to move', async () => (await standsAt(waiting))[0] === 'store OPEN');
    await application.settle();
    expect(await standsAt(begun)).toEqual(['warehouse IN_PROGRESS']);
    const left = how === 'rejects it' ? 1 : 2;
    expect(await positions(sku)).toEqual([
      expect.objectContaining({ locationId: 'store', onHand: 20, shortBy: 0 }),
      { locationId: 'warehouse', onHand: left, reserved: left, shortBy: 0 },
    ]);
    await expectSoundStock(application);
  },
);
