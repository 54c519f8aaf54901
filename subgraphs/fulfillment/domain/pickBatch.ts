import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { defineMachine } from '../../../platform/machine/machine.ts';
import type { PickBatchKind, PickBatchState } from '../generated/resolverTypes.ts';
import { openUnits, type EventOf, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { articleOf, type Article } from './articles.ts';

/** Units of one line that were scanned. */
export interface ScannedUnits {
  readonly fulfillmentOrderId: string;
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
}

/** Fulfillment orders of one location that are picked together. */
export interface PickBatch {
  readonly _id: string;
  readonly locationId: string;
  readonly kind: PickBatchKind;
  readonly state: PickBatchState;
  readonly fulfillmentOrderIds: readonly string[];
  readonly scanned: readonly ScannedUnits[];
  readonly createdAtMs: number;
}

export type PickBatchEvent =
  | EventOf<'fulfillment.PickBatchStarted'>
  | EventOf<'fulfillment.PickScanned'>
  | EventOf<'fulfillment.PickBatchEnded'>;

export const pickBatchMachine = defineMachine<PickBatchState>({
  name: 'PickBatch',
  initial: 'OPEN',
  final: ['DONE', 'CANCELLED'],
  transitions: { OPEN: ['DONE', 'CANCELLED'], DONE: [], CANCELLED: [] },
});

/** Fold one event into the batch. */
export function evolvePickBatch(state: PickBatch | undefined, event: PickBatchEvent, at: number): PickBatch {
  if (event.type === 'fulfillment.PickBatchStarted') {
    const { batchId, locationId, kind, fulfillmentOrderIds } = event.data;
    return {
      ...{ _id: batchId, locationId, kind, fulfillmentOrderIds },
      ...{ state: 'OPEN', scanned: [], createdAtMs: at },
    };
  }
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a batch.`);
  switch (event.type) {
    case 'fulfillment.PickScanned':
      return { ...state, scanned: withScan(state.scanned, event.data) };
    case 'fulfillment.PickBatchEnded':
      pickBatchMachine.requireTransition(state.state, event.data.state);
      return { ...state, state: event.data.state };
    default:
      return event satisfies never;
  }
}

function withScan(scanned: readonly ScannedUnits[], scan: ScannedUnits): ScannedUnits[] {
  const { fulfillmentOrderId, lineId, sku, quantity } = scan;
  const same = (each: ScannedUnits): boolean =>
    each.fulfillmentOrderId === fulfillmentOrderId && each.lineId === lineId;
  return scanned.some(same)
    ? scanned.map((each) => (same(each) ? { ...each, quantity: each.quantity + quantity } : each))
    : [...scanned, { fulfillmentOrderId, lineId, sku, quantity }];
}

/** Units of one line that the batch is to fetch: what is still open of work that is still being picked. */
export interface PickShare extends ScannedUnits {
  /** Units scanned of these. */
  readonly scanned: number;
}

const scannedOf = ({ scanned }: PickBatch, fulfillmentOrderId: string, lineId: string): number =>
  scanned.find((each) => each.fulfillmentOrderId === fulfillmentOrderId && each.lineId === lineId)
    ?.quantity ?? 0;

/** Is this work still picked with the batch? Somebody may have ended it by hand. */
const isPicking = ({ step, batchId }: FulfillmentOrder, batch: PickBatch): boolean =>
  step === 'PICKING' && batchId === batch._id;

/** Everything the batch is to fetch, most urgent work first. Cancelled units are nobody's any more. */
export function sharesOf(batch: PickBatch, works: readonly FulfillmentOrder[]): PickShare[] {
  return works
    .filter((work) => isPicking(work, batch))
    .sort((a, b) => a.dueAt.handoverMs - b.dueAt.handoverMs || (a._id < b._id ? -1 : 1))
    .flatMap((work) =>
      work.lines
        .filter((line) => openUnits(line) > 0)
        .map((line) => {
          const quantity = openUnits(line);
          const { lineId, sku } = line;
          const scanned = Math.min(quantity, scannedOf(batch, work._id, lineId));
          return { fulfillmentOrderId: work._id, lineId, sku, quantity, scanned };
        }),
    );
}

export function openBatch(batch: PickBatch | undefined): PickBatch {
  if (batch === undefined) throw notFound('batch');
  if (batch.state !== 'OPEN')
    throw codedError(
      'INVALID_TRANSITION',
      `The batch is ${batch.state}; nothing can be done with it any more.`,
    );
  return batch;
}

const refused = (reason: 'UNKNOWN_CODE' | 'NOT_ON_LIST' | 'NOTHING_LEFT', message: string): Error =>
  codedError('SCAN_REFUSED', message, { reason });

/** A scan. */
export interface Scan {
  readonly code: string;
  readonly quantity: number;
  readonly fulfillmentOrderId?: string | null | undefined;
}

/**
 * Counts scanned units for the most urgent work that still needs them, or for the one named. SCAN_REFUSED when the
 * article is unknown or not on the list, or fewer units of it are left; then nothing is counted.
 */
export function decideScan(
  batch: PickBatch,
  works: readonly FulfillmentOrder[],
  articles: readonly Article[],
  { code, quantity, fulfillmentOrderId }: Scan,
): PickBatchEvent[] {
  openBatch(batch);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 99_999)
    throw codedError('INVALID_QUANTITY', 'A scan counts 1 to 99,999 units.', { field: 'quantity' });
  const shares = sharesOf(batch, works);
  const sku = articleOf(code, articles)?.sku ?? shares.find((share) => share.sku === code)?.sku;
  if (sku === undefined)
    throw refused('UNKNOWN_CODE', 'No article has this SKU or GTIN; put it back and scan again.');
  const ofArticle = shares.filter((share) => share.sku === sku);
  const wanted = ofArticle.filter(
    (share) => fulfillmentOrderId == null || share.fulfillmentOrderId === fulfillmentOrderId,
  );
  if (wanted.length === 0)
    throw refused(
      'NOT_ON_LIST',
      `${sku} is not on the list${ofArticle.length === 0 ? '' : ' of this order'}; put it back.`,
    );
  let left = quantity;
  const events = wanted.flatMap((share): PickBatchEvent[] => {
    const units = Math.min(left, share.quantity - share.scanned);
    left -= units;
    const { fulfillmentOrderId: id, lineId } = share;
    const { _id: batchId, locationId } = batch;
    const data = { batchId, locationId, fulfillmentOrderId: id, lineId, sku, quantity: units, code };
    return units === 0 ? [] : [{ type: 'fulfillment.PickScanned', data }];
  });
  if (left > 0)
    throw refused(
      'NOTHING_LEFT',
      `${quantity - left} of ${sku} are left to pick, not ${quantity}; put the rest back.`,
    );
  return events;
}
