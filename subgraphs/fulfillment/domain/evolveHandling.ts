import type { RejectReason } from '../generated/resolverTypes.ts';
import { cancelled, collected, counted, missing, picked, rerouted, unpacked } from './lineChanges.ts';
import { fetchedInPart, finished, goingOn, unlabelled } from './workEnds.ts';
import {
  isEmpty,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
  type LineUnits,
} from './fulfillmentOrder.ts';

/** Events of what is done with the goods. */
export type Handling = Extract<
  FulfillmentOrderEvent,
  {
    type: `fulfillment.${
      | 'PickingStarted'
      | 'Picked'
      | 'MakingStarted'
      | 'MakingFinished'
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
export function handled(state: FulfillmentOrder, event: Handling): FulfillmentOrder {
  switch (event.type) {
    case 'fulfillment.PickingStarted':
      return pickingWork(state, event.data.batchId);
    case 'fulfillment.Picked':
      return pickedWork(state, event.data);
    case 'fulfillment.MakingStarted':
      return { ...state, step: 'MAKING' };
    case 'fulfillment.MakingFinished':
      return { ...state, step: 'MADE', made: true };
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

const pickingWork = (state: FulfillmentOrder, batchId: string | undefined): FulfillmentOrder => ({
  ...{ ...state, status: 'IN_PROGRESS', step: 'PICKING' },
  ...(batchId === undefined ? {} : { batchId }),
});

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
