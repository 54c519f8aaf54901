import type { RejectReason } from '../generated/resolverTypes.ts';
import {
  isAwaiting,
  isEmpty,
  openUnits,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
  type LineUnits,
} from './fulfillmentOrder.ts';
import {
  arrived,
  cancelled,
  cancelledInSearch,
  collected,
  counted,
  missing,
  picked,
  rerouted,
  unpacked,
} from './lineChanges.ts';

/** Work of which the customer has everything that is still to be had; undefined otherwise. */
function fetchedInPart(work: FulfillmentOrder): FulfillmentOrder | undefined {
  const some = work.lines.some((line) => (line.collected ?? 0) > 0);
  const all = work.lines.every((line) => openUnits(line) === (line.collected ?? 0));
  return some && all ? { ...finished(work), step: 'COLLECTED' } : undefined;
}

/** A label is for parcels as they were. */
function unlabelled(work: FulfillmentOrder): FulfillmentOrder {
  if (work.step !== 'LABELLED') return work;
  const { shipmentId: _void, stoppedFor: _over, ...rest } = work;
  return { ...rest, step: 'PACKED', packings: (work.packings ?? 0) + 1 };
}

function goingOn(work: FulfillmentOrder): FulfillmentOrder {
  const { stoppedFor: _over, ...rest } = work;
  return rest;
}

/** INCOMPLETE when a part went elsewhere, CLOSED otherwise. */
const finished = (work: FulfillmentOrder): FulfillmentOrder => ({
  ...work,
  status: work.lines.some((line) => line.rerouted > 0) ? 'INCOMPLETE' : 'CLOSED',
});

function created(
  event: Extract<FulfillmentOrderEvent, { type: 'fulfillment.FulfillmentOrderCreated' }>,
  at: number,
): FulfillmentOrder {
  const { fulfillmentOrderId, lines, forwardTo, arrivedFrom, capacityDay, ...data } = event.data;
  const here = arrivedFrom !== undefined;
  return {
    _id: fulfillmentOrderId,
    ...data,
    ...(capacityDay === undefined ? {} : { capacityDay }),
    ...(forwardTo === undefined ? {} : { forwardTo }),
    ...(here ? { arrivedFrom } : {}),
    // What arrives from elsewhere needs nobody's consent and no picking.
    ...(here
      ? { status: 'IN_PROGRESS', assignment: 'ACCEPTED', step: 'PACKED' }
      : { status: 'OPEN', assignment: 'OFFERED', step: 'TO_PICK' }),
    lines: lines.map(({ customisation, awaited, ...line }) => ({
      ...line,
      ...(awaited === undefined ? {} : { awaited }),
      ...(customisation === undefined ? {} : { customisation }),
      ...{ picked: here ? line.quantity : 0, cancelled: 0, rerouted: 0 },
    })),
    parcels: [],
    createdAtMs: at,
  };
}

/** Fold one event into the work. */
export function evolve(
  state: FulfillmentOrder | undefined,
  event: FulfillmentOrderEvent,
  at: number,
): FulfillmentOrder {
  const { awaiting: _before, ...next } = fold(state, event, at);
  return isAwaiting(next) ? { ...next, awaiting: true } : next;
}

