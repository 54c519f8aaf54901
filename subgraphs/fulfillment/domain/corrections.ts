import { codedError } from '../../../platform/errors/codedError.ts';
import type { RejectReason } from '../generated/resolverTypes.ts';
import type { Events } from './decide.ts';
import { discrepancies } from './discrepancies.ts';
import { pickedLines, refOf, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { requireAction } from './tables.ts';
import { setAside } from './unitState.ts';
import { unknownLine } from './unknownLine.ts';

/** Decisions by which a location takes back what it has done, until the goods are handed over. */

/** Name of a stop under which a label is voided because the location wants it. */
export const voidStop = (shipmentId: string): string => `void:${shipmentId}`;
export const isVoidStop = (stoppedFor: string | undefined): boolean =>
  stoppedFor?.startsWith('void:') === true;

/** Nothing is handed over until the carrier has said whether the label can be voided. */
export function decideStopForVoid(work: FulfillmentOrder): Events {
  requireAction(work, 'VOID_LABEL');
  const askId = voidStop(work.shipmentId ?? '');
  return [{ type: 'fulfillment.HandOverStopped', data: { ...refOf(work), askId } }];
}

/** The carrier's answer to that. */
export function decideVoided(work: FulfillmentOrder, shipmentId: string, isVoid: boolean): Events {
  if (work.step !== 'LABELLED' || work.shipmentId !== shipmentId) return [];
  if (isVoid) return [{ type: 'fulfillment.LabelVoided', data: { ...refOf(work), shipmentId } }];
  const askId = work.stoppedFor;
  return askId === undefined || !isVoidStop(askId)
    ? []
    : [{ type: 'fulfillment.HandOverResumed', data: { ...refOf(work), askId } }];
}

export function decideUnpick(work: FulfillmentOrder, reason: string): Events {
  requireAction(work, 'UNPICK');
  return [{ type: 'fulfillment.Unpicked', data: { ...refOf(work), lines: pickedLines(work), reason } }];
}

/** Units that turned out to be broken or missing after they had been picked. */
export interface FailedUnits {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason: RejectReason;
}

export function decideFailed(work: FulfillmentOrder, reported: readonly FailedUnits[]): Events {
  requireAction(work, 'REPORT_FAILED');
  if (reported.length === 0)
    throw codedError('BAD_USER_INPUT', 'Name at least one line.', { field: 'lines' });
  const picked = new Map(pickedLines(work).map((line) => [line.lineId, line]));
  const lines = reported.map(({ lineId, quantity, reason }) => {
    const line = picked.get(lineId);
    if (line === undefined) throw unknownLine(lineId);
    picked.delete(lineId);
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > line.quantity)
      throw codedError(
        'INVALID_QUANTITY',
        `Of line ${lineId}, 1 to ${line.quantity} units are picked, not ${quantity}.`,
        { field: 'quantity' },
      );
    return { lineId, sku: line.sku, quantity, reason };
  });
  return [
    { type: 'fulfillment.UnitsFailed', data: { ...refOf(work), lines } },
    ...setAside(work, lines),
    ...discrepancies(work, lines),
  ];
}
