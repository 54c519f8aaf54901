import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishText, lyon, paris, scanText, startText, pickBatchWorld } from './pickBatchWorld.ts';
import { act, units, workOn } from './subgraphWorld.ts';

describe('work that is picked together', () => {
  let at: Awaited<ReturnType<typeof pickBatchWorld>>;

  beforeAll(async () => {
    at = await pickBatchWorld();
  });
  afterAll(() => at.world.stop());

  it('takes work of its own location only, all of it or none', async () => {
    const { world, code, work } = at;
    const one = await work(units('l1', 'hat', 1));
    expect(await code(startText, { locationId: 'lyon', fulfillmentOrderIds: [one.id, 'ghost'] })).toBe(
      'NOT_FOUND',
    );
    expect(await code(startText, { locationId: 'paris', fulfillmentOrderIds: [one.id] }, paris)).toBe(
      'NOT_FOUND',
    );
    expect(await code(startText, { locationId: 'lyon', fulfillmentOrderIds: [] })).toBe('BAD_USER_INPUT');
    expect((await workOn(world, one.orderId))[0]?.step).toBe('TO_PICK');
    await act(world, 'pickFulfillmentOrder', { id: one.id }, lyon);
    expect(await code(startText, { locationId: 'lyon', fulfillmentOrderIds: [one.id] })).toBe(
      'INVALID_TRANSITION',
    );
  });

  it('lets one of two batches have the work that both want', async () => {
    const { world, key, work } = at;
    const one = await work(units('l1', 'hat', 1));
    const results = await Promise.all(
      [1, 2, 3].map(() =>
        world.run(
          startText,
          { input: { locationId: 'lyon', fulfillmentOrderIds: [one.id], ...key() } },
          lyon,
        ),
      ),
    );
    expect(results.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  });

  it('forgets units that are cancelled meanwhile, and work that is picked by hand', async () => {
    const { world, ok, read, work, start } = at;
    const one = await work(units('l1', 'hat', 2));
    const two = await work(units('l1', 'hat', 1));
    const { id: batchId } = await start(one.id, two.id);
    await ok(scanText, { batchId, code: 'hat', quantity: 2, fulfillmentOrderId: one.id });
    await world.hear(
      'orders.LinesCancelled',
      {
        ...{ orderId: one.orderId, lines: [{ lineId: 'l1', sku: 'hat', quantity: 1 }], causeId: 'c' },
        ...{ reason: 'no more', by: 'CUSTOMER' as const },
      },
      `order:${one.orderId}`,
    );
    await act(world, 'pickFulfillmentOrder', { id: two.id }, lyon);
    expect(await read(batchId)).toMatchObject({ units: 1, scanned: 1 });
    await ok(finishText, { batchId });
    expect((await workOn(world, one.orderId))[0]).toMatchObject({ step: 'PICKED', lines: [{ picked: 1 }] });
  });
});
