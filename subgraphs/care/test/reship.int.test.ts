import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers } from '../../../test/support/world.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const agent = callers.agent(['orders:read', 'orders:write']);
const reshipText = 'mutation($input: ReshipUnitsInput!) { reshipUnits(input: $input) { outcome } }';
const linesText = 'query($id: ID!) { order(id: $id) { lines { id } } }';

describe('units that are sent again', () => {
  let shop: CareShop;
  beforeAll(async () => {
    shop = await openCareShop();
  });
  afterAll(() => shop.stop());

  it.each([
    ['LOST', 'PARCEL_LOST'],
    ['DAMAGED', 'PARCEL_DAMAGED'],
  ])('are told to the customer as %s', async (trouble, code) => {
    const { application } = shop;
    const orderId = await shop.order();
    await shop.shipped(orderId);
    await shop.moveOn(3_600_000);
    type Lines = { order: { lines: { id: string }[] } };
    const { order } = await application.ok<Lines>('orders', linesText, { id: orderId }, agent);
    const input = {
      ...{ orderId, trouble, reason: 'the customer called', idempotencyKey: `again-${trouble}` },
      lines: [{ lineId: order.lines[0]?.id, quantity: 1 }],
    };
    await application.ok('orders', reshipText, { input }, agent);
    await shop.moveOn(60_000);
    expect(Object.keys(await shop.fates(orderId))).toContain(code);
  });
});
