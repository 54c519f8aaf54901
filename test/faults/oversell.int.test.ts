import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Placed } from '../support/buyer.ts';
import { catalogRows, expectSoundStock } from '../support/stockInvariants.ts';
import { openTradingApplication, type TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';

const stockOf = async (application: TradingApplication, sku: string) =>
  (
    await catalogRows<{ sku: string; onHand: number; reserved: number; available: number }>(
      application,
      'stock',
    )
  )
    .filter((row) => row.sku === sku)
    .reduce(
      (sum, row) => ({
        onHand: sum.onHand + row.onHand,
        reserved: sum.reserved + row.reserved,
        available: sum.available + row.available,
      }),
      { onHand: 0, reserved: 0, available: 0 },
    );

/** How long a buyer asks again, ms of the machine; long enough for a busy one. */
const patienceMs = 50_000;

/** As a client does: a call that was not answered is repeated with its key until it is. */
async function untilAnswered(go: () => Promise<Placed>): Promise<Placed> {
  for (const giveUpAt = performance.now() + patienceMs; ;)
    try {
      return await go();
    } catch (error) {
      const mayRepeat = /DEADLINE_EXCEEDED|IN_PROGRESS|CONFLICT/.test(String(error));
      if (!mayRepeat || performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

const reserve = `mutation($input: ReserveStockInput!) { reserveStock(input: $input) { __typename
  ... on ReserveStockSuccess { reservation { id state } }
  ... on ReservationOutOfStock { shortages { sku requested available } } } }`;
interface Reserved {
  readonly reserveStock: {
    readonly __typename: string;
    readonly reservation?: { readonly id: string; readonly state: string };
    readonly shortages?: { readonly requested: number; readonly available: number }[];
  };
}

describe('the last units', () => {
  let application: TradingApplication;
  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'rare' }, { sku: 'pair' }, { sku: 'cart' });
  });
  afterAll(() => application.stop());

  it('go to exactly 20 of 200 buyers who order at once; nothing is held for the others', async () => {
    await application.stock('rare', 'warehouse', 12);
    await application.stock('rare', 'store', 8);
    // Everybody has seen the option before anybody orders.
    const ready: (() => Promise<Placed>)[] = [];
    for (let n = 0; n < 200; n++) {
      const buyer = buyerIn(application, callers.shopper(`rush-${n}`));
      const input = await buyer.order(await buyer.cart([{ sku: 'rare', quantity: 1 }]));
      ready.push(() => buyer.place(input));
    }
    const results = await Promise.all(ready.map((go) => untilAnswered(go)));
    const count = (name: string): number => results.filter((each) => each.__typename === name).length;
    expect(count('PlaceOrderSuccess')).toBe(20);
    expect(count('OutOfStock') + count('PromiseExpired')).toBe(180);
    await application.settle();
    expect(await stockOf(application, 'rare')).toEqual({ onHand: 20, reserved: 20, available: 0 });
    await expectSoundStock(application);
    const { orders } = await application.ok<{ orders: { edges: unknown[] } }>(
      'orders',
      '{ orders(first: 100) { edges { node { id } } } }',
    );
    expect(orders.edges).toHaveLength(20);
  }, 240_000);

  it('are not sold twice through two lines of one SKU', async () => {
    await application.stock('pair', 'warehouse', 3);
    const line = { sku: 'pair', locationId: 'warehouse', quantity: 2 };
    const ask = (key: string, lines: object[]) =>
      application.ok<Reserved>('catalog', reserve, { input: { idempotencyKey: key, state: 'FIRM', lines } });
    const { reserveStock } = await ask('two-lines', [line, line]);
    expect(reserveStock.shortages).toEqual([{ sku: 'pair', requested: 4, available: 3 }]);
    expect(await stockOf(application, 'pair')).toEqual({ onHand: 3, reserved: 0, available: 3 });
    const fits = await ask('fits', [line, { ...line, quantity: 1 }]);
    expect(fits.reserveStock.__typename).toBe('ReserveStockSuccess');
    expect(await stockOf(application, 'pair')).toEqual({ onHand: 3, reserved: 3, available: 0 });
    await expectSoundStock(application);
  });

  it('held by a cart are EXPIRED at the very instant, and free within five seconds', async () => {
    await application.stock('cart', 'warehouse', 1);
    const lines = [{ sku: 'cart', locationId: 'warehouse', quantity: 1 }];
    const input = { idempotencyKey: 'soft', state: 'SOFT', ttlSeconds: 61, lines };
    const { reserveStock } = await application.ok<Reserved>('catalog', reserve, { input });
    const id = reserveStock.reservation?.id ?? '';
    const state = async (): Promise<unknown> =>
      (
        await application.ok<{ reservation: unknown }>(
          'catalog',
          'query($id: ID!) { reservation(id: $id) { state } }',
          { id },
        )
      ).reservation;
    await application.clock.advanceBy(60_999);
    expect(await state()).toEqual({ state: 'SOFT' });
    await application.clock.advanceBy(1);
    expect(await state()).toEqual({ state: 'EXPIRED' });
    await application.clock.advanceBy(5_000);
    await application.settle();
    expect(await stockOf(application, 'cart')).toEqual({ onHand: 1, reserved: 0, available: 1 });
    expect(
      await application.code('catalog', 'mutation($id: ID!) { firmReservation(id: $id) { id } }', { id }),
    ).toBe('INVALID_TRANSITION');
    await expectSoundStock(application);
  });
});
