import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { CancelOutcome } from '../commands/cancel.ts';
import type { CheckoutResult } from '../commands/checkoutResult.ts';
import type { Caller } from '../commands/onceOnOrder.ts';
import type { Context } from '../context.ts';
import type { InputMaybe, Resolvers } from '../generated/resolverTypes.ts';
import { unansweredUnits } from '../domain/cancelAsk.ts';
import { sumOf } from '../domain/status.ts';
import { listOrders } from '../queries/listOrders.ts';
import { addExchangeUnits } from '../commands/exchange.ts';
import { payOrder } from '../commands/payOrder.ts';
import { importOrder } from '../commands/importOrder.ts';
import { actionUrl } from '../queries/actionUrl.ts';
import { listChannels, saveChannel } from '../commands/channels.ts';
import { changeResult, previewView } from './changes.ts';
import { serviceMutations, serviceQueries } from './service.ts';
import { ordersChanged } from '../queries/ordersChanged.ts';
import { statusUpdates, type StatusUpdate } from '../queries/statusStream.ts';
import type { OrderDoc } from '../store/models.ts';

const known = ({ identity }: Context): Identity => {
  if (identity.kind === 'anonymous')
    throw codedError('UNAUTHENTICATED', 'This needs a token; sign in and try again.');
  return identity;
};

const callerOf = (context: Context): Caller => ({ who: known(context), requestId: context.requestId });

/** The order if the caller may see it. */
export const visibleOrder = async ({ loaders, identity }: Context, id: string): Promise<OrderDoc | null> => {
  const order = await loaders.order.load(id);
  return order !== null && mayReadRow(identity, order) ? order : null;
};

const orderNow = async (context: Context, id: string): Promise<OrderDoc> => {
  const order = await context.loaders.order.clear(id).load(id);
  if (order === null) throw notFound('order');
  return order;
};

function priceChanged(result: Extract<CheckoutResult, { kind: 'priceChanged' }>) {
  const { moves, beforeMinor, nowMinor } = result;
  const money = (amountMinor: number) => ({ amountMinor, currency: result.currency });
  return {
    ...{ __typename: 'PriceChanged' as const, code: 'PRICE_CHANGED' },
    message: 'Prices have changed since they were put into the cart.',
    lines: moves.map(({ lineId, sku, ...price }) => ({
      ...{ lineId, sku, before: money(price.beforeMinor), now: money(price.nowMinor) },
    })),
    ...{ subtotalBefore: money(beforeMinor), subtotalNow: money(nowMinor) },
  };
}

/** Why there are no units under the promise, as the graph tells it. */
const notPlaced = (result: Extract<CheckoutResult, { kind: 'outOfStock' | 'promiseExpired' }>) =>
  result.kind === 'outOfStock'
    ? { __typename: 'OutOfStock' as const, message: result.message, skus: [...result.skus] }
    : { __typename: 'PromiseExpired' as const, message: result.message };

/** The order, and where its customer goes on if a payment waits for them. */
async function placedResult({ application }: Context, order: OrderDoc) {
  const waiting = order.payments.find(({ state }) => state === 'ACTION_REQUIRED');
  const url =
    waiting === undefined ? null : await actionUrl(application.models, order._id, waiting.paymentId);
  if (waiting === undefined || url === null) return { __typename: 'PlaceOrderSuccess' as const, order };
  const { paymentActionMinutes } = application.settings.current();
  const expiresAt = order.placedAtMs + paymentActionMinutes * 60_000;
  return { __typename: 'PaymentActionRequired' as const, order, url, expiresAt };
}

async function placeOrderResult(context: Context, result: Exclude<CheckoutResult, { kind: 'error' }>) {
  switch (result.kind) {
    case 'placed':
      return placedResult(context, await orderNow(context, result.orderId));
    case 'outOfStock':
    case 'promiseExpired':
      return notPlaced(result);
    case 'priceChanged':
      return priceChanged(result);
    case 'declined': {
      const { message, declineCode } = result;
      return { __typename: 'PaymentDeclined' as const, message, declineCode };
    }
    default:
      return result satisfies never;
  }
}

/** What a cancellation has come to. */
function cancelledSoFar(
  outcome: Exclude<CancelOutcome, { kind: 'tooLate' }>,
  order: OrderDoc,
  lines: InputMaybe<readonly { readonly quantity: number }[]>,
) {
  if (outcome.kind === 'cancelled') {
    const sum = (units: readonly { readonly quantity: number }[]): number =>
      units.reduce((total, { quantity }) => total + quantity, 0);
    const cancelledUnits = lines == null ? sumOf(order.lines, 'cancelled') : sum(lines);
    return { outcome: 'CANCELLED' as const, cancelledUnits, askedUnits: 0, refusedUnits: 0 };
  }
  const { cancelledUnits, refusedUnits } = outcome.ask;
  const askedUnits = unansweredUnits(outcome.ask);
  const answered = refusedUnits === 0 ? ('CANCELLED' as const) : ('PARTIALLY_CANCELLED' as const);
  return {
    outcome: askedUnits > 0 ? ('ASKED' as const) : answered,
    ...{ cancelledUnits, askedUnits, refusedUnits },
  };
}

