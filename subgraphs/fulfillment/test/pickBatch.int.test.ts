import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers } from '../../../test/support/world.ts';
import { locationInput } from './locationInput.ts';
import { moved, placeAtFirst } from './refusedWork.ts';
import {
  act,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

const batchFields = `id kind state units scanned fulfillmentOrders { id step }
  zones { zone entries { bin sku gtin quantity scanned shares { fulfillmentOrderId lineId quantity scanned } } }`;
const mutation = (name: string, type: string): string =>
  `mutation($input: ${type}!) { ${name}(input: $input) { ${batchFields} } }`;
const startText = mutation('startPickBatch', 'StartPickBatchInput');
const waveText = mutation('releaseWave', 'ReleaseWaveInput');
const scanText = mutation('scanPick', 'ScanPickInput');
const finishText = mutation('finishPickBatch', 'FinishPickBatchInput');
const cancelText = mutation('cancelPickBatch', 'CancelPickBatchInput');
const binsText = `mutation($input: SetBinsInput!) { setBins(input: $input) { changed } }`;
const readText = `query($id: ID!) { pickBatch(id: $id) { ${batchFields} } }`;

interface Batch {
  readonly id: string;
  readonly state: string;
  readonly units: number;
  readonly scanned: number;
  readonly fulfillmentOrders: readonly { id: string; step: string }[];
  readonly zones: readonly {
    zone: string | null;
    entries: readonly { bin: string | null; sku: string; quantity: number; scanned: number }[];
  }[];
}

const gtin = '4006381333931';

describe('picking together', () => {
  let world: FulfillmentWorld;
  const lyon = callers.associate('lyon');
  const paris = callers.associate('paris');
  let keys = 0;
  const key = () => ({ idempotencyKey: `key-${++keys}` });
  const ok = async (text: string, input: object, who = lyon): Promise<Batch> => {
    const data = await world.ok<Record<string, Batch>>(text, { input: { ...key(), ...input } }, who);
    const [batch] = Object.values(data);
    if (batch === undefined) throw new Error('No batch came back.');
    return batch;
  };
  const code = (text: string, input: object, who = lyon) =>
    world.code(text, { input: { ...key(), ...input } }, who);
  const read = async (id: string): Promise<Batch | null> =>
    (await world.ok<{ pickBatch: Batch | null }>(readText, { id }, lyon)).pickBatch;

  let orders = 0;
  /** Accepted work in Lyon. */
  const work = async (...lines: ReturnType<typeof units>[]): Promise<{ id: string; orderId: string }> => {
    const orderId = `b-${++orders}`;
    await world.hear(
      'orders.OrderConfirmed',
      confirmedOrder(orderId, [shipmentFrom('lyon', lines)]),
      `order:${orderId}`,
    );
    const id = (await workOn(world, orderId))[0]?.id ?? '';
    await act(world, 'acceptFulfillmentOrder', { id }, lyon);
    return { id, orderId };
  };
  const start = (...ids: string[]) => ok(startText, { locationId: 'lyon', fulfillmentOrderIds: ids });

  beforeAll(async () => {
    world = await fulfillmentWorld();
    await world.ok(importLocations, {
      input: { locations: [locationInput('lyon'), locationInput('paris')] },
    });
    const variant = (sku: string, more: object = {}) => ({
      ...{ sku, productId: 'p', weightGrams: 100, lengthMm: 1, widthMm: 1, heightMm: 1, customisable: false },
      ...{ restrictions: [], price: { amountMinor: 100, currency: 'EUR' }, taxBasisPoints: 2000 },
      ...more,
    });
    const variants = [
      variant('shoe', { gtin: `0${gtin}` }),
      variant('sock'),
      variant('hat'),
      variant('belt'),
    ];
    await world.hear('catalog.VariantsChanged', { variants }, 'variants:1');
    world.answers['promise.resourceOrder'] = placeAtFirst('lyon', 'paris');
    world.answers['catalog.transferReservation'] = moved;
  });
  afterAll(() => world.stop());

  it('walks through the zones once for all orders', async () => {
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

  it('takes work of its own location only, all of it or none', async () => {
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
