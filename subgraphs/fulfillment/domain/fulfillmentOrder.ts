import type { EventPayload } from '../../../schema/events/registry.ts';
import type { fulfillmentEvents } from '../../../schema/events/fulfillment.ts';
import type { AssignmentStatus, FulfillmentStep, RejectReason } from '../generated/resolverTypes.ts';
import type { StoredStatus } from './tables.ts';

/** Units of one order line at one location. Always picked <= quantity - cancelled - rerouted. */
export interface WorkLine {
  readonly lineId: string;
  readonly sku: string;
  readonly customisation?: string;
  /** From inbound or backorder stock. */
  readonly future: boolean;
  readonly quantity: number;
  /** Units still to do that have not come yet; work of before lacks it. */
  readonly awaited?: number;
  readonly picked: number;
  /** Units of the picked ones that the customer has; work of before lacks it. */
  readonly collected?: number;
  readonly cancelled: number;
  /** Refused by this location or not found there; they went elsewhere. */
  readonly rerouted: number;
}

export interface LineUnits {
  readonly lineId: string;
  readonly quantity: number;
}

export interface Parcel {
  readonly number: number;
  readonly weightGrams: number;
  readonly lines: readonly LineUnits[];
}

/** Epoch ms by which each part of the work has to be done for the promise to hold. */
export interface DueTimes {
  readonly pickStartMs: number;
  readonly packedMs: number;
  readonly handoverMs: number;
}

/** What a supplier is to be paid, and with whom it is sent. */
export interface Purchase {
  readonly number: string;
  /** Until when the supplier is to answer, epoch ms. */
  readonly answerByMs?: number | undefined;
  readonly costs: EventPayload<'fulfillment.PurchaseOrderRaised'>['costs'];
  readonly carrier?: string;
  readonly trackingCodes?: readonly string[];
}

/** The work of one location for one order. */
export interface FulfillmentOrder {
  readonly _id: string;
  readonly orderId: string;
  readonly locationId: string;
  readonly owner: string;
  readonly channel: string;
  readonly reservationId: string;
  readonly status: StoredStatus;
  readonly assignment: AssignmentStatus;
  readonly step: FulfillmentStep;
  readonly lines: readonly WorkLine[];
  readonly parcels: readonly Parcel[];
  /** Null when the customer collects here. */
  readonly serviceCode: string | null;
  readonly collection: boolean;
  /** Store the goods are sent to, where the customer collects them. */
  readonly forwardTo?: string;
  /** Fulfillment order that sent the goods here; they are in parcels and have left stock there. */
  readonly arrivedFrom?: string;
  readonly dueAt: DueTimes;
  /** Local day whose capacity it was planned to use; work of before is counted where it is due. */
  readonly capacityDay?: string;
  readonly promisedLatestAtMs: number;
  readonly createdAtMs: number;
  readonly shipmentId?: string;
  readonly handedOverAtMs?: number;
  readonly rejectReason?: RejectReason;
  /** Until when the goods wait for the customer, in epoch ms. */
  readonly collectByMs?: number;
  /** Whether the customer has been reminded to collect them. */
  readonly reminded?: boolean;
  /** The cancellation that waits for its label to be void; until then nothing is handed over. */
  readonly stoppedFor?: string;
  /** Times it was packed or its label was void: each needs a label of its own. */
  readonly packings?: number;
  /** The purchase order it is, where the location is a supplier. */
  readonly purchase?: Purchase;
  /** Some of it is to be made to order and has not been made. */
  readonly toMake?: boolean;
  /** What is made to order in it is made: it cannot go back on the shelf. */
  readonly made?: boolean;
  /** Further locations that may claim it while it is offered. */
  readonly offeredTo?: readonly string[];
  /** The batch it is, or was, picked with. */
  readonly batchId?: string;
  /** Times the customer came for some of it. */
  readonly collections?: number;
  /** Units of it have not come yet: it waits. */
  readonly awaiting?: boolean;
  /** The carrier's scans said that it was handed over. */
  readonly seenByCarrier?: boolean;
}

type Names = keyof typeof fulfillmentEvents;
/** One event with its own payload. */
export type EventOf<N extends Names> = { readonly type: N; readonly data: EventPayload<N> };
type Union<N extends Names> = N extends Names ? EventOf<N> : never;

