import { actionUrl } from '../queries/actionUrl.ts';
import { parseOptions } from '../../../platform/values/chosenOptions.ts';
import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { connectionOf, readPage } from '../../../platform/graph/connection.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { lineTotal, subtotal } from '../domain/cart.ts';
import { expectedAtMs, isAtRisk } from '../domain/risk.ts';
import { isDelayed, statusOf } from '../domain/status.ts';
import { dueNow } from '../domain/received.ts';
import { outcomeText, statusText } from '../domain/texts/labels.ts';
import { sentence } from '../domain/timelineEntry.ts';
import { authorizeStatusOf, chargeStatusOf, totalsOf } from '../domain/totals.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { adjustmentViews, cartTotals } from './cartTotals.ts';
import { lineRow } from '../store/loaders.ts';
import { actorKind } from '../domain/actor.ts';
import { customerResolvers, orderCollection } from './service.ts';
import { giftResolvers } from './gifts.ts';
import { cartContact, orderContact } from './contacts.ts';
import { requireWhole, seesLine } from './parts.ts';
import { visibleOrder } from './operations.ts';

const money = (amountMinor: number, currency: string) => ({ amountMinor, currency });

/** How carts and orders look in the graph. */
export const typeResolvers: Pick<
  Resolvers,
  | 'Address'
  | 'Customer'
  | 'CustomerActivity'
  | 'OrderConnection'
  | 'GiftReceipt'
  | 'GiftLine'
  | 'GiftCredit'
  | 'Channel'
  | 'SettingsRecord'
  | 'Cart'
  | 'CartLine'
  | 'Order'
  | 'OrderLine'
  | 'OrderStatusUpdate'
  | 'OrderEvent'
  | 'OutOfStock'
  | 'PromiseExpired'
  | 'PriceChanged'
  | 'PaymentDeclined'
  | 'CancelTooLate'
  | 'Payment'
