import { lotsOfAdded, sourcesOfAdded } from './addedLines.ts';
import { lotsOfLines, type PriceAdjustment } from './adjustments.ts';
import { decideReceived, meansAdded } from './ledger/decideMoney.ts';
import { decideRefund } from './ledger/decideUnits.ts';
import type { LedgerEvent, SourcedUnits } from './ledger/events.ts';
import { evolveAll, evolveLedger } from './ledger/evolve.ts';
import type { Ledger } from './ledger/ledger.ts';
import { deliveryLot } from './ledger/lots.ts';
import { moneyOf } from './ledgerPayments.ts';
import { unitEventsOf } from './ledgerUnitFacts.ts';
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
    data: { orderId, currency, dueWhen, lots, sources, ...leadOf(data) },
  });
  if (paymentMethod !== 'IN_STORE' && paymentMethod !== 'INVOICE') return placed;
  const outside = { meansId: paymentMethod, method: paymentMethod, kind: 'OUTSIDE', state: 'READY' } as const;
  return evolveLedger(placed, meansAdded({ ...outside, amountMinor: 0 }));
}

const leadOf = ({ renewHours }: Data<'orders.OrderPlaced'>) =>
  renewHours === undefined ? {} : { renewBeforeMs: renewHours * 3_600_000 };

/** Where planned units come from. */
const sourcesOf = (shipments: Data<'orders.OrderPlaced'>['shipments']): SourcedUnits[] =>
  shipments.flatMap(({ locationId, lines: planned }) =>
    planned.map(({ lineId, quantity, future }): SourcedUnits => ({
      ...{ lotId: lineId, quantity },
      source: { locationId, awaited: future, ...(future ? { receiptId: 'future' } : {}) },
    })),
  );

/** What an event of an order means for its ledger. */
export const foldLedger = (ledger: Ledger, event: OrderEvent, at: number): Ledger =>
  evolveAll(ledger, ledgerEventsOf(ledger, event, at));

function ledgerEventsOf(ledger: Ledger, event: OrderEvent, at: number): readonly LedgerEvent[] {
  switch (event.type) {
    case 'orders.OrderConfirmed':
      return [{ type: 'Confirmed', data: { causeId: event.data.orderId } }];
    case 'orders.PaymentChanged':
      return moneyOf(ledger, event.data, at);
    case 'orders.AuthorizationLapsed':
      return [{ type: 'MeansLapsed', data: { meansId: event.data.paymentId } }];
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
    case 'orders.UnitsAdded': {
      const { causeId, lines, shipments } = event.data;
      const lots = lotsOfAdded(event.data);
      return [{ type: 'UnitsAdded', data: { causeId, lots, sources: sourcesOfAdded(lines, shipments) } }];
    }
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
