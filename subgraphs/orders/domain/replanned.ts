import type { EventPayload } from '../../../schema/events/registry.ts';
import type { LedgerEvent } from './ledger/events.ts';
import { deliveryLot } from './ledger/lots.ts';
import type { OrderEvent, OrderEventOf, OrderState } from './order.ts';
import { isCollected } from './shipments.ts';

type Replanned = EventPayload<'orders.OrderReplanned'>;

/** Where units of an order that goes another way, or after all as before, are held. */
const sourcesOf = (shipments: Replanned['shipments']) =>
  shipments.flatMap(({ locationId, lines }) =>
    lines.map(({ lineId, quantity, future }) => ({
      ...{ lineId, quantity },
      source: { locationId, awaited: future, ...(future ? { receiptId: 'future' } : {}) },
    })),
  );

/** What an event of a change of the way means for the ledger; undefined for other events. */
export function changeEvents(event: OrderEvent): readonly LedgerEvent[] | undefined {
  switch (event.type) {
    case 'orders.ChangeAsked': {
      const { lines: units, causeId } = event.data;
      return [{ type: 'CancelAsked', data: { units, causeId, askId: causeId } }];
    }
    case 'orders.LinesRecalled': {
      const { lines: units, causeId, askId, fulfillmentOrderId: workId = causeId } = event.data;
      return [{ type: 'Rerouted', data: { units, causeId, askId, workId } }];
    }
    case 'orders.OrderReplanned':
    case 'orders.ChangeUndone':
      return replanned(event);
    default:
      return undefined;
  }
}

/** What the end of a change means: where the units are held, when they are due, what the delivery costs. */
function replanned(
  event: OrderEventOf<'orders.OrderReplanned'> | OrderEventOf<'orders.ChangeUndone'>,
): LedgerEvent[] {
  const { causeId, askId, shipments } = event.data;
  const sources = sourcesOf(shipments);
  if (event.type === 'orders.ChangeUndone') return [{ type: 'Resourced', data: { causeId, askId, sources } }];
  const { promise, delivery, deliveryTax } = event.data;
  const dueWhen = isCollected(promise) ? ('COLLECTED' as const) : ('SHIPPED' as const);
  const price = { amountMinor: delivery.amountMinor, taxMinor: deliveryTax.amountMinor };
  const lot = deliveryLot({ lotId: `delivery:${causeId}`, ...price });
  return [
    { type: 'Resourced', data: { causeId, askId, sources, dueWhen } },
    { type: 'DeliveryReplaced', data: { causeId, lot } },
  ];
}

/** The order as it goes now. The stores that collect or send it may see it. */
export function withReplan(state: OrderState, data: Replanned): OrderState {
  const { promise, destination, shipments, delivery, deliveryTax } = data;
  const { changing: _over, agreedLatestAtMs: _before, expected: _expected, ...rest } = state;
  const collectAt = isCollected(promise) && promise.collectAtId !== undefined ? [promise.collectAtId] : [];
  const places = [...rest.locationIds, ...shipments.map(({ locationId }) => locationId), ...collectAt];
  const moreMinor = delivery.amountMinor - rest.deliveryMinor;
  const { earliestAtMs, latestAtMs } = state.promise;
  return {
    ...{ ...rest, promise, destination, shipments, currentLatestAtMs: promise.latestAtMs },
    // What was promised first stays the first, whatever is agreed later.
    firstPromise: rest.firstPromise ?? { earliestAtMs, latestAtMs },
    ...{ deliveryMinor: delivery.amountMinor, deliveryTaxMinor: deliveryTax.amountMinor },
    ...{ totalMinor: rest.totalMinor + moreMinor, locationIds: [...new Set(places)] },
  };
}

/** The order as before a change that came to nothing. */
export function withoutChange(state: OrderState): OrderState {
  const { changing: _over, ...rest } = state;
  return rest;
}
