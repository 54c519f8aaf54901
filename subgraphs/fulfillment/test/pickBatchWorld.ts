import { callers } from '../../../test/support/world.ts';
import { locationInput } from './locationInput.ts';
import { moved, placeAtFirst } from './refusedWork.ts';
import {
  act,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  workOn,
  type FulfillmentWorld,
  type units,
} from './subgraphWorld.ts';

const batchFields = `id kind state units scanned fulfillmentOrders { id step }
  zones { zone entries { bin sku gtin quantity scanned shares { fulfillmentOrderId lineId quantity scanned } } }`;
const mutation = (name: string, type: string): string =>
  `mutation($input: ${type}!) { ${name}(input: $input) { ${batchFields} } }`;
export const startText = mutation('startPickBatch', 'StartPickBatchInput');
export const waveText = mutation('releaseWave', 'ReleaseWaveInput');
export const scanText = mutation('scanPick', 'ScanPickInput');
export const finishText = mutation('finishPickBatch', 'FinishPickBatchInput');
export const cancelText = mutation('cancelPickBatch', 'CancelPickBatchInput');
export const binsText = `mutation($input: SetBinsInput!) { setBins(input: $input) { changed } }`;
const readText = `query($id: ID!) { pickBatch(id: $id) { ${batchFields} } }`;

export interface Batch {
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

export const gtin = '4006381333931';

export const lyon = callers.associate('lyon');
export const paris = callers.associate('paris');

/** Two stores that pick together, and short ways to do it in Lyon. */
export async function pickBatchWorld() {
  const world: FulfillmentWorld = await fulfillmentWorld();
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

  await world.ok(importLocations, {
    input: { locations: [locationInput('lyon'), locationInput('paris')] },
  });
  const variant = (sku: string, more: object = {}) => ({
    ...{ sku, productId: 'p', weightGrams: 100, lengthMm: 1, widthMm: 1, heightMm: 1, customisable: false },
    ...{ restrictions: [], price: { amountMinor: 100, currency: 'EUR' }, taxBasisPoints: 2000 },
    ...more,
  });
  const variants = [variant('shoe', { gtin: `0${gtin}` }), variant('sock'), variant('hat'), variant('belt')];
  await world.hear('catalog.VariantsChanged', { variants }, 'variants:1');
  world.answers['promise.resourceOrder'] = placeAtFirst('lyon', 'paris');
  world.answers['catalog.transferReservation'] = moved;
  return { world, key, ok, code, read, work, start };
}
