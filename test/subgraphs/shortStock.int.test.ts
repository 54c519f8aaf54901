import { afterAll, beforeAll, expect, it } from 'vitest';
import { buyerIn } from '../support/buyer.ts';
import { workOn } from '../support/staff.ts';
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
