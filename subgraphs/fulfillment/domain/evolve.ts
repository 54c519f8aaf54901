import { arrived, cancelled, cancelledInSearch, counted, rerouted, unpacked } from './lineChanges.ts';
import { fetchedInPart, goingOn, unlabelled } from './workEnds.ts';
import { handled } from './evolveHandling.ts';
import {
  isAwaiting,
  isEmpty,
  madeLines,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
} from './fulfillmentOrder.ts';

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
  const { awaiting: _before, toMake: _made, ...next } = fold(state, event, at);
  return {
    ...next,
    ...(isAwaiting(next) ? { awaiting: true } : {}),
    ...(isToMake(next) ? { toMake: true } : {}),
  };
}

const beforeMade: ReadonlySet<string> = new Set(['TO_PICK', 'PICKING', 'PICKED', 'MAKING']);

/** Is something of it still to be made? What arrives from another location is made there. */
const isToMake = (work: FulfillmentOrder): boolean =>
  work.arrivedFrom === undefined && beforeMade.has(work.step) && madeLines(work).length > 0;

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
    case 'fulfillment.WorkRescheduled':
      return { ...state, ...datesOf(event.data) };
    case 'fulfillment.Accepted':
      return { ...state, assignment: 'ACCEPTED' };
    case 'fulfillment.Rejected': {
      const { lines, reason } = event.data;
      const refused = { status: 'CANCELLED', assignment: 'REJECTED', rejectReason: reason } as const;
      return { ...counted(state, lines, rerouted), ...refused, parcels: [] };
    }
    case 'fulfillment.Expired':
      return { ...counted(state, event.data.lines, rerouted), status: 'CANCELLED', assignment: 'EXPIRED' };
    case 'fulfillment.PurchaseOrderRaised':
      return { ...state, purchase: purchaseOf(event.data) };
    case 'fulfillment.OwnCarrierNamed': {
      const { purchase } = state;
      const { carrier, trackingCodes } = event.data;
      return purchase === undefined ? state : { ...state, purchase: { ...purchase, carrier, trackingCodes } };
    }
    case 'fulfillment.UnitsDeclined':
      return counted(state, event.data.lines, rerouted);
    case 'fulfillment.OfferedToMore':
      return { ...state, offeredTo: [...new Set([...(state.offeredTo ?? []), ...event.data.to])] };
    case 'fulfillment.ClaimedElsewhere':
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
    case 'fulfillment.UnitsSetAside':
    case 'fulfillment.StockDiscrepancy':
      // What became of units that are already counted as gone.
      return state;
    default:
      return handled(state, event);
  }
}

type DataOf<N extends FulfillmentOrderEvent['type']> = Extract<FulfillmentOrderEvent, { type: N }>['data'];

const datesOf = ({ dueAt, promisedLatestAtMs, capacityDay }: DataOf<'fulfillment.WorkRescheduled'>) => ({
  ...{ dueAt, promisedLatestAtMs },
  ...(capacityDay === undefined ? {} : { capacityDay }),
});

const purchaseOf = ({ number, answerByMs, costs }: DataOf<'fulfillment.PurchaseOrderRaised'>) => ({
  ...{ number, costs },
  ...(answerByMs === undefined ? {} : { answerByMs }),
});
