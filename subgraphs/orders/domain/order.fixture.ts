import type { EventPayload } from '../../../schema/events/registry.ts';
import { evolveOrder } from './evolve.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

type Placed = EventPayload<'orders.OrderPlaced'>;
const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const hourMs = 3_600_000;

/** The moment at which the orders of unit tests are placed. */
export const placedAtMs = Date.UTC(2026, 2, 10, 12);
export const promisedMs = placedAtMs + 48 * hourMs;

/** An order of two lines from two places: 2 x 10.00 and 1 x 25.00, delivery 4.90. */
export const placedEvent = (more: Partial<Placed> = {}): OrderEvent =>
  orderEvent('orders.OrderPlaced', {
    ...{ orderId: 'o1', number: 'P2603-TEST', owner: 'shopper-1', channel: 'web', currency: 'EUR' },
    ...{ locale: 'en', placedAtMs, destination: { country: 'FR' }, reservationId: 'r1' },
    lines: [
      { lineId: 'a', sku: 'shoe', quantity: 2, unitPriceMinor: 1_000, taxBasisPoints: 2_000 },
      { lineId: 'b', sku: 'coat', quantity: 1, unitPriceMinor: 2_500, taxBasisPoints: 2_000 },
    ],
    promise: {
      ...{ promiseId: 'p', methodType: 'SHIPPING', code: 'parcel', title: 'Parcel', configVersion: 'c' },
      ...{ earliestAtMs: placedAtMs + hourMs, latestAtMs: promisedMs, timeZone: 'Europe/Paris' },
      ...{ confidence: 1, kgCO2e: 0.3 },
    },
    ...{ delivery: money(490), deliveryTax: money(82), total: money(4_990) },
    shipments: [
      {
        ...{ locationId: 'warehouse', serviceCode: 'parcel', milestones: [] },
        lines: [{ lineId: 'a', sku: 'shoe', quantity: 2, future: false }],
      },
      {
        ...{ locationId: 'store', serviceCode: 'parcel', milestones: [] },
        lines: [{ lineId: 'b', sku: 'coat', quantity: 1, future: false }],
      },
    ],
    ...more,
  });

/** Folds events into an order placed as above. */
export const orderAfter = (...events: readonly OrderEvent[]): OrderState =>
  events.reduce<OrderState>(
    (state, event) => evolveOrder(state, event, placedAtMs),
    evolveOrder(undefined, placedEvent(), placedAtMs),
  );

const units = { a: { lineId: 'a', sku: 'shoe' }, b: { lineId: 'b', sku: 'coat' } } as const;

/** Units of the two lines, as facts carry them. */
export const linesOf = (quantities: { a?: number; b?: number }) =>
  (['a', 'b'] as const).flatMap((line) => {
    const quantity = quantities[line] ?? 0;
    return quantity === 0 ? [] : [{ ...units[line], quantity }];
  });

export const payment = (
  kind: 'AUTHORIZATION' | 'CHARGE' | 'REFUND' | 'VOID',
  amountMinor: number,
  state: 'SUCCEEDED' | 'FAILED' | 'PENDING' = 'SUCCEEDED',
): OrderEvent =>
  orderEvent('orders.PaymentChanged', {
    ...{ orderId: 'o1', paymentId: `${kind}:${amountMinor}`, kind, state, method: 'CARD' },
    amount: money(amountMinor),
  });
