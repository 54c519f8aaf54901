import { lotsOfLines, type PriceAdjustment } from './adjustments.ts';
import { decideReceived, meansAdded } from './ledger/decideMoney.ts';
import { decideRefund } from './ledger/decideUnits.ts';
import type { LedgerEvent, SourcedUnits } from './ledger/events.ts';
import { evolveAll, evolveLedger } from './ledger/evolve.ts';
import type { Ledger } from './ledger/ledger.ts';
import { deliveryLot, lotsOf } from './ledger/lots.ts';
import { decideEarlierMovement } from './ledgerOfBefore.ts';
import type { OrderEvent } from './order.ts';
import { isCollected } from './shipments.ts';

type Data<N extends OrderEvent['type']> = Extract<OrderEvent, { type: N }>['data'];

/** Lot of an order's delivery. */
export const deliveryLotId = 'delivery';

/** Discounts and surcharges of an order; orders of before have none. */
const adjustmentsOf = ({ adjustments = [] }: Data<'orders.OrderPlaced'>): PriceAdjustment[] =>
  adjustments.map(({ lineId, delivery, ...rest }) => ({
    ...rest,
    ...(lineId === undefined ? {} : { lineId }),
    ...(delivery === undefined ? {} : { delivery }),
  }));

/** The ledger of an order as it is placed. Lines are lots of their own ids. */
export function ledgerOf(data: Data<'orders.OrderPlaced'>): Ledger {
  const { orderId, currency, lines, shipments, paymentMethod } = data;
  const lots = [
    ...lotsOfLines(
      lines.map(({ lineId: id, ...line }) => ({ id, ...line })),
      adjustmentsOf(data),
    ),
    deliveryLot({
      ...{
        lotId: deliveryLotId,
        amountMinor: data.delivery.amountMinor,
        taxMinor: data.deliveryTax.amountMinor,
      },
    }),
  ];
  const sources = sourcesOf(shipments);
  const dueWhen = isCollected(data.promise) ? 'COLLECTED' : 'SHIPPED';
  const placed = evolveLedger(undefined, {
    type: 'Placed',
    data: { orderId, currency, dueWhen, lots, sources },
  });
  if (paymentMethod === undefined || paymentMethod === 'CARD') return placed;
  const outside = { meansId: paymentMethod, method: paymentMethod, kind: 'OUTSIDE', state: 'READY' } as const;
  return evolveLedger(placed, meansAdded({ ...outside, amountMinor: 0 }));
}

/** Where planned units come from. */
const sourcesOf = (shipments: Data<'orders.OrderPlaced'>['shipments']): SourcedUnits[] =>
  shipments.flatMap(({ locationId, lines: planned }) =>
    planned.map(({ lineId, quantity, future }): SourcedUnits => ({
      ...{ lotId: lineId, quantity },
      source: { locationId, awaited: future, ...(future ? { receiptId: 'future' } : {}) },
    })),
  );

/** Units added later are lots of their own; what comes back in exchange pays for them. */
function unitsAdded({ lines, shipments, causeId, returnId }: Data<'orders.UnitsAdded'>): LedgerEvent {
  const lots = lotsOf(
    lines.map(({ lineId, sku, quantity, unitPriceMinor, taxBasisPoints: basisPoints, adjustmentMinor }) => ({
      ...{ lotId: lineId, lineId, sku, quantity, unitPriceMinor, tax: { basisPoints } },
      adjustments: adjustmentMinor === 0 ? [] : [{ code: 'EXCHANGE', amountMinor: adjustmentMinor }],
      ...(returnId === undefined ? {} : { paidFrom: causeId }),
    })),
  );
  return { type: 'UnitsAdded', data: { causeId, lots, sources: sourcesOf(shipments) } };
}

/** What an event of an order means for its ledger. */
export const foldLedger = (ledger: Ledger, event: OrderEvent, at: number): Ledger =>
  evolveAll(ledger, ledgerEventsOf(ledger, event, at));

