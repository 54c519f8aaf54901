import type { LedgerEvent } from './ledger/events.ts';
import type { OrderEvent } from './order.ts';
import { changeEvents } from './replanned.ts';

/** What an event about units (worked on, cancelled, delivered, lost, returned) means for the ledger of an order. */
export function unitEventsOf(event: OrderEvent): readonly LedgerEvent[] {
  switch (event.type) {
    case 'orders.LinesReleased':
    case 'orders.LinesPicked':
    case 'orders.LinesPacked':
    case 'orders.LinesShipped':
    case 'orders.LinesReadyToCollect':
      return workEventsOf(event);
    case 'orders.LinesRerouted': {
      const { lines: units, causeId, fulfillmentOrderId: workId } = event.data;
      return workId === undefined ? [] : [{ type: 'Rerouted', data: { units, causeId, workId } }];
    }
    case 'orders.LinesArrived': {
      const { lines: units, causeId, locationId } = event.data;
      return [{ type: 'ReceiptArrived', data: { units, causeId, locationId, receiptId: 'future' } }];
    }
    case 'orders.LinesCancelled':
      return [cancelled(event.data)];
    case 'orders.CancelAsked': {
      const { lines: units, causeId } = event.data;
      return [{ type: 'CancelAsked', data: { units, causeId, askId: causeId } }];
    }
    case 'orders.CancelRefused': {
      const { lines: units, causeId, askId } = event.data;
      return [{ type: 'CancelRefused', data: { units, causeId, askId } }];
    }
    case 'orders.LinesDelivered': {
      const {
        lines: units,
        causeId,
        collection,
        fulfillmentOrderId: workId,
        shipmentId = causeId,
      } = event.data;
      // Collected in several parts: each adds to those before.
      const collected = workId === undefined ? { workId: causeId } : { workId, more: true };
      const parcel = collection ? collected : { shipmentId, workId };
      return [{ type: 'Delivered', data: { units, causeId, ...parcel } }];
    }
    case 'orders.LinesWrittenOff': {
      const { lines: units, causeId, fulfillmentOrderId: workId, shipmentId = causeId } = event.data;
      return [{ type: 'Lost', data: { units, causeId, shipmentId, workId } }];
    }
    case 'orders.ReshipAsked':
    case 'orders.UnitsReshipped':
    case 'orders.ReshipRefused':
      return reshipEventsOf(event);
    case 'orders.LinesCameBack': {
      const { lines: units, causeId, shipmentId, fulfillmentOrderId: workId, fault } = event.data;
      return [{ type: 'CameBack', data: { units, causeId, shipmentId, workId, fault } }];
    }
    case 'orders.FoundDecided': {
      const { lines: units, causeId, decision, returnId } = event.data;
      return [{ type: 'FoundDecided', data: { units, causeId, decision, returnId } }];
    }
    default:
      return changeEvents(event) ?? returnEventsOf(event);
  }
}

function reshipEventsOf(
  event: Extract<
    OrderEvent,
    { type: 'orders.ReshipAsked' | 'orders.UnitsReshipped' | 'orders.ReshipRefused' }
  >,
): readonly LedgerEvent[] {
  if (event.type !== 'orders.ReshipAsked') {
    const { causeId } = event.data;
    return [
      { type: event.type === 'orders.UnitsReshipped' ? 'Reshipped' : 'ReshipRefused', data: { causeId } },
    ];
  }
  const { lines: units, causeId, trouble, shipmentId } = event.data;
  return [{ type: 'ReshipAsked', data: { units, causeId, trouble, shipmentId } }];
}

function workEventsOf(
  event: Extract<
    OrderEvent,
    {
      type:
        | 'orders.LinesReleased'
        | 'orders.LinesPicked'
        | 'orders.LinesPacked'
        | 'orders.LinesShipped'
        | 'orders.LinesReadyToCollect';
    }
  >,
): readonly LedgerEvent[] {
  const { lines: units, causeId } = event.data;
  const work = { units, causeId, workId: causeId };
  switch (event.type) {
    case 'orders.LinesReleased':
      return [{ type: 'Released', data: { ...work, locationId: event.data.locationId } }];
    case 'orders.LinesPicked':
      return [{ type: 'Picked', data: work }];
    case 'orders.LinesPacked':
      return [{ type: 'Packed', data: work }];
    case 'orders.LinesShipped': {
      const { shipmentId, collection: waiting } = event.data;
      return [{ type: 'Shipped', data: { ...work, shipmentId, waiting } }];
    }
    case 'orders.LinesReadyToCollect':
      return [{ type: 'ReadyToCollect', data: { ...work, fromWorkId: event.data.arrivedFrom } }];
    default:
      return event satisfies never;
  }
}

/** Facts of a return name it as their cause; what was missing of it has a cause of its own. */
const returnOf = (causeId: string): string => causeId.replace(/:missing$/, '');

function returnEventsOf(event: OrderEvent): readonly LedgerEvent[] {
  switch (event.type) {
    case 'orders.ReturnRequested':
    case 'orders.ReturnWithdrawn':
    case 'orders.ReturnRefused':
    case 'orders.LinesReturned': {
      const { lines: entries, causeId } = event.data;
      const data = { entries, causeId, returnId: event.data.returnId ?? returnOf(causeId) };
      if (event.type === 'orders.ReturnRequested') return [{ type: 'ReturnRequested', data }];
      if (event.type === 'orders.LinesReturned') {
        const { fault } = event.data;
        return [{ type: 'Returned', data: { ...data, ...(fault === undefined ? {} : { fault }) } }];
      }
      // A return may be refused in part and missing in part: two facts, two causes.
      const closing = event.type === 'orders.ReturnRefused' ? `${causeId}:refused` : causeId;
      return [{ type: 'ReturnClosed', data: { ...data, causeId: closing } }];
    }
    default:
      return [];
  }
}

function cancelled(data: Extract<OrderEvent, { type: 'orders.LinesCancelled' }>['data']): LedgerEvent {
  const {
    lines: units,
    causeId,
    by,
    askId,
    waited,
    fulfillmentOrderId: workId,
    arrivedFrom: fromWorkId,
  } = data;
  if (by === 'NOT_COLLECTED') return { type: 'Recalled', data: { units, causeId, workId: causeId } };
  const fault = by === 'NO_STOCK' || by === 'RETAILER' ? { fault: true } : {};
  return { type: 'Cancelled', data: { units, causeId, askId, workId, fromWorkId, waited, ...fault } };
}