function fold(
  state: FulfillmentOrder | undefined,
  event: FulfillmentOrderEvent,
  at: number,
): FulfillmentOrder {
  if (event.type === 'fulfillment.FulfillmentOrderCreated') return created(event, at);
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a fulfillment order.`);
  switch (event.type) {
    case 'fulfillment.UnitsArrived':
      return counted(state, event.data.lines, arrived);
    case 'fulfillment.Accepted':
      return { ...state, assignment: 'ACCEPTED' };
    case 'fulfillment.Rejected': {
      const { lines, reason } = event.data;
      const refused = { status: 'CANCELLED', assignment: 'REJECTED', rejectReason: reason } as const;
      return { ...counted(state, lines, rerouted), ...refused, parcels: [] };
    }
    case 'fulfillment.Expired':
      return { ...counted(state, event.data.lines, rerouted), status: 'CANCELLED', assignment: 'EXPIRED' };
    case 'fulfillment.Held':
      return { ...state, status: 'ON_HOLD' };
    case 'fulfillment.Resumed':
      return { ...state, status: 'OPEN' };
    case 'fulfillment.HandOverStopped':
      return { ...state, stoppedFor: event.data.askId };
    case 'fulfillment.HandOverResumed':
      return goingOn(state);
    case 'fulfillment.LinesCancelled': {
      const { lines, searching } = event.data;
      if (searching) return counted(state, lines, cancelledInSearch);
      const next = unlabelled(unpacked(counted(goingOn(state), lines, cancelled), lines));
      const fetched = fetchedInPart(next);
      if (fetched !== undefined) return fetched;
      return isEmpty(next) ? { ...next, status: 'CANCELLED', assignment: 'CANCEL_REQUESTED' } : next;
    }
    case 'fulfillment.Rerouted':
    case 'fulfillment.Unfulfillable':
    case 'fulfillment.StockDiscrepancy':
      // What became of units that are already counted as gone.
      return state;
    default:
      return handled(state, event);
  }
}

type Handling = Extract<
  FulfillmentOrderEvent,
  {
    type: `fulfillment.${
      | 'PickingStarted'
      | 'Picked'
      | 'Packed'
      | 'Labelled'
      | 'LabelVoided'
      | 'Unpicked'
      | 'UnitsFailed'
      | 'HandedOver'
      | 'ReadyForCollection'
      | 'CollectionReminded'
      | 'CollectionExpired'
      | 'Collected'}`;
  }
>;

/** What is done with the goods. */
function handled(state: FulfillmentOrder, event: Handling): FulfillmentOrder {
  switch (event.type) {
    case 'fulfillment.PickingStarted':
      return { ...state, status: 'IN_PROGRESS', step: 'PICKING' };
    case 'fulfillment.Picked':
      return pickedWork(state, event.data);
    case 'fulfillment.Packed':
      return {
        ...{ ...state, step: 'PACKED', parcels: event.data.parcels },
        packings: (state.packings ?? 0) + 1,
      };
    case 'fulfillment.LabelVoided':
      return unlabelled(state);
    case 'fulfillment.Unpicked':
      return {
        ...{ ...state, step: 'PICKING', parcels: [] },
        lines: state.lines.map((line) => ({ ...line, picked: 0 })),
      };
    case 'fulfillment.UnitsFailed':
      return failed(state, event.data.lines);
    case 'fulfillment.Labelled':
      return { ...state, step: 'LABELLED', shipmentId: event.data.shipmentId };
    case 'fulfillment.HandedOver':
      return {
        ...{ ...finished(goingOn(state)), step: 'HANDED_OVER', handedOverAtMs: event.data.atMs },
        ...(event.data.seenByCarrier === true ? { seenByCarrier: true } : {}),
      };
    case 'fulfillment.ReadyForCollection':
      return {
        ...{ ...state, step: 'READY_FOR_COLLECTION' },
        ...(event.data.collectByMs === undefined ? {} : { collectByMs: event.data.collectByMs }),
      };
    case 'fulfillment.CollectionReminded':
      return { ...state, reminded: true };
    case 'fulfillment.CollectionExpired':
      return (
        fetchedInPart(counted(state, event.data.lines, cancelled)) ?? {
          ...{ ...counted(state, event.data.lines, cancelled), status: 'CANCELLED' },
        }
      );
    case 'fulfillment.Collected': {
      const fetched = counted(state, event.data.lines, collected);
      const next = {
        ...{ ...fetched, collections: (state.collections ?? 0) + 1 },
        handedOverAtMs: event.data.atMs,
      };
      return fetchedInPart(next) ?? next;
    }
    default:
      return event satisfies never;
  }
}

function pickedWork(
  state: FulfillmentOrder,
  { lines, short }: Extract<FulfillmentOrderEvent, { type: 'fulfillment.Picked' }>['data'],
): FulfillmentOrder {
  const next = counted(counted(state, short, rerouted), lines, picked);
  if (lines.length > 0) return { ...next, step: 'PICKED' };
  const reason = short[0]?.reason;
  return { ...next, step: 'SHORT', status: 'CANCELLED', ...(reason ? { rejectReason: reason } : {}) };
}

/** Broken or missing units go; where nothing is left, so does the work. */
function failed(
  state: FulfillmentOrder,
  lines: readonly (LineUnits & { readonly reason?: RejectReason })[],
): FulfillmentOrder {
  const next = unpacked(counted(state, lines, missing), lines);
  const reason = lines[0]?.reason ?? 'NOT_IN_STOCK';
  return isEmpty(next) ? { ...next, status: 'CANCELLED', rejectReason: reason } : next;
}