function ledgerEventsOf(ledger: Ledger, event: OrderEvent, at: number): readonly LedgerEvent[] {
  switch (event.type) {
    case 'orders.OrderConfirmed':
      return [{ type: 'Confirmed', data: { causeId: event.data.orderId } }];
    case 'orders.PaymentChanged':
      return moneyOf(ledger, event.data, at);
    case 'orders.PaymentRecorded': {
      const { paymentId: movementId, method, amount } = event.data;
      const payment = { movementId, meansId: method, method, amountMinor: amount.amountMinor };
      return decideReceived(ledger, payment, at);
    }
    case 'orders.RefundGranted': {
      const { returnId, causeId, cost, early } = event.data;
      const fee = cost.amountMinor > 0 ? { fee: { amountMinor: cost.amountMinor, taxMinor: 0 } } : {};
      return decideRefund(ledger, { returnId, causeId, ...fee, ...(early === undefined ? {} : { early }) });
    }
    case 'orders.UnitsAdded':
      return [unitsAdded(event.data)];
    case 'orders.DeliveryGivenBack': {
      const { causeId, lotId, keep } = event.data;
      return [{ type: 'DeliveryGivenBack', data: { causeId, lotId, keepMinor: keep.amountMinor } }];
    }
    case 'orders.CreditMoved': {
      const { movementId, causeId, from, to } = event.data;
      return [{ type: 'CreditMoved', data: { movementId, causeId, from, to, atMs: at } }];
    }
    case 'orders.MoneyEscalated': {
      const { kind, causeId, amount } = event.data;
      const movement = kind === 'CHARGE' ? 'CAPTURE' : kind;
      return [{ type: 'Escalated', data: { kind: movement, causeId, amountMinor: amount.amountMinor } }];
    }
    default:
      return unitEventsOf(event);
  }
}

function unitEventsOf(event: OrderEvent): readonly LedgerEvent[] {
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
    case 'orders.LinesCameBack': {
      const { lines: units, causeId, shipmentId, fulfillmentOrderId: workId, fault } = event.data;
      return [{ type: 'CameBack', data: { units, causeId, shipmentId, workId, fault } }];
    }
    case 'orders.FoundDecided': {
      const { lines: units, causeId, decision, returnId } = event.data;
      return [{ type: 'FoundDecided', data: { units, causeId, decision, returnId } }];
    }
    default:
      return returnEventsOf(event);
  }
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
      return [{ type: 'ReadyToCollect', data: work }];
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

function cancelled(data: Data<'orders.LinesCancelled'>): LedgerEvent {
  const { lines: units, causeId, by, askId, fulfillmentOrderId: workId } = data;
  if (by === 'NOT_COLLECTED') return { type: 'Recalled', data: { units, causeId, workId: causeId } };
  const fault = by === 'NO_STOCK' || by === 'RETAILER' ? { fault: true } : {};
  return { type: 'Cancelled', data: { units, causeId, askId, workId, ...fault } };
}

/** A payment event: a means that is named or answered, a movement that is asked for or answered, or one of before. */
function moneyOf(ledger: Ledger, data: Data<'orders.PaymentChanged'>, atMs: number): readonly LedgerEvent[] {
  const { paymentId, kind, state, amount, method, meansId, causeId = paymentId } = data;
  const { amountMinor } = amount;
  if (kind === 'AUTHORIZATION') return authorisation(ledger, data);
  const approved = state === 'SUCCEEDED';
  const known = ledger.movements.some((each) => each.movementId === paymentId);
  if (known) return [{ type: 'MovementAnswered', data: { movementId: paymentId, approved, atMs } }];
  if (meansId === undefined) return decideEarlierMovement(ledger, data, atMs);
  if (ledger.means.some((each) => each.meansId === meansId && each.kind === 'OUTSIDE') && kind === 'CHARGE')
    return decideReceived(ledger, { movementId: paymentId, meansId, method, amountMinor }, atMs);
  const { parts = [], goodwill, ofCredit } = data;
  const movement = { movementId: paymentId, meansId, amountMinor, causeId, parts, atMs, goodwill, ofCredit };
  const asked: LedgerEvent = {
    type: 'MovementAsked',
    data: { ...movement, kind: kind === 'CHARGE' ? 'CAPTURE' : kind },
  };
  if (state === 'PENDING') return [asked];
  return [asked, { type: 'MovementAnswered', data: { movementId: paymentId, approved, atMs } }];
}

function authorisation(ledger: Ledger, data: Data<'orders.PaymentChanged'>): readonly LedgerEvent[] {
  const { paymentId: meansId, state, amount, method } = data;
  const known = ledger.means.find((means) => means.meansId === meansId);
  if (known !== undefined && state !== 'PENDING')
    return [{ type: 'MeansAnswered', data: { meansId, approved: state === 'SUCCEEDED' } }];
  const now = state === 'SUCCEEDED' ? 'READY' : state === 'FAILED' ? 'FAILED' : 'PENDING';
  return [meansAdded({ meansId, method, kind: 'PROVIDER', state: now, amountMinor: amount.amountMinor })];
}
