import type { EventName, EventPayload } from '../../../../schema/events/registry.ts';
import type { LoneSubgraph } from '../../../../test/support/loneSubgraph.ts';
import type { MessageCode } from '../../domain/codes.ts';

/** One event of a stream. */
export interface Step {
  tell(world: LoneSubgraph, id: string): Promise<void>;
  /** What the customer is to hear of it, unless something newer is known before. */
  readonly due?: MessageCode;
  /** From now on, nothing of these may be told any more. */
  readonly ends?: readonly MessageCode[];
  /** It is told however soon something newer is known. */
  readonly always?: true;
}

/** What happens to an order. */
export interface Story {
  readonly orderId: string;
  /** Within a stream the order of events is kept, between streams nothing is. */
  readonly streams: readonly (readonly Step[])[];
}

const dayMs = 86_400_000;
const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

const step = <N extends EventName>(
  type: N,
  data: EventPayload<N>,
  stream: string,
  more: Omit<Step, 'tell'> = {},
): Step => ({ tell: (world, id) => world.hear(type, data, stream, id, false), ...more });

/** Steps of a parcel on its way, which nothing may tell once it has arrived, is lost or goes back. */
const onTheWay: readonly MessageCode[] = [
  ...(['PARCEL_SHIPPED', 'OUT_FOR_DELIVERY', 'ATTEMPT_FAILED', 'DELAY_ANNOUNCED'] as const),
  'DELAY_PREDICTED',
];

/** The n-th order of a battery: it arrives, at the first or the second attempt or late, is cancelled, is lost, or goes back. */
export function storyOf(n: number, nowMs: number): Story {
  const orderId = `o${n}`;
  const made = parcelSteps(n, orderId, nowMs);
  const begin = [made.created, made.handedOver];
  const ends: readonly (readonly Step[])[] = [
    [made.scan('IN_TRANSIT', 1), made.scan('OUT_FOR_DELIVERY', 2), made.delivered(3)],
    [made.scan('OUT_FOR_DELIVERY', 1), made.scan('ATTEMPT_FAILED', 2), made.delivered(3)],
    [made.delayed(1, nowMs + 9 * dayMs), made.scan('OUT_FOR_DELIVERY', 2), made.delivered(3)],
    // Reports that the carrier hands in after the fact.
    [made.delivered(3), made.late('OUT_FOR_DELIVERY', 2), made.late('IN_TRANSIT', 1)],
    [made.scan('IN_TRANSIT', 1), made.lost],
    [made.scan('OUT_FOR_DELIVERY', 1), made.returning(2), made.late('ATTEMPT_FAILED', 1)],
  ];
  const placed = step('orders.OrderPlaced', placedOrder(orderId, nowMs), `order:${orderId}`, {
    ...{ due: 'ORDER_PLACED', always: true },
  });
  const kind = n % (ends.length + 1);
  const end = ends[kind];
  if (end === undefined) return { orderId, streams: [[placed, cancelled(orderId)]] };
  return { orderId, streams: [[placed], [...begin, ...end]] };
}

function parcelSteps(n: number, orderId: string, nowMs: number) {
  const ids = { shipmentId: `s${n}`, orderId, fulfillmentOrderId: 'f' };
  const place = { serviceCode: 'parcel', locationId: 'w' };
  const stream = `shipment:s${n}`;
  const created = { carrier: 'c', isReturn: false, lines: [], owner: 's', channel: 'web', parcels: [] };
  const report = (milestone: EventPayload<'shipping.TrackingRecorded'>['milestone'], after: number) => ({
    ...{ ...ids, eventId: `${n}-${milestone}`, trackingCode: 'x', milestone, highest: milestone },
    ...{ rawCode: milestone, text: milestone, occurredAtMs: nowMs + after },
  });
  const told = (milestone: 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'ATTEMPT_FAILED') =>
    milestone === 'IN_TRANSIT' ? {} : { due: milestone };
  return {
    created: step(
      'shipping.ShipmentCreated',
      { ...ids, ...place, ...created, promisedLatestAtMs: nowMs + 5 * dayMs },
      stream,
    ),
    handedOver: step('shipping.ShipmentHandedOver', { ...ids, ...place, atMs: nowMs }, stream, {
      due: 'PARCEL_SHIPPED',
    }),
    scan: (milestone: 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'ATTEMPT_FAILED', after: number) =>
      step('shipping.TrackingRecorded', report(milestone, after), stream, told(milestone)),
    late: (milestone: 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'ATTEMPT_FAILED', after: number) =>
      step('shipping.TrackingRecorded', report(milestone, after), stream),
    delayed: (after: number, etaMs: number) =>
      step(
        'shipping.TrackingRecorded',
        { ...report('IN_TRANSIT', after), estimatedDeliveryAtMs: etaMs },
        stream,
        { due: 'DELAY_ANNOUNCED' },
      ),
    delivered: (after: number) =>
      step(
        'shipping.ShipmentDelivered',
        { ...ids, ...place, isReturn: false, deliveredAtMs: nowMs + after, lines: [] },
        stream,
        { due: 'PARCEL_DELIVERED', always: true, ends: onTheWay },
      ),
    lost: step('shipping.ShipmentLost', { ...ids, lines: [] }, stream, {
      ...{ due: 'PARCEL_LOST', always: true, ends: onTheWay },
    }),
    returning: (after: number) =>
      step('shipping.TrackingRecorded', report('RETURN_TO_SENDER', after), stream, {
        ...{ due: 'RETURNING_TO_SENDER', always: true, ends: onTheWay },
      }),
  } as const;
}

const cancelled = (orderId: string): Step =>
  step(
    'orders.LinesCancelled',
    {
      ...{ orderId, causeId: 'c', reason: 'changed my mind', by: 'CUSTOMER', amount: money(100) },
      lines: [{ lineId: 'l', sku: 'shoe', quantity: 1 }],
    },
    `order:${orderId}`,
    { due: 'ORDER_CANCELLED_BY_CUSTOMER', always: true },
  );

const placedOrder = (orderId: string, nowMs: number): EventPayload<'orders.OrderPlaced'> => ({
  ...{ orderId, number: orderId.toUpperCase(), owner: 's', channel: 'web', currency: 'EUR', locale: 'en' },
  ...{ placedAtMs: nowMs, destination: { country: 'FR' }, reservationId: 'r', shipments: [] },
  lines: [{ lineId: 'l', sku: 'shoe', quantity: 1, unitPriceMinor: 100, taxBasisPoints: 0 }],
  promise: {
    ...{ promiseId: 'p', methodType: 'SHIPPING', code: 'c', title: 't', timeZone: 'Europe/Paris' },
    ...{ earliestAtMs: nowMs, latestAtMs: nowMs + 5 * dayMs, confidence: 0.9, kgCO2e: 1 },
    configVersion: 'v',
  },
  ...{ delivery: money(0), deliveryTax: money(0), total: money(100) },
});
