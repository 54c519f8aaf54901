import type { Ledger } from './ledger/ledger.ts';
import type { StuckMoney } from './stuckMoney.ts';
import type { EventName, EventPayload } from '../../../schema/events/registry.ts';

type Placed = EventPayload<'orders.OrderPlaced'>;

/** How many units of a line are where. ordered = cancelled + backordered + sourced + released, always. */
export interface LineCounters {
  readonly ordered: number;
  readonly cancelled: number;
  /** Cancellation asked for and not answered; they count as what they are until then. */
  readonly cancelAsked: number;
  readonly backordered: number;
  readonly sourced: number;
  readonly released: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returnRequested: number;
  readonly returned: number;
  readonly writtenOff: number;
}

export interface OrderLine {
  readonly lineId: string;
  readonly sku: string;
  readonly unitPriceMinor: number;
  readonly taxBasisPoints: number;
  readonly customisation?: string;
  /** What added it to the order, if it was not ordered at first. */
  readonly addedBy?: string;
  readonly counters: LineCounters;
}

export type PaymentKind = 'AUTHORIZATION' | 'CHARGE' | 'REFUND' | 'VOID';
export type PaymentState = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'ACTION_REQUIRED';
export type PaymentMethod = 'CARD' | 'GIFT_CARD' | 'IN_STORE' | 'INVOICE';

export interface Payment {
  readonly paymentId: string;
  readonly kind: PaymentKind;
  readonly state: PaymentState;
  readonly amountMinor: number;
  readonly method: PaymentMethod;
  readonly atMs: number;
  readonly providerReference?: string;
  readonly declineCode?: string;
  readonly causeId?: string;
  /** Of an authorisation: from when it holds nothing any more, epoch ms. */
  readonly expiresAtMs?: number;
}

/** Is it set aside on a means that has not said yes or no? */
export const isOpenAuthorisation = ({ kind, state }: Payment): boolean =>
  kind === 'AUTHORIZATION' && (state === 'PENDING' || state === 'ACTION_REQUIRED');

/** A cancellation that was asked of the locations. */
export interface CancelAsk {
  readonly askId: string;
  readonly by: 'CUSTOMER' | 'RETAILER';
  readonly reason: string;
  readonly lines: readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
  /** When it was last asked, epoch ms, and how often. */
  readonly askedAtMs: number;
  readonly times: number;
  /** Units given up: cancelled, or free to go another way. */
  readonly cancelledUnits: number;
  readonly refusedUnits: number;
  /** It is asked for so that they can go another way. */
  readonly change?: boolean;
}

/** An ask to send units again. */
export interface Reship {
  readonly causeId: string;
  readonly trouble: 'LOST' | 'DAMAGED';
  readonly shipmentId?: string;
  readonly refused?: 'OUT_OF_STOCK' | 'TURNED_UP';
}

/** An order as its journal says. No name, no street: the address is kept apart. */
export interface OrderState {
  readonly _id: string;
  readonly number: string;
  readonly owner: string;
  readonly channel: string;
  readonly externalReference?: string;
  readonly currency: string;
  readonly locale: string;
  readonly placedAtMs: number;
  /** Every unit and the money for it: the truth that counters and sums are folded from. */
  readonly ledger: Ledger;
  /** When its money has to be looked at again (epoch ms): a movement failed or was not answered. */
  readonly settleAtMs?: number;
  /** Money that failed for good and that an owner has to see, and since when (epoch ms). */
  readonly stuck?: readonly StuckMoney[];
  readonly stuckSinceMs?: number;
  readonly lines: readonly OrderLine[];
  readonly destination: Placed['destination'];
  readonly promise: Placed['promise'];
  /** The dates promised first, once another promise was agreed to; those of the promise if absent. */
  readonly firstPromise?: { readonly earliestAtMs: number; readonly latestAtMs: number };
  /** Latest delivery the customer agreed to with units added later; that of the promise if absent. */
  readonly agreedLatestAtMs?: number;
  /** Latest delivery as promised now. */
  readonly currentLatestAtMs: number;
  readonly deliveryMinor: number;
  readonly deliveryTaxMinor: number;
  readonly totalMinor: number;
  readonly reservationId: string;
  readonly paymentMethod?: PaymentMethod;
  readonly shipments: Placed['shipments'];
  /** Discounts and surcharges it was placed with. */
  readonly adjustments?: Placed['adjustments'];
  /** Promotion codes that were in force for its delivery's price. */
  readonly promotionCodes?: readonly string[];
  /** Locations that work or worked on it; their associates may see it. */
  readonly locationIds: readonly string[];
  readonly payments: readonly Payment[];
  readonly heldReason?: string;
  /** Who ordered for the customer, if somebody did. */
  readonly placedBy?: Placed['placedBy'];
  /** Store and associate that sold it, if one did. */
  readonly soldBy?: Placed['soldBy'];
  /** A person looks at it before anybody works on it. */
  readonly review?: boolean;
  readonly confirmed: boolean;
  readonly deliveredAtMs?: number;
  /** When carriers expect to deliver what is at risk of being late, or was (epoch ms). */
  readonly expected?: readonly { readonly shipmentId: string; readonly atMs: number }[];
  /** Units that wait or waited in a store, and since when the last of them did. */
  readonly ready?: { readonly units: number; readonly atMs: number };
  /** Causes already folded in, so that a repeated fact counts once. */
  readonly causes: readonly string[];
  /** Refunds granted to returns that were inspected in parts: which return a cause is of. */
  /** Refunds the customer was told of, by their cause. */
  readonly givenBack?: readonly { readonly causeId: string; readonly paymentIds: readonly string[] }[];
  readonly grants?: readonly { readonly causeId: string; readonly returnId: string }[];
  /** Lines with a gift receipt. */
  readonly giftLines?: readonly string[];
  /** Returns by whoever was given the goods: their money becomes a gift card. */
  readonly giftReturns?: readonly string[];
  /** Causes of refunds that are done. */
  readonly refundedReturns: readonly string[];
  /** Change under way: name of its ask. Until it has ended there is no other, and nothing is cancelled. */
  readonly changing?: string;
  /** Cancellations that were asked of the locations; orders of before may lack it. */
  readonly cancelAsks?: readonly CancelAsk[];
  /** Units that were lost or broken and asked to be sent again, and why they were not. */
  readonly reships?: readonly Reship[];
  /** When the earliest unanswered one was last asked (epoch ms). */
  readonly askedAtMs?: number;
}

export type OrderEventName = Exclude<
  Extract<EventName, `orders.${string}`>,
  'orders.SettingsChanged' | 'orders.CustomerErased' | 'orders.CustomerExported' | 'orders.ChannelSaved'
>;

/** One kind of event of an order, with its payload. */
export interface OrderEventOf<N extends OrderEventName> {
  readonly type: N;
  readonly data: EventPayload<N>;
}

/** Any event of an order, with its payload. */
export type OrderEvent = { [N in OrderEventName]: OrderEventOf<N> }[OrderEventName];

/** An event of an order, typed at the place it is decided. */
export const orderEvent = <N extends OrderEventName>(type: N, data: EventPayload<N>): OrderEventOf<N> => ({
  type,
  data,
});

/** Events of which the units count once per cause. */
export type CountedFact = Extract<OrderEvent, { data: { causeId: string; lines: readonly unknown[] } }>;
