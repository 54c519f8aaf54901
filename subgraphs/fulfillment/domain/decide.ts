import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { RejectReason } from '../generated/resolverTypes.ts';
import {
  awaitedUnits,
  madeLines,
  pickedLines,
  refOf,
  refusedLines,
  waitingLines,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
  type Parcel,
} from './fulfillmentOrder.ts';
import { requireAction } from './tables.ts';
import { discrepancies } from './discrepancies.ts';
import { setAside } from './unitState.ts';
import { unknownLine } from './unknownLine.ts';

/** Decisions of a location. Each refuses with a coded error or says what happened. */
export type Events = FulfillmentOrderEvent[];

export function existing(work: FulfillmentOrder | undefined): FulfillmentOrder {
  if (work === undefined) throw notFound('fulfillment order');
  return work;
}

export function decideAccept(work: FulfillmentOrder): Events {
  requireAction(work, 'ACCEPT');
  return [{ type: 'fulfillment.Accepted', data: refOf(work) }];
}

export function decideReject(work: FulfillmentOrder, reason: RejectReason): Events {
  requireAction(work, 'REJECT');
  const lines = refusedLines(work);
  return [
    { type: 'fulfillment.Rejected', data: { ...refOf(work), lines, reason } },
    ...setAside(
      work,
      lines.map((line) => ({ ...line, reason })),
    ),
    ...discrepancies(
      work,
      lines.map(({ awaited = 0, quantity, ...line }) => ({ ...line, quantity: quantity - awaited, reason })),
    ),
  ];
}

/**
 * A count did not find units that the work holds: all of it looks for another place, so that what was promised together
 * stays together. Stock has been corrected by the count.
 */
export function decideShort(work: FulfillmentOrder, sku: string): Events {
  const lines = refusedLines(work);
  if (work.status !== 'OPEN' || !lines.some((line) => line.sku === sku)) return [];
  return [
    { type: 'fulfillment.Rejected', data: { ...refOf(work), lines, reason: 'NOT_IN_STOCK' } },
    ...setAside(work, lines),
  ];
}

/**
 * Somebody at the place did not find units of this SKU: what lies on the shelf for work that has not begun is not there
 * either, and all of that work looks for another place. Units that have not come yet were never said to be there.
 */
export function decideMissing(work: FulfillmentOrder, sku: string): Events {
  const missing = refusedLines(work)
    .filter((line) => line.sku === sku)
    .map(({ lineId, quantity, awaited = 0 }) => ({ lineId, sku, quantity: quantity - awaited }))
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({ ...line, reason: 'NOT_IN_STOCK' as const }));
  if (missing.length === 0) return [];
  const refused = decideShort(work, sku);
  return refused.length === 0 ? [] : [...refused, ...discrepancies(work, missing)];
}

/** The offer was not answered in time; only an open offer can run out. */
export function decideExpire(work: FulfillmentOrder): Events {
  if (work.assignment !== 'OFFERED' || work.status !== 'OPEN') return [];
  const lines = refusedLines(work);
  return [{ type: 'fulfillment.Expired', data: { ...refOf(work), lines } }, ...setAside(work, lines)];
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

/** Picking begins together with other work. Work whose picking has begun, and is in no batch, joins in. */
export function decideStartInBatch(work: FulfillmentOrder, batchId: string): Events {
  if (work.step !== 'PICKING') requireAction(work, 'START_PICKING');
  return [{ type: 'fulfillment.PickingStarted', data: { ...refOf(work), batchId } }];
}

/** What is made to order of picked work is begun. */
export function decideStartMaking(work: FulfillmentOrder): Events {
  requireAction(work, 'START_MAKING');
  return [{ type: 'fulfillment.MakingStarted', data: { ...refOf(work), lines: madeLines(work) } }];
}

/** All of it is made. */
export function decideFinishMaking(work: FulfillmentOrder): Events {
  requireAction(work, 'FINISH_MAKING');
  return [{ type: 'fulfillment.MakingFinished', data: { ...refOf(work), lines: madeLines(work) } }];
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
  // The carrier was faster than whoever presses the button: nothing more has happened.
  if (work.seenByCarrier === true) return [];
  requireAction(work, 'HAND_OVER');
  return [{ type: 'fulfillment.HandedOver', data: leaving(work, nowMs) }];
}

/** The carrier has scanned every parcel of a shipment: it has them, whether somebody said so here or not. */
export function decideScanned(work: FulfillmentOrder, shipmentId: string, nowMs: number): Events {
  if (work.step !== 'LABELLED' || work.shipmentId !== shipmentId || work.status !== 'IN_PROGRESS') return [];
  return [{ type: 'fulfillment.HandedOver', data: { ...leaving(work, nowMs), seenByCarrier: true } }];
}

/** `collectByMs`: until when the goods wait, in epoch ms. */
export function decideReady(work: FulfillmentOrder, collectByMs: number): Events {
  requireAction(work, 'READY_FOR_COLLECTION');
  return [
    {
      type: 'fulfillment.ReadyForCollection',
      data: { ...refOf(work), lines: pickedLines(work), ...arrivalOf(work), collectByMs },
    },
  ];
}

/** Without units everything that waits; of the named ones no more than waits. */
export function decideCollect(
  work: FulfillmentOrder,
  nowMs: number,
  units?: readonly { readonly lineId: string; readonly quantity: number }[],
): Events {
  requireAction(work, 'COLLECT');
  const waiting = waitingLines(work);
  const lines = units === undefined ? waiting : collectedLines(waiting, units);
  const part = (work.collections ?? 0) + 1;
  return [
    {
      type: 'fulfillment.Collected',
      data: { ...leaving(work, nowMs), lines, ...(part === 1 ? {} : { part }) },
    },
  ];
}

/** Units of a receipt stand on the shelf: the work that waited for them can begin. */
export function decideArrived(
  work: FulfillmentOrder,
  arrived: { readonly sku: string; readonly quantity: number },
): Events {
  let left = arrived.quantity;
  const lines = work.lines.flatMap((line) => {
    const quantity = line.sku === arrived.sku ? Math.min(left, awaitedUnits(line)) : 0;
    left -= quantity;
    return quantity === 0 ? [] : [{ lineId: line.lineId, sku: line.sku, quantity }];
  });
  const awaitedBefore = work.lines.reduce((sum, line) => sum + awaitedUnits(line), 0);
  return lines.length === 0
    ? []
    : [{ type: 'fulfillment.UnitsArrived', data: { ...refOf(work), lines, awaitedBefore } }];
}

type Waiting = ReturnType<typeof waitingLines>;

function collectedLines(
  waiting: Waiting,
  units: readonly { readonly lineId: string; readonly quantity: number }[],
): Waiting {
  if (units.length === 0)
    throw codedError('BAD_USER_INPUT', 'Name at least one line that is collected.', { field: 'lines' });
  const left = new Map(waiting.map((line) => [line.lineId, line]));
  return units.map(({ lineId, quantity }) => {
    const line = left.get(lineId);
    if (line === undefined) throw unknownLine(lineId);
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > line.quantity)
      throw codedError(
        'INVALID_QUANTITY',
        `Of line ${lineId}, 1 to ${line.quantity} units wait, not ${quantity}.`,
        { field: 'quantity' },
      );
    left.delete(lineId);
    return { ...line, quantity };
  });
}
