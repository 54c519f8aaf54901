import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { Idempotency, KeyScope, Steps } from '../../../platform/journal/idempotency.ts';
import type { Claim } from '../../../platform/journal/keyRows.ts';
import { SubgraphError } from '../../../platform/graph/subgraphClient.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { OrdersSettings } from '../domain/settings.ts';
import type { PlaceOrderInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { CheckoutDoc, CheckoutRequest } from '../store/checkoutModel.ts';
import { requirePayable, type MethodType } from '../domain/means.ts';
import { requireMeans } from './meansAsked.ts';
import type { ChannelDoc } from '../store/channelModel.ts';
import { importId } from '../store/importModel.ts';
import type { CartDoc } from '../store/models.ts';
import type { CheckoutResult } from './checkoutResult.ts';
import { runCheckout } from './checkoutSteps.ts';

/** What a checkout ends with, unless the caller made a mistake. */
export type FinalResult = Exclude<CheckoutResult, { kind: 'error' }>;

/** Turns carts into orders. */
export interface Checkout {
  /** Throws coded errors for the caller's mistakes; everything expected is in the result. */
  place(input: PlaceOrderInput, who: Identity): Promise<FinalResult>;
  /** The same for an order from elsewhere, with the cart it would have had here. */
  placeImported(cart: CartDoc, request: CheckoutRequest, who: Identity, key: string): Promise<FinalResult>;
  /** Ends a checkout that a crash or a vanished caller left behind. */
  resume(checkout: CheckoutDoc): Promise<void>;
}

/** How long one caller may work on a checkout before another may take it over. */
export const checkoutLeaseMs = 30_000;

/** The means a caller names: gift cards, and what pays the rest. */
function meansOf({
  payment,
  giftCards,
}: PlaceOrderInput): Pick<CheckoutRequest, 'method' | 'token' | 'giftCards'> {
  const cards = (giftCards ?? []).map(({ token, amount }) => ({
    token,
    ...(amount == null ? {} : { amountMinor: amount.amountMinor }),
  }));
  return {
    method: payment?.method ?? 'GIFT_CARD',
    token: payment?.token ?? '',
    ...(cards.length === 0 ? {} : { giftCards: cards }),
  };
}

const requestOf = (input: PlaceOrderInput): CheckoutRequest => ({
  cartId: input.cartId,
  handle: input.deliveryOptionHandle,
  ...(input.windowStartAt == null ? {} : { windowStartAtMs: input.windowStartAt }),
  ...meansOf(input),
  ...(input.externalReference == null ? {} : { externalReference: input.externalReference }),
  ...(input.acceptedSubtotal == null ? {} : { acceptedSubtotal: { ...input.acceptedSubtotal } }),
});

function readyToOrder(cart: CartDoc | null, who: Identity): CartDoc {
  if (cart === null || !mayReadRow(who, cart, 'cart')) throw notFound('cart');
  if (cart.orderId !== undefined)
    throw codedError('CART_ORDERED', 'This cart has become an order or is becoming one; open a new one.');
  if (cart.lines.length === 0) throw codedError('CART_EMPTY', 'The cart has no lines; add one first.');
  if (cart.destination === undefined || cart.address === undefined)
    throw codedError('CART_INCOMPLETE', 'The cart has no address; set it first with setCartAddress.');
  return cart;
}

function checkRequest(
  { externalReference, token, method }: CheckoutRequest,
  who: Identity,
  { invoiceCallers }: OrdersSettings,
): void {
  if ((externalReference ?? '').length > 200 || token.length > 200)
    throw codedError('BAD_USER_INPUT', 'References and tokens have at most 200 characters.');
  const onInvoice: readonly string[] = invoiceCallers;
  if (method === 'INVOICE' && !onInvoice.includes(who.kind))
    throw codedError(
      'PAYMENT_METHOD_NOT_ALLOWED',
      `On invoice order only: ${onInvoice.join(', ') || 'nobody'}.`,
    );
}

/** A subgraph that did not answer leaves the checkout open: the same key goes on from there. */
function retryable(error: unknown): never {
  const code = error instanceof SubgraphError ? error.code : '';
  const passing = [
    'DEADLINE_EXCEEDED',
    'SERVICE_UNAVAILABLE',
    'CONFLICT',
    'IDEMPOTENCY_IN_PROGRESS',
  ] as const;
  const found = passing.find((each) => each === code);
  if (found !== undefined)
    throw codedError(found, 'The order is not placed yet; repeat the call with the same idempotency key.');
  throw error;
}

/** What a key stands for. Cart and handle of an import are made anew by each call. */
function keyedInput(request: CheckoutRequest): object {
  if (request.imported === undefined) return request;
  const { cartId: _cart, handle: _handle, ...rest } = request;
  return rest;
}

const scopeOf = (principal: string, key: string, request: CheckoutRequest) => ({
  principal,
  operation: request.imported === undefined ? 'placeOrder' : 'importOrder',
  key,
  input: keyedInput(request),
});

/** Runs a checkout to its end and frees its cart if no order came of it. */
async function finish(
  application: OrdersParts,
  idempotency: Idempotency,
  checkout: CheckoutDoc,
  claim: Claim,
): Promise<CheckoutResult> {
  const { models, crashpoint, journal } = application;
  const result = await runCheckout(application, checkout, claim, idempotency);
  if (result.kind !== 'placed') {
    const mine = { _id: checkout.cart._id, orderId: checkout._id };
    // Together: a cart set free by a checkout that may still be resumed could be ordered twice.
    await withTransaction(journal.connection, async (tx) => {
      const { session } = tx;
      await models.Import.deleteOne({ orderId: checkout._id }, { session });
      await models.Cart.updateOne(mine, { $unset: { orderId: 1 }, $inc: { version: 1 } }, { session });
      await idempotency.close(claim, result, tx);
    });
  }
  crashpoint('checkout.afterClose');
  await models.Checkout.updateOne({ _id: checkout._id }, { $set: { done: true } });
  return result;
}

const orThrow = (result: CheckoutResult): FinalResult => {
  if (result.kind === 'error') throw codedError(result.code, result.message);
  return result;
};

/** What a gift card pays is in the currency of the cart. */
function requireCurrency({ currency }: CartDoc, { giftCards }: PlaceOrderInput): void {
  if ((giftCards ?? []).some(({ amount }) => amount != null && amount.currency !== currency))
    throw codedError('CURRENCY_MISMATCH', `The cart is in ${currency}.`, { field: 'giftCards' });
}

/** Delivery methods that all the named means may pay for here. */
function payableBy(
  { method, giftCards }: CheckoutRequest,
  channel: ChannelDoc | null,
  { kind }: Identity,
): readonly MethodType[] {
  const types = requirePayable(method, channel, kind);
  if (giftCards === undefined) return types;
  const byGift = requirePayable('GIFT_CARD', channel, kind);
  return types.filter((type) => byGift.includes(type));
}

/** Takes the cart and writes down what is wanted: from here on the order will be placed or refused, once. */
async function claimCart(
  { models, journal, newId }: OrdersParts,
  input: PlaceOrderInput,
  who: Identity,
  { session }: Tx,
): Promise<{ orderId: string }> {
  const request = requestOf(input);
  const cart = await models.Cart.findOne({ _id: input.cartId }).session(session).lean<CartDoc>();
  const ready = readyToOrder(cart, who);
  requireMeans(input);
  requireCurrency(ready, input);
  const channel = await models.Channel.findOne({ _id: ready.channel }).session(session).lean<ChannelDoc>();
  const checkout: CheckoutDoc = {
    _id: newId(),
    payableTypes: payableBy(request, channel, who),
    principal: who.subject,
    key: input.idempotencyKey,
    request,
    cart: ready,
    excludedLocationIds: [],
    done: false,
    startedAtMs: journal.clock.nowMs(),
  };
  await models.Checkout.create([checkout], { session });
  // The cart is taken for as long as the checkout runs, so that two keys cannot order it twice.
  await models.Cart.updateOne(
    { _id: checkout.cart._id },
    { $set: { orderId: checkout._id }, $inc: { version: 1 } },
    { session },
  );
  return { orderId: checkout._id };
}

/** The same for an order from elsewhere: its cart is made here, and its reference taken. */
async function claimImport(
  { models, journal, newId }: OrdersParts,
  cart: CartDoc,
  { request, who, key }: { request: CheckoutRequest; who: Identity; key: string },
  { session }: Tx,
): Promise<{ orderId: string }> {
  const orderId = newId();
  const _id = importId(cart.channel, request.externalReference ?? '');
  const taken = await models.Import.findOne({ _id }).session(session).lean();
  if (taken !== null)
    throw codedError('IDEMPOTENCY_IN_PROGRESS', 'This reference is being imported; repeat the call shortly.');
  await models.Import.create([{ _id, orderId }], { session });
  await models.Cart.create([{ ...cart, orderId }], { session });
  const checkout: CheckoutDoc = {
    ...{ _id: orderId, principal: who.subject, key, request, cart },
    ...{ excludedLocationIds: [], done: false, startedAtMs: journal.clock.nowMs() },
    // Its prices are the outside's: they are not compared with those of now.
    pricedAtMs: journal.clock.nowMs(),
  };
  await models.Checkout.create([checkout], { session });
  return { orderId };
}

/** The row of a checkout that has been claimed. */
async function claimed({ models }: OrdersParts, orderId: string): Promise<CheckoutDoc> {
  const checkout = await models.Checkout.findOne({ _id: orderId }).lean<CheckoutDoc>();
  if (checkout === null) throw new Error('A claimed checkout has no row.');
  return checkout;
}

export function createCheckout(application: () => OrdersParts, idempotency: Idempotency): Checkout {
  const run = (scope: KeyScope, first: Steps<{ orderId: string }, CheckoutResult>['first']) =>
    idempotency.inSteps<{ orderId: string }, CheckoutResult>(scope, {
      first,
      rest: async (claim, { orderId }) => {
        application().crashpoint('checkout.afterClaim');
        return finish(application(), idempotency, await claimed(application(), orderId), claim);
      },
    });
  return {
    placeImported: async (cart, request, who, key) => {
      const { result } = await run(scopeOf(who.subject, key, request), (tx) =>
        claimImport(application(), cart, { request, who, key }, tx),
      ).catch(retryable);
      return orThrow(result);
    },
    place: async (input, who) => {
      const request = requestOf(input);
      checkRequest(request, who, application().settings.current());
      const { result } = await run(scopeOf(who.subject, input.idempotencyKey, request), (tx) =>
        claimCart(application(), input, who, tx),
      ).catch(retryable);
      return orThrow(result);
    },
    resume: async (checkout) => {
      const { replay } = await run(scopeOf(checkout.principal, checkout.key, checkout.request), () => {
        throw new Error('A checkout without its key cannot be resumed.');
      });
      if (replay)
        await application().models.Checkout.updateOne({ _id: checkout._id }, { $set: { done: true } });
    },
  };
}
