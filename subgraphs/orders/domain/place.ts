import type { EventPayload } from '../../../schema/events/registry.ts';
import { adjustedDelivery, cartSums, type PriceAdjustment } from './adjustments.ts';
import type { CartLine } from './cart.ts';
import { orderEvent, type OrderEvent, type OrderState, type PaymentMethod } from './order.ts';
import { evolveOrder } from './evolve.ts';
import type { OpenedBy, SoldBy } from './seller.ts';
import { leftToPay } from './ledger/settle.ts';

type Placed = EventPayload<'orders.OrderPlaced'>;

/** Which locations ship which units, at what promise. */
export interface Decision {
  readonly promise: Placed['promise'];
  readonly deliveryMinor: number;
  readonly deliveryTaxMinor: number;
  readonly shipments: Placed['shipments'];
  /** Promotion codes that were in force for the delivery's price. */
  readonly promotionCodes?: readonly string[];
}

/** The cart and the wishes that an order is placed from. */
export interface CheckedOut {
  readonly cart: {
    readonly owner: string;
    readonly channel: string;
    readonly currency: string;
    readonly locale: string;
    readonly destination?: Placed['destination'];
    readonly address?: { readonly country: string };
    readonly lines: readonly CartLine[];
    readonly openedBy?: OpenedBy;
    readonly soldBy?: SoldBy;
    readonly adjustments?: readonly PriceAdjustment[];
  };
  readonly request: {
    readonly externalReference?: string;
    readonly gift?: { readonly lineIds?: readonly string[] };
  };
  readonly customerGroups?: readonly string[];
}

/** Means that a provider holds money on. */
export type ProviderMethod = 'CARD' | 'GIFT_CARD';

/** What one means was asked for, and what its provider said. `action`: the customer has to pass its page first. */
export interface AskedMeans {
  readonly paymentId: string;
  readonly method: ProviderMethod;
  readonly amountMinor: number;
  readonly answer:
    | { readonly kind: 'approved'; readonly reference: string; readonly expiresAtMs?: number | undefined }
    | { readonly kind: 'open' }
    | { readonly kind: 'action'; readonly url: string };
}

/** How the order is secured: by means in the order in which they pay, or outside. */
export type Authorised =
  | {
      readonly kind: 'asked';
      readonly means: readonly AskedMeans[];
      /** What they do not pay is paid at the till or on an invoice. */
      readonly outside?: 'IN_STORE' | 'INVOICE';
    }
  | { readonly kind: 'notNeeded'; readonly method: 'IN_STORE' | 'INVOICE' };

/** A checkout that has its units and its payment's answer. */
export interface Placing {
  readonly orderId: string;
  readonly number: string;
  readonly checkout: CheckedOut;
  readonly decision: Decision;
  readonly reservationId: string;
  readonly authorised: Authorised;
  readonly placedAtMs: number;
  /** Rate within the price by line id, in basis points, where the goods go; the cart's if absent. */
  readonly taxes?: ReadonlyMap<string, number>;
  /** How many hours before an authorisation lapses it is renewed; a day if absent. */
  readonly renewHours?: number;
  /** Does a person look at an order of this total first? Nobody does if absent. */
  readonly review?: (totalMinor: number) => boolean;
}

/** Reason shown while a payment's outcome is not known. */
export const paymentPending = 'PAYMENT_PENDING';
/** Reason shown while the customer has to pass the provider's page (3-D Secure). */
export const paymentAction = 'PAYMENT_ACTION';
/** Reason shown while the money has to be taken at the till: nothing is sent before. */
export const tillPending = 'TILL_PAYMENT';
/** Reason shown while a person looks at the order. */
export const reviewPending = 'REVIEW';

const deliveryOf = ({ deliveryMinor: amountMinor, deliveryTaxMinor: taxMinor }: Decision) => ({
  amountMinor,
  taxMinor,
});

/** What an order costs with its delivery, gross, in minor units: authorised and booked alike. */
export const orderTotal = (
  cart: Pick<CheckedOut['cart'], 'lines' | 'adjustments'>,
  decision: Decision,
): number => cartSums(cart, deliveryOf(decision)).totalMinor;

