import { codedError } from '../../../platform/errors/codedError.ts';
import type { RejectReason } from '../generated/resolverTypes.ts';
import { openLines, openUnits, refOf, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { requireAction } from './tables.ts';
import { discrepancies } from './discrepancies.ts';
import { setAside } from './unitState.ts';
import type { Events } from './decide.ts';
import { unknownLine } from './unknownLine.ts';

/** Units one reports as picked. */
export interface PickedUnits {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason?: RejectReason | null | undefined;
}

/** Lines left out count as picked in full; what lacks is short, with its reason (NOT_IN_STOCK if none is given). */
export function decidePick(work: FulfillmentOrder, reported: readonly PickedUnits[]): Events {
  requireAction(work, 'PICK');
  const reports = new Map<string, PickedUnits>();
  for (const report of reported) {
    const line = work.lines.find((each) => each.lineId === report.lineId);
    if (line === undefined) throw unknownLine(report.lineId);
    if (reports.has(report.lineId))
      throw codedError('BAD_USER_INPUT', `Line ${report.lineId} is named twice; name it once.`, {
        field: 'lines',
      });
    const most = openUnits(line);
    if (!Number.isInteger(report.quantity) || report.quantity < 0 || report.quantity > most)
      throw codedError(
        'INVALID_QUANTITY',
        `Of line ${report.lineId}, 0 to ${most} units can be picked, not ${report.quantity}.`,
        { field: 'quantity' },
      );
    reports.set(report.lineId, report);
  }
  const open = openLines(work);
  const done = open.map((line) => ({
    ...line,
    quantity: reports.get(line.lineId)?.quantity ?? line.quantity,
  }));
  const short = open
    .map((line, at) => ({
      ...line,
      quantity: line.quantity - (done[at]?.quantity ?? 0),
      reason: reports.get(line.lineId)?.reason ?? ('NOT_IN_STOCK' as const),
    }))
    .filter((line) => line.quantity > 0);
  const lines = done.filter((line) => line.quantity > 0);
  const started: Events =
    work.step === 'TO_PICK' ? [{ type: 'fulfillment.PickingStarted', data: refOf(work) }] : [];
  return [
    ...started,
    { type: 'fulfillment.Picked', data: { ...refOf(work), lines, short } },
    ...setAside(work, short),
    ...discrepancies(work, short),
  ];
}
