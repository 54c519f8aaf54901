import { codedError } from '../../../platform/errors/codedError.ts';
import type { RejectReason } from '../generated/resolverTypes.ts';
import { openBatch, sharesOf, type PickBatch } from './pickBatch.ts';
import type { FulfillmentOrder } from './fulfillmentOrder.ts';
import type { PickedUnits } from './pick.ts';

/** Why units of a line were not found. */
export interface ShortLine {
  readonly fulfillmentOrderId: string;
  readonly lineId: string;
  readonly reason: RejectReason;
}

/** What is picked of one piece of work. */
export interface PickedWork {
  readonly fulfillmentOrderId: string;
  readonly units: readonly PickedUnits[];
}

const keyOf = ({ fulfillmentOrderId, lineId }: Pick<ShortLine, 'fulfillmentOrderId' | 'lineId'>): string =>
  JSON.stringify([fulfillmentOrderId, lineId]);

/**
 * What the end of picking means for each piece of work: what was scanned is picked, what is missing is short with its
 * reason. BAD_USER_INPUT when units are missing and nobody said why, or a reason is given for a line that is complete.
 */
export function pickedInBatch(
  batch: PickBatch,
  works: readonly FulfillmentOrder[],
  short: readonly ShortLine[],
): PickedWork[] {
  const shares = sharesOf(openBatch(batch), works);
  const reasons = new Map(short.map((line) => [keyOf(line), line.reason]));
  if (reasons.size < short.length)
    throw codedError('BAD_USER_INPUT', 'A line is named twice; name it once.', { field: 'short' });
  const missing = shares.filter((share) => share.scanned < share.quantity);
  const unexplained = missing.filter((share) => !reasons.has(keyOf(share)));
  if (unexplained.length > 0)
    throw codedError(
      'BAD_USER_INPUT',
      `Units are missing without a reason: ${unexplained
        .map(({ sku, quantity, scanned }) => `${quantity - scanned} of ${sku}`)
        .join(', ')}. Scan them, or say why they are missing.`,
      { field: 'short' },
    );
  const expected = new Set(missing.map(keyOf));
  const idle = short.find((line) => !expected.has(keyOf(line)));
  if (idle !== undefined)
    throw codedError('BAD_USER_INPUT', `Nothing is missing of line ${idle.lineId}.`, { field: 'short' });
  return [...new Set(shares.map((share) => share.fulfillmentOrderId))].map((fulfillmentOrderId) => ({
    fulfillmentOrderId,
    units: shares
      .filter((share) => share.fulfillmentOrderId === fulfillmentOrderId)
      .map(({ lineId, scanned, ...share }) => ({
        ...{ lineId, quantity: scanned },
        reason: reasons.get(keyOf({ ...share, lineId })),
      })),
  }));
}