/** The first events of an order: placed, the payment, and confirmed or held. */
export function placedEvents(placing: Placing): OrderEvent[] {
  const { orderId, checkout, decision, reservationId, authorised } = placing;
  const { cart, request } = checkout;
  const money = (amountMinor: number) => ({ amountMinor, currency: cart.currency });
  const total = money(orderTotal(cart, decision));
  const delivery = adjustedDelivery(deliveryOf(decision), cart.adjustments);
  const placed = orderEvent('orders.OrderPlaced', {
    orderId,
    number: placing.number,
    owner: cart.owner,
    channel: cart.channel,
    ...(request.externalReference === undefined ? {} : { externalReference: request.externalReference }),
    currency: cart.currency,
    locale: cart.locale,
    placedAtMs: placing.placedAtMs,
    lines: cart.lines.map(({ id, sku, quantity, unitPriceMinor, taxBasisPoints, customisation }) => ({
      ...{ lineId: id, sku, quantity, unitPriceMinor },
      taxBasisPoints: placing.taxes?.get(id) ?? taxBasisPoints,
      ...(customisation === undefined ? {} : { customisation }),
    })),
    destination: cart.destination ?? { country: cart.address?.country ?? 'XX' },
    promise: decision.promise,
    ...(cart.adjustments === undefined ? {} : { adjustments: [...cart.adjustments] }),
    ...(decision.promotionCodes === undefined ? {} : { promotionCodes: [...decision.promotionCodes] }),
    delivery: money(delivery.amountMinor),
    deliveryTax: money(delivery.taxMinor),
    total,
    reservationId,
    paymentMethod: mainMethod(authorised),
    shipments: decision.shipments,
    ...(placing.renewHours === undefined ? {} : { renewHours: placing.renewHours }),
    ...(request.gift === undefined
      ? {}
      : { giftLines: [...(request.gift.lineIds ?? cart.lines.map(({ id }) => id))] }),
    ...(checkout.customerGroups === undefined ? {} : { customerGroups: [...checkout.customerGroups] }),
    ...(placing.review?.(total.amountMinor) === true ? { review: true } : {}),
    ...(cart.openedBy === undefined ? {} : { placedBy: { ...cart.openedBy } }),
    ...(cart.soldBy === undefined ? {} : { soldBy: { ...cart.soldBy } }),
  });
  const means = authorised.kind === 'notNeeded' ? [] : authorised.means;
  const payments = means.map((each) => askedEvent(orderId, each, money));
  const answers = new Set(means.map(({ answer }) => answer.kind));
  if (!answers.has('open') && !answers.has('action')) {
    const first = evolveOrder(undefined, placed, placing.placedAtMs);
    const order = payments.reduce((state, event) => evolveOrder(state, event, placing.placedAtMs), first);
    return [placed, ...payments, securedEvent(order)];
  }
  const reason = answers.has('action') ? paymentAction : paymentPending;
  return [placed, ...payments, orderEvent('orders.OrderHeld', { orderId, reason })];
}

/** What stands for the order's payment where one word has to do. */
const mainMethod = (authorised: Authorised): PaymentMethod =>
  authorised.kind === 'notNeeded'
    ? authorised.method
    : (authorised.outside ??
      authorised.means.find(({ method }) => method === 'CARD')?.method ??
      authorised.means[0]?.method ??
      'CARD');

/** A means that was asked, as the order's journal has it. */
function askedEvent(
  orderId: string,
  { paymentId, method, amountMinor, answer }: AskedMeans,
  money: (amountMinor: number) => { amountMinor: number; currency: string },
): OrderEvent {
  const of = { orderId, paymentId, kind: 'AUTHORIZATION' as const, amount: money(amountMinor), method };
  if (answer.kind === 'open') return orderEvent('orders.PaymentChanged', { ...of, state: 'PENDING' });
  if (answer.kind === 'action')
    return orderEvent('orders.PaymentChanged', { ...of, state: 'ACTION_REQUIRED' });
  const { reference: providerReference, expiresAtMs } = answer;
  const until = expiresAtMs === undefined ? {} : { expiresAtMs };
  return orderEvent('orders.PaymentChanged', { ...of, ...until, state: 'SUCCEEDED', providerReference });
}

/** What follows once a provider's money is safe: the till's is waited for, a person looks at it, or it is confirmed. */
export function securedEvent(order: OrderState): OrderEvent {
  const held = (reason: string) => orderEvent('orders.OrderHeld', { orderId: order._id, reason });
  if (waitsForTill(order)) return held(tillPending);
  return order.review === true ? held(reviewPending) : confirmedEvent(order);
}

/** What is handed over at the till is paid there and then; what is sent is paid before. */
const waitsForTill = ({ paymentMethod, promise, ledger }: OrderState): boolean =>
  paymentMethod === 'IN_STORE' && promise.methodType !== 'RESERVE_AND_COLLECT' && leftToPay(ledger) > 0;

/** The order may be worked on: everything fulfillment needs. */
export const confirmedEvent = (order: OrderState): OrderEvent =>
  orderEvent('orders.OrderConfirmed', {
    orderId: order._id,
    number: order.number,
    owner: order.owner,
    channel: order.channel,
    currency: order.currency,
    destination: order.destination,
    methodType: order.promise.methodType,
    code: order.promise.code,
    ...(order.promise.collectAtId === undefined ? {} : { collectAtId: order.promise.collectAtId }),
    ...(order.promise.holdUntilAtMs === undefined
      ? {}
      : { holdDays: Math.round((order.promise.holdUntilAtMs - order.promise.latestAtMs) / 86_400_000) }),
    ...(order.promise.windowStartAtMs === undefined
      ? {}
      : { windowStartAtMs: order.promise.windowStartAtMs }),
    promisedLatestAtMs: order.currentLatestAtMs,
    placedAtMs: order.placedAtMs,
    reservationId: order.reservationId,
    shipments: [...order.shipments],
  });
