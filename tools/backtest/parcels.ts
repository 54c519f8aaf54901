import { dayOf } from '@promesse/promise-engine/learning/facts';
import type { ShipmentFacts } from '@promesse/promise-engine/learning/facts';
import { distanceKm } from '../olist/distanceKm.ts';
import type { JoinedItem, JoinedOrder } from '../olist/joinOrders.ts';
import type { OlistParty, OlistPayment } from '../olist/rows.ts';
import type { WallMs } from '../olist/wallTime.ts';

/** One order as the backtest sees it: what is known at purchase, and apart from it what happened later. */
export interface Parcel {
  readonly facts: ShipmentFacts;
  readonly handedOverAt: WallMs | undefined;
  readonly deliveredAt: WallMs | undefined;
  /** The retailer's own promised date. */
  readonly estimatedAt: WallMs | undefined;
  /** Whether the order counts in the figures (it always teaches). */
  readonly counts: boolean;
  readonly laneGroup: string;
}

/** The tables name no carrier service: there is one. */
const SERVICE = 'standard';

/**
 * An order's facts. With several sellers the order is complete when the last parcel is there, so the farthest
 * seller speaks for it.
 */
export function toParcel(joined: JoinedOrder): Parcel {
  const { order, customer } = joined;
  // Rows come in any order; nothing may depend on it, ties and sums included.
  const items = [...joined.items].sort((a, b) => a.item.itemId - b.item.itemId);
  const payments = [...joined.payments].sort((a, b) => a.sequence - b.sequence);
  const far = farthest({ ...joined, items });
  let grams = 0;
  let weighed = 0;
  let freight = 0;
  for (const { item, product } of items) {
    if (product?.weightGrams !== undefined) {
      grams += product.weightGrams;
      weighed += 1;
    }
    freight += item.freightMinor;
  }
  const facts: ShipmentFacts = {
    id: order.orderId,
    placedAt: order.purchasedAt,
    locationId: far.seller.id,
    origin: areas(far.seller),
    destination: areas(customer),
    serviceId: SERVICE,
    distanceKm: distanceKm(far.sellerPlace, joined.customerPlace),
    weightGrams: weighed > 0 ? grams : undefined,
    freightMinor: freight / items.length,
    units: items.length,
    givenDays:
      order.estimatedAt === undefined ? undefined : dayOf(order.estimatedAt) - dayOf(order.purchasedAt),
    paymentMethod: payments.reduce<OlistPayment | undefined>(largest, undefined)?.type,
  };
  const { handedOverAt, deliveredAt, estimatedAt } = order;
  const counts = order.status === 'delivered' && deliveredAt !== undefined && estimatedAt !== undefined;
  return {
    facts,
    handedOverAt,
    deliveredAt,
    estimatedAt,
    counts,
    laneGroup: laneGroup(far.seller, customer),
  };
}

/** Vouchers pay a part; what pays most decides when the money is there. */
const largest = (best: OlistPayment | undefined, one: OlistPayment): OlistPayment =>
  best && best.valueMinor >= one.valueMinor ? best : one;

const areas = (party: OlistParty): string[] => [
  party.state,
  `${party.state}${party.zipPrefix.slice(0, 2)}`,
  party.zipPrefix.slice(0, 3),
  party.zipPrefix.slice(0, 4),
];

function farthest(joined: JoinedOrder): JoinedItem {
  const away = (item: JoinedItem): number => distanceKm(item.sellerPlace, joined.customerPlace) ?? 0;
  return joined.items.reduce((best, item) => (away(item) > away(best) ? item : best));
}

const REGIONS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    Southeast: 'SP RJ MG ES',
    South: 'PR SC RS',
    'Centre-West': 'DF GO MS MT',
    Northeast: 'AL BA CE MA PB PE PI RN SE',
    North: 'AC AM AP PA RO RR TO',
  }).flatMap(([region, states]) => states.split(' ').map((state) => [state, region])),
);

function laneGroup(seller: OlistParty, customer: OlistParty): string {
  if (seller.state === customer.state) return `within ${seller.state === 'SP' ? 'SP' : 'another state'}`;
  const from = REGIONS[seller.state] ?? seller.state;
  const to = REGIONS[customer.state] ?? customer.state;
  return from === 'Southeast' ? `Southeast to ${to}` : `elsewhere to ${to}`;
}