export const Query: NonNullable<Resolvers['Query']> = {
  ...serviceQueries,
  ordersSettings: settingsResolvers.read,
  cart: (_parent, { id }, context) => context.application.carts.find(id, known(context)),
  order: (_parent, { id }, context) => {
    known(context);
    return visibleOrder(context, id);
  },
  orderOfNumber: (_parent, { number }, { application }) =>
    application.models.Order.findOne({ number }).lean<OrderDoc>(),
  previewOrderChange: async (_parent, { change }, context) => {
    const caller = callerOf(context);
    if ((await visibleOrder(context, change.orderId)) === null) return null;
    return previewView(await context.application.changes.preview(change, caller));
  },
  channels: (_parent, _args, context) => listChannels(context.application.models, known(context)),
  orders: (_parent, args, context) => listOrders(context.application.models, known(context), args),
};

export const Mutation: NonNullable<Resolvers['Mutation']> = {
  ...serviceMutations,
  changeOrdersSettings: settingsResolvers.change,
  resetOrdersSettings: settingsResolvers.reset,
  saveChannel: (_parent, { input }, { application, identity: who, requestId }) =>
    saveChannel(application, input, { who, requestId }),
  createCart: (_parent, { input }, context) =>
    context.application.carts.create(input, known(context), context.requestId),
  addCartLine: (_parent, { input }, context) =>
    context.application.carts.addLine(input, known(context), context.requestId),
  setCartLineQuantity: async (_parent, { input }, context) => {
    const { carts, cartHolds } = context.application;
    const who = known(context);
    return cartHolds.fit(await carts.setQuantity(input, who), who);
  },
  setCartAddress: (_parent, { input }, context) =>
    context.application.carts.setAddress(input, known(context)),
  setCartContact: (_parent, { input }, context) =>
    context.application.carts.setContact(input, known(context)),
  setCartAdjustments: (_parent, { input }, context) =>
    context.application.carts.setAdjustments(input, known(context)),
  setCartPromotionCodes: (_parent, { input }, context) =>
    context.application.carts.setPromotionCodes(input, known(context)),
  setCartGiftExchange: (_parent, { input }, context) =>
    context.application.giftExchange(input, known(context), context.requestId),
  holdCartUnits: async (_parent, { input }, context) => {
    const result = await context.application.cartHolds.hold(input, known(context));
    if (result.kind !== 'held') return notPlaced(result);
    const cart = await context.application.carts.open(input.cartId, known(context));
    return { __typename: 'CartUnitsHeld', cart, heldUntil: result.untilMs };
  },
  prolongCartUnits: (_parent, { input }, context) =>
    context.application.cartHolds.prolong(input, known(context)),
  freeCartUnits: (_parent, { input }, context) => context.application.cartHolds.free(input, known(context)),
  placeOrder: async (_parent, { input }, context) =>
    placeOrderResult(context, await context.application.checkout.place(input, known(context))),
  completePayment: async (_parent, { input }, context) => {
    await context.application.actions.complete(input, callerOf(context));
    return orderNow(context, input.orderId);
  },
  payOrder: async (_parent, { input }, context) => {
    const result = await payOrder(context.application, input, callerOf(context));
    if (result.kind === 'paid')
      return { __typename: 'PayOrderSuccess', order: await orderNow(context, input.orderId) };
    if (result.kind === 'action')
      return { __typename: 'PayActionRequired', url: result.url, expiresAt: result.expiresAtMs };
    const message = 'The payment was declined; nothing was taken.';
    return { __typename: 'PaymentDeclined', message, declineCode: result.declineCode };
  },
  importOrder: async (_parent, { input }, context) =>
    placeOrderResult(
      context,
      await importOrder(context.application, context.application.checkout, input, callerOf(context)),
    ),
  recordPayment: async (_parent, { input }, context) => {
    await context.application.given.recordPayment(input, callerOf(context));
    return orderNow(context, input.orderId);
  },
  refundGoodwill: async (_parent, { input }, context) => {
    await context.application.given.refundGoodwill(input, callerOf(context));
    return orderNow(context, input.orderId);
  },
  decideFoundUnits: async (_parent, { input }, context) => {
    await context.application.found(input, callerOf(context));
    return orderNow(context, input.orderId);
  },
  addExchangeUnits: async (_parent, { input }, { application }) => {
    const outcome = await addExchangeUnits(application, input);
    return { ...outcome, lineIds: [...outcome.lineIds] };
  },
  confirmOrderChange: async (_parent, { input }, context) => {
    const outcome = await context.application.changes.confirm(input, callerOf(context));
    return changeResult(outcome, () => orderNow(context, input.change.orderId));
  },
  cancelOrder: async (_parent, { input }, context) => {
    const outcome = await context.application.cancel.cancel(input, known(context), context.requestId);
    const order = await orderNow(context, input.orderId);
    return outcome.kind === 'tooLate'
      ? { __typename: 'CancelTooLate', message: outcome.message, order }
      : { __typename: 'CancelOrderSuccess', order, ...cancelledSoFar(outcome, order, input.lines) };
  },
};

export const Subscription: NonNullable<Resolvers['Subscription']> = {
  ordersChanged: {
    subscribe: (_parent, { filter }, context) =>
      ordersChanged(context.application, known(context), filter ?? {}, context.signal),
    resolve: (order: OrderDoc) => order,
  },
  orderStatus: {
    subscribe: async (_parent, { orderId, afterSeq }, context) => {
      known(context);
      if ((await visibleOrder(context, orderId)) === null) throw notFound('order');
      return statusUpdates(context.application, orderId, afterSeq ?? 0, context.signal);
    },
    resolve: (update: StatusUpdate) => update,
  },
};
