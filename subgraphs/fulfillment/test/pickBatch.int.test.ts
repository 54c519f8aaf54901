import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  binsText,
  cancelText,
  finishText,
  gtin,
  lyon,
  paris,
  scanText,
  startText,
  waveText,
  pickBatchWorld,
} from './pickBatchWorld.ts';
import { units, workOn } from './subgraphWorld.ts';

describe('picking together', () => {
  let at: Awaited<ReturnType<typeof pickBatchWorld>>;

  beforeAll(async () => {
    at = await pickBatchWorld();
  });
  afterAll(() => at.world.stop());

  it('walks through the zones once for all orders', async () => {
    const { world, key, code, work, start } = at;
    const bins = [
      { sku: 'sock', zone: 'A', bin: '10' },
      { sku: 'shoe', zone: 'A', bin: '9' },
      { sku: 'hat', zone: 'B', bin: '1' },
    ];
    const set = (of: object[], who = lyon) =>
      world.ok<{ setBins: { changed: number } }>(
        binsText,
        { input: { locationId: 'lyon', bins: of, ...key() } },
        who,
      );
    expect((await set(bins)).setBins.changed).toBe(3);
    expect((await set(bins)).setBins.changed).toBe(0);
    const one = await work(units('l1', 'shoe', 2), units('l2', 'belt', 1));
    const two = await work(units('l1', 'sock', 1), units('l2', 'shoe', 1), units('l3', 'hat', 1));
    const batch = await start(one.id, two.id);
    expect(
      batch.zones.map(({ zone, entries }) => [zone, entries.map((e) => [e.bin, e.sku, e.quantity])]),
    ).toEqual([
      [
        'A',
        [
          ['9', 'shoe', 3],
          ['10', 'sock', 1],
        ],
      ],
      ['B', [['1', 'hat', 1]]],
      [null, [[null, 'belt', 1]]],
    ]);
    expect(batch).toMatchObject({ state: 'OPEN', units: 6, scanned: 0 });
    expect(await code(binsText, { locationId: 'lyon', bins: [{ sku: 'ghost', zone: 'A' }] })).toBe(
      'UNKNOWN_SKU',
    );
    expect(await code(binsText, { locationId: 'lyon', bins: [{ sku: 'hat', bin: '1' }] })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await code(binsText, { locationId: 'lyon', bins }, paris)).toBe('FORBIDDEN');
  });

  it('counts scans by SKU or GTIN, and a wrong one is refused and changes nothing', async () => {
    const { world, key, ok, code, read, work, start } = at;
    const one = await work(units('l1', 'shoe', 2));
    const two = await work(units('l1', 'shoe', 1), units('l2', 'sock', 1));
    const { id: batchId } = await start(one.id, two.id);
    const scan = { batchId, code: gtin, ...key() };
    expect((await ok(scanText, scan)).scanned).toBe(1);
    // The same key is the same scan.
    expect((await ok(scanText, scan)).scanned).toBe(1);
    expect((await ok(scanText, { batchId, code: 'shoe', fulfillmentOrderId: two.id })).scanned).toBe(2);
    const before = await read(batchId);
    await world.settle();
    const told = world.told.length;
    const refused = async (input: object) => {
      const { errors } = await world.run(scanText, { input: { batchId, ...key(), ...input } }, lyon);
      return [errors?.[0]?.extensions['code'], errors?.[0]?.extensions['reason']];
    };
    expect(await refused({ code: 'hat' })).toEqual(['SCAN_REFUSED', 'NOT_ON_LIST']);
    expect(await refused({ code: '4006381333932' })).toEqual(['SCAN_REFUSED', 'UNKNOWN_CODE']);
    expect(await refused({ code: 'sock', fulfillmentOrderId: one.id })).toEqual([
      'SCAN_REFUSED',
      'NOT_ON_LIST',
    ]);
    expect(await refused({ code: 'shoe', quantity: 2 })).toEqual(['SCAN_REFUSED', 'NOTHING_LEFT']);
    expect(await refused({ code: 'shoe', quantity: 0 })).toEqual(['INVALID_QUANTITY', undefined]);
    expect(await code(scanText, { batchId, code: 'shoe' }, paris)).toBe('NOT_FOUND');
    expect(await read(batchId)).toEqual(before);
    await world.settle();
    expect(world.told.length).toBe(told);
  });

  it('ends with what was scanned; what is missing needs a reason and is sourced elsewhere', async () => {
    const { world, ok, code, work, start } = at;
    const one = await work(units('l1', 'shoe', 2));
    const two = await work(units('l1', 'sock', 2));
    const { id: batchId } = await start(one.id, two.id);
    await ok(scanText, { batchId, code: 'shoe', quantity: 2 });
    await ok(scanText, { batchId, code: 'sock' });
    expect(await code(finishText, { batchId })).toBe('BAD_USER_INPUT');
    const short = (of: string) => [{ fulfillmentOrderId: of, lineId: 'l1', reason: 'NOT_IN_STOCK' }];
    expect(await code(finishText, { batchId, short: [...short(one.id), ...short(two.id)] })).toBe(
      'BAD_USER_INPUT',
    );
    const done = await ok(finishText, { batchId, short: short(two.id) });
    expect(done).toMatchObject({ state: 'DONE', units: 3, scanned: 3 });
    await world.settle();
    const seen = async ({ orderId }: { orderId: string }) =>
      (await workOn(world, orderId)).map(({ location, step, lines }) => [
        location.id,
        step,
        lines.map((line) => [line.picked, line.rerouted]),
      ]);
    expect(await seen(one)).toEqual([['lyon', 'PICKED', [[2, 0]]]]);
    expect(await seen(two)).toEqual([
      ['lyon', 'PICKED', [[1, 1]]],
      ['paris', 'TO_PICK', [[0, 0]]],
    ]);
    expect(world.toldOf('fulfillment.StockDiscrepancy').at(-1)).toMatchObject({
      lines: [{ sku: 'sock', locationId: 'lyon', quantity: 1 }],
      reason: 'NOT_IN_STOCK',
    });
    expect(await code(scanText, { batchId, code: 'shoe' })).toBe('INVALID_TRANSITION');
  });

  it('releases what a pickup needs, and nothing twice', async () => {
    const { world, ok, code, work, start } = at;
    const one = await work(units('l1', 'hat', 1));
    const dueBy = new Date(world.clock.nowMs() + 6 * 3_600_000).toISOString();
    const early = new Date(world.clock.nowMs() + 3_600_000).toISOString();
    expect(await code(waveText, { locationId: 'lyon', dueBy: early })).toBe('NOTHING_TO_PICK');
    const wave = await ok(waveText, { locationId: 'lyon', dueBy });
    expect(wave).toMatchObject({ kind: 'WAVE', fulfillmentOrders: [{ id: one.id, step: 'PICKING' }] });
    expect(await code(waveText, { locationId: 'lyon', dueBy })).toBe('NOTHING_TO_PICK');
    expect(await code(startText, { locationId: 'lyon', fulfillmentOrderIds: [one.id] })).toBe(
      'INVALID_TRANSITION',
    );
    // Given up, its work can be picked in another batch or by hand.
    expect(await ok(cancelText, { batchId: wave.id, reason: 'end of shift' })).toMatchObject({
      state: 'CANCELLED',
    });
    expect(await start(one.id)).toMatchObject({ state: 'OPEN', units: 1 });
  });
});