/** Events on a fulfillment order's stream. */
export type FulfillmentOrderEvent = Union<
  | 'fulfillment.FulfillmentOrderCreated'
  | 'fulfillment.Accepted'
  | 'fulfillment.UnitsArrived'
  | 'fulfillment.WorkRescheduled'
  | 'fulfillment.Rejected'
  | 'fulfillment.Expired'
  | 'fulfillment.PurchaseOrderRaised'
  | 'fulfillment.UnitsDeclined'
  | 'fulfillment.OwnCarrierNamed'
  | 'fulfillment.OfferedToMore'
  | 'fulfillment.ClaimedElsewhere'
  | 'fulfillment.Held'
  | 'fulfillment.Resumed'
  | 'fulfillment.PickingStarted'
  | 'fulfillment.Picked'
  | 'fulfillment.MakingStarted'
  | 'fulfillment.MakingFinished'
  | 'fulfillment.Packed'
  | 'fulfillment.Labelled'
  | 'fulfillment.LabelVoided'
  | 'fulfillment.Unpicked'
  | 'fulfillment.UnitsFailed'
  | 'fulfillment.UnitsSetAside'
  | 'fulfillment.HandedOver'
  | 'fulfillment.ReadyForCollection'
  | 'fulfillment.CollectionReminded'
  | 'fulfillment.CollectionExpired'
  | 'fulfillment.Collected'
  | 'fulfillment.LinesCancelled'
  | 'fulfillment.HandOverStopped'
  | 'fulfillment.HandOverResumed'
  | 'fulfillment.Rerouted'
  | 'fulfillment.Unfulfillable'
  | 'fulfillment.StockDiscrepancy'
>;

/** Units still to do here. */
export const openUnits = (line: WorkLine): number => line.quantity - line.cancelled - line.rerouted;

/** Is nothing left to do here? */
export const isEmpty = (work: FulfillmentOrder): boolean => work.lines.every((line) => openUnits(line) === 0);

/** Lines with their open units, as events carry them. */
export const openLines = (work: FulfillmentOrder) =>
  work.lines
    .filter((line) => openUnits(line) > 0)
    .map((line) => ({ lineId: line.lineId, sku: line.sku, quantity: openUnits(line) }));

/** The same, with how many of them have not come yet. */
export const refusedLines = (work: FulfillmentOrder) =>
  work.lines
    .filter((line) => openUnits(line) > 0)
    .map((line) => ({
      ...{ lineId: line.lineId, sku: line.sku, quantity: openUnits(line) },
      ...(awaitedUnits(line) > 0 ? { awaited: awaitedUnits(line) } : {}),
    }));

/** Units still to do that have not come yet. */
export const awaitedUnits = (line: WorkLine): number => Math.min(line.awaited ?? 0, openUnits(line));

/** Lines of which something is to be made to order. */
export const madeLines = (work: FulfillmentOrder) =>
  openLines(work).filter(({ lineId }) =>
    work.lines.some((line) => line.lineId === lineId && line.customisation !== undefined),
  );

/** Does it wait for units? */
export const isAwaiting = (work: FulfillmentOrder): boolean =>
  work.lines.some((line) => awaitedUnits(line) > 0);

/** Lines with what was picked of them and is still here. */
export const pickedLines = (work: FulfillmentOrder) =>
  work.lines
    .filter((line) => line.picked > 0)
    .map(({ lineId, sku, picked }) => ({ lineId, sku, quantity: picked }));

/** Of these, what still waits for the customer. */
export const waitingLines = (work: FulfillmentOrder) =>
  work.lines
    .filter((line) => line.picked > (line.collected ?? 0))
    .map(({ lineId, sku, picked, collected = 0 }) => ({ lineId, sku, quantity: picked - collected }));

/** What every event of the stream begins with. */
export const refOf = ({ _id, orderId, locationId }: FulfillmentOrder) => ({
  fulfillmentOrderId: _id,
  orderId,
  locationId,
});

/** What went wrong with a line's counters, as sentences; empty when they are sound. */
export function counterFaults(work: FulfillmentOrder): string[] {
  return work.lines.flatMap((line) => {
    const faults: string[] = [];
    const counts = [line.quantity, line.picked, line.cancelled, line.rerouted];
    if (counts.some((count) => !Number.isInteger(count) || count < 0)) faults.push('a count is negative');
    if (openUnits(line) < 0) faults.push('more went away than there was');
    if ((line.collected ?? 0) > line.picked) faults.push('more is collected than was picked');
    if (line.picked + awaitedUnits(line) > openUnits(line)) faults.push('more is picked than is left to do');
    return faults.map((fault) => `${line.lineId}: ${fault}`);
  });
}
