import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { RejectReason } from '../generated/resolverTypes.ts';
import {
  isEmpty,
  openLines,
  openUnits,
  refOf,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
  type Parcel,
} from './fulfillmentOrder.ts';
import { evolve } from './evolve.ts';
import { requireAction } from './tables.ts';

/** Decisions of a location. Each refuses with a coded error or says what happened. */
type Events = FulfillmentOrderEvent[];

/** Units one reports as picked. */
export interface PickedUnits {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason?: RejectReason | null | undefined;
}

export function existing(work: FulfillmentOrder | undefined): FulfillmentOrder {
  if (work === undefined) throw notFound('fulfillment order');
  return work;
}

export function decideAccept(work: FulfillmentOrder): Events {
  requireAction(work, 'ACCEPT');
  return [{ type: 'fulfillment.Accepted', data: refOf(work) }];
}

/** Stock is wrong only when goods are missing or damaged; inbound units were never said to be there. */
function discrepancies(
  work: FulfillmentOrder,
  missing: readonly { lineId: string; sku: string; quantity: number; reason: RejectReason }[],
): Events {
  return (['NOT_IN_STOCK', 'DAMAGED'] as const).flatMap((reason) => {
    const future = new Set(work.lines.filter((line) => line.future).map((line) => line.lineId));
    const lines = missing.filter((line) => line.reason === reason && !future.has(line.lineId));
    if (lines.length === 0) return [];
    const units = new Map<string, number>();
    for (const { sku, quantity } of lines) units.set(sku, (units.get(sku) ?? 0) + quantity);
    return [
      {
        type: 'fulfillment.StockDiscrepancy' as const,
        data: {
          fulfillmentOrderId: work._id,
          reservationId: work.reservationId,
          reason,
          lines: [...units].map(([sku, quantity]) => ({ sku, locationId: work.locationId, quantity })),
        },
      },
    ];
  });
}

export function decideReject(work: FulfillmentOrder, reason: RejectReason): Events {
  requireAction(work, 'REJECT');
  const lines = openLines(work);
  return [
    { type: 'fulfillment.Rejected', data: { ...refOf(work), lines, reason } },
    ...discrepancies(
      work,
      lines.map((line) => ({ ...line, reason })),
    ),
  ];
}

/** The offer was not answered in time; only an open offer can run out. */
export function decideExpire(work: FulfillmentOrder): Events {
  if (work.assignment !== 'OFFERED' || work.status !== 'OPEN') return [];
  return [{ type: 'fulfillment.Expired', data: { ...refOf(work), lines: openLines(work) } }];
}

/** The order was put on hold: open work waits. Work that has begun goes on. */
export const decideHold = (work: FulfillmentOrder): Events =>
  work.status === 'OPEN' ? [{ type: 'fulfillment.Held', data: refOf(work) }] : [];

export const decideResume = (work: FulfillmentOrder): Events =>
  work.status === 'ON_HOLD' ? [{ type: 'fulfillment.Resumed', data: refOf(work) }] : [];

export function decideStartPicking(work: FulfillmentOrder): Events {
  requireAction(work, 'START_PICKING');
  return [{ type: 'fulfillment.PickingStarted', data: refOf(work) }];
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
    ...discrepancies(work, short),
  ];
}

/** `packed` are the parcels the label was bought for; units may have been cancelled meanwhile. */
export function decideLabel(work: FulfillmentOrder, packed: readonly Parcel[], shipmentId: string): Events {
  requireAction(work, 'LABEL');
  if (!samePacking(packed, work.parcels))
    throw codedError(
      'CONFLICT',
      'The parcels changed while the label was bought; look at them and label again.',
    );
  return [{ type: 'fulfillment.Labelled', data: { ...refOf(work), shipmentId } }];
}

/** Do the same units lie in the same parcels? */
export const samePacking = (a: readonly Parcel[], b: readonly Parcel[]): boolean =>
  contentOf(a) === contentOf(b);

const contentOf = (parcels: readonly Parcel[]): string =>
  JSON.stringify(
    parcels.map(({ number, lines }) => [number, lines.map((line) => [line.lineId, line.quantity])]),
  );

const pickedLines = (work: FulfillmentOrder) =>
  work.lines
    .filter((line) => line.picked > 0)
    .map(({ lineId, sku, picked }) => ({ lineId, sku, quantity: picked }));

const arrivalOf = ({ arrivedFrom }: FulfillmentOrder) => (arrivedFrom === undefined ? {} : { arrivedFrom });

const leaving = (work: FulfillmentOrder, nowMs: number) => ({
  ...refOf(work),
  lines: pickedLines(work),
  reservationId: work.reservationId,
  ...(work.shipmentId === undefined ? {} : { shipmentId: work.shipmentId }),
  ...(work.forwardTo === undefined ? {} : { forwardTo: work.forwardTo }),
  ...arrivalOf(work),
  atMs: nowMs,
});

export function decideHandOver(work: FulfillmentOrder, nowMs: number): Events {
  requireAction(work, 'HAND_OVER');
  return [{ type: 'fulfillment.HandedOver', data: leaving(work, nowMs) }];
}

export function decideReady(work: FulfillmentOrder): Events {
  requireAction(work, 'READY_FOR_COLLECTION');
  return [
    {
      type: 'fulfillment.ReadyForCollection',
      data: { ...refOf(work), lines: pickedLines(work), ...arrivalOf(work) },
    },
  ];
}

export function decideCollect(work: FulfillmentOrder, nowMs: number): Events {
  requireAction(work, 'COLLECT');
  return [{ type: 'fulfillment.Collected', data: leaving(work, nowMs) }];
}

/** Has the work ended, one way or the other? */
export const hasEnded = ({ status }: FulfillmentOrder): boolean =>
  status === 'CLOSED' || status === 'INCOMPLETE' || status === 'CANCELLED';

/** Units of a line that can still be cancelled here; what came from elsewhere has been shipped. */
export const cancellableUnits = (work: FulfillmentOrder, lineId: string): number =>
  hasEnded(work) || work.arrivedFrom !== undefined
    ? 0
    : work.lines.filter((line) => line.lineId === lineId).reduce((sum, line) => sum + openUnits(line), 0);

/** Cancels the named units, as far as they are still here. */
export function decideCancel(
  work: FulfillmentOrder,
  asked: readonly { lineId: string; quantity: number }[],
): Events {
  const lines = asked.flatMap(({ lineId, quantity }) => {
    const line = work.lines.find((each) => each.lineId === lineId);
    const units = Math.min(quantity, cancellableUnits(work, lineId));
    return line === undefined || units === 0 ? [] : [{ lineId, sku: line.sku, quantity: units }];
  });
  if (lines.length === 0) return [];
  const event = (closed: boolean) => ({
    type: 'fulfillment.LinesCancelled' as const,
    data: {
      ...refOf(work),
      ...{ lines, closed, searching: false },
      ...(work.shipmentId === undefined ? {} : { voidShipmentId: work.shipmentId }),
    },
  });
  return [event(isEmpty(evolve(work, event(false), 0)))];
}

export function unknownLine(lineId: string): Error {
  return codedError('BAD_USER_INPUT', `Line ${lineId} is not part of this fulfillment order.`, {
    field: 'lineId',
  });
}