> = {
  ...customerResolvers,
  ...giftResolvers,
  SettingsRecord: settingsResolvers.record,
  Channel: { code: (channel) => channel._id },
  Address: { postalCode: ({ postalCode }) => (postalCode === '' ? null : postalCode) },
  Cart: {
    __resolveReference: ({ id }, { application, identity }) => application.carts.find(id, identity),
    id: (cart) => cart._id,
    contact: cartContact,
    lines: (cart) => cart.lines.map((line) => ({ ...line, currency: cart.currency })),
    subtotal: (cart) => money(subtotal(cart.lines), cart.currency),
    adjustments: (cart) => adjustmentViews(cart.adjustments, cart.currency),
    promotionCodes: (cart) => [...(cart.promotionCodes ?? [])],
    totals: (cart, { option }, context) => cartTotals(context, cart, option?.deliveryOptionHandle),
    order: async (cart, _args, context) =>
      cart.orderId === undefined ? null : visibleOrder(context, cart.orderId),
  },
  CartLine: {
    options: ({ customisation }) => parseOptions(customisation ?? '') ?? [],
    variant: ({ sku }) => ({ sku }),
    unitPrice: ({ unitPriceMinor, currency }) => money(unitPriceMinor, currency),
    total: (line) => money(lineTotal(line), line.currency),
  },
  Order: {
    __resolveReference: ({ id }, context) => visibleOrder(context, id),
    id: (order) => order._id,
    status: (order) => statusOf(order),
    statusText: (order, { locale }) => statusText(statusOf(order), locale ?? order.locale),
    atRisk: (order) => isAtRisk(order),
    expectedAt: (order) => expectedAtMs(order) ?? null,
    delayed: (order, _args, { application }) => isDelayed(order, application.journal.clock.nowMs()),
    placedAt: (order) => order.placedAtMs,
    lines: (order, _args, { identity, found }) =>
      order.lines
        .filter((line) => found.has(order._id) || seesLine(identity, order, line.lineId))
        .map((line) => lineRow(order, line)),
    // Whoever only knows number and contact does not learn where it goes.
    address: (order, _args, { loaders, identity }) =>
      mayReadRow(identity, order) ? loaders.address.load(order._id) : null,
    collection: orderCollection,
    giftReceipt: (order, _args, { application, identity }) =>
      mayReadRow(identity, order) ? application.gifts.of(order) : null,
    soldBy: ({ soldBy }) =>
      soldBy === undefined ? null : { location: { id: soldBy.locationId }, person: soldBy.subject },
    placedBy: ({ placedBy }) =>
      placedBy === undefined ? null : { ...placedBy, reason: placedBy.reason ?? null },
    customer: ({ owner }) => ({ ref: owner }),
    contact: orderContact,
    adjustments: (order, _args, { identity }) =>
      adjustmentViews(requireWhole(identity, order).adjustments, order.currency),
    promotionCodes: (order, _args, { identity }) => [...(requireWhole(identity, order).promotionCodes ?? [])],
    promise: (order) => ({
      ...order.promise,
      originalEarliestAt: (order.firstPromise ?? order.promise).earliestAtMs,
      originalLatestAt: (order.firstPromise ?? order.promise).latestAtMs,
      currentLatestAt: order.currentLatestAtMs,
      deliveredAt: order.deliveredAtMs ?? null,
      collectAtId: order.promise.collectAtId ?? null,
    }),
    totals: (order, _args, { identity }) => {
      requireWhole(identity, order);
      const totals = totalsOf(order);
      return {
        lines: money(totals.linesMinor, order.currency),
        delivery: money(totals.deliveryMinor, order.currency),
        tax: money(totals.taxMinor, order.currency),
        total: money(totals.totalMinor, order.currency),
        captured: money(totals.capturedMinor, order.currency),
        refunded: money(totals.refundedMinor, order.currency),
        outstanding: money(totals.outstandingMinor, order.currency),
        due: money(dueNow(order), order.currency),
      };
    },
    failedMoney: ({ stuck = [], stuckSinceMs: since, placedAtMs, currency }) =>
      stuck.map(({ kind, amountMinor }) => ({
        ...{ kind, amount: money(amountMinor, currency), since: since ?? placedAtMs },
      })),
    payments: (order, _args, { identity }) =>
      requireWhole(identity, order).payments.map((payment) => ({
        ...payment,
        ...{ orderId: order._id, currency: order.currency },
      })),
    authorizeStatus: (order, _args, { identity }) => authorizeStatusOf(requireWhole(identity, order)),
    chargeStatus: (order, _args, { identity }) => chargeStatusOf(requireWhole(identity, order)),
    timeline: async (order, args, { application, identity }) => {
      requireWhole(identity, order);
      const page = readPage({ ...args, first: args.first ?? 50 }, { list: 'timeline', key: ['number'] });
      const events = await application.journal.read(`order:${order._id}`, Number(page.after?.[0] ?? 0));
      const rows = events.slice(0, page.first + 1).map(({ seq, type, at, data, actor }) => ({
        ...{ seq, type, at, actor, by: actorKind(order, actor), data, of: order },
      }));
      return connectionOf(rows, page, (row) => [row.seq]);
    },
    lastSeq: (order) => order.version,
    customerRef: (order) => order.owner,
  },
  OrderLine: {
    __resolveReference: async ({ id }, { loaders, identity }) => {
      const line = await loaders.line.load(id);
      return line !== null && seesLine(identity, line.order, line.lineId) ? line : null;
    },
    id: (line) => line.lineId,
    variant: ({ sku }) => ({ sku }),
    unitPrice: ({ unitPriceMinor, currency, order }, _args, { identity }) => {
      requireWhole(identity, order);
      return money(unitPriceMinor, currency);
    },
    total: ({ unitPriceMinor, counters, currency, order }, _args, { identity }) => {
      requireWhole(identity, order);
      return money(unitPriceMinor * counters.ordered, currency);
    },
    // Orders of before were stored without `cancelAsked`.
    quantities: ({ counters }) => ({ ...counters, cancelAsked: counters.cancelAsked ?? 0 }),
  },
  Payment: {
    id: (payment) => payment.paymentId,
    amount: ({ amountMinor, currency }) => money(amountMinor, currency),
    at: (payment) => payment.atMs,
    expiresAt: (payment) => payment.expiresAtMs ?? null,
    actionUrl: ({ orderId, paymentId, state }, _args, { application }) =>
      state === 'ACTION_REQUIRED' ? actionUrl(application.models, orderId, paymentId) : null,
  },
  OrderEvent: { summary: ({ type, data, of }, { locale }) => sentence(type, data, of, locale) },
  OutOfStock: { message: ({ message }, { locale }) => outcomeText('OutOfStock', message, locale) },
  PromiseExpired: { message: ({ message }, { locale }) => outcomeText('PromiseExpired', message, locale) },
  PriceChanged: { message: ({ message }, { locale }) => outcomeText('PriceChanged', message, locale) },
  PaymentDeclined: { message: ({ message }, { locale }) => outcomeText('PaymentDeclined', message, locale) },
  CancelTooLate: {
    message: ({ message, order }, { locale }) =>
      outcomeText('CancelTooLate', message, locale ?? order.locale),
  },
  OrderStatusUpdate: {
    summary: ({ type, data, of }, { locale }) => sentence(type, data, of, locale),
    order: async ({ orderId }, _args, context) => {
      const order = await context.loaders.order.clear(orderId).load(orderId);
      if (order === null) throw new Error('A status update without its order.');
      return order;
    },
  },
};
