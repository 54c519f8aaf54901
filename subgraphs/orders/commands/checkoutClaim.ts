import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import { requirePayable, type MethodType } from '../domain/means.ts';
import type { OrdersSettings } from '../domain/settings.ts';
import type { PlaceOrderInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { ChannelDoc } from '../store/channelModel.ts';
import type { CheckoutDoc, CheckoutRequest } from '../store/checkoutModel.ts';
import { importId } from '../store/importModel.ts';
import type { CartDoc } from '../store/models.ts';
import { requireMeans } from './meansAsked.ts';

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

const giftOf = ({ lineIds }: NonNullable<PlaceOrderInput['giftReceipt']>) =>
  lineIds == null ? {} : { lineIds: [...lineIds] };

/** BAD_USER_INPUT for a gift receipt of lines that are not in the cart, or of none. */
function requireGiftLines({ lines }: CartDoc, { gift }: CheckoutRequest): void {
  const { lineIds } = gift ?? {};
  if (lineIds === undefined) return;
  const unknown = lineIds.filter((id) => !lines.some((line) => line.id === id));
  if (lineIds.length === 0 || unknown.length > 0)
    throw codedError('BAD_USER_INPUT', 'A gift receipt names lines of the cart, or none for all of them.', {
      field: 'giftReceipt',
    });
}

/** What a caller asks for, as it is kept. Absent members stay absent: the key stands for exactly this. */
export const requestOf = (input: PlaceOrderInput): CheckoutRequest => ({
  cartId: input.cartId,
  handle: input.deliveryOptionHandle,
  ...(input.windowStartAt == null ? {} : { windowStartAtMs: input.windowStartAt }),
  ...meansOf(input),
  ...(input.externalReference == null ? {} : { externalReference: input.externalReference }),
  ...(input.giftReceipt == null ? {} : { gift: giftOf(input.giftReceipt) }),
  ...(input.acceptedSubtotal == null ? {} : { acceptedSubtotal: { ...input.acceptedSubtotal } }),
});

function readyToOrder(cart: CartDoc | null, who: Identity): CartDoc {
  if (cart === null || !mayReadRow(who, cart, 'cart')) throw notFound('cart');
  if (cart.orderId !== undefined)
    throw codedError('CART_ORDERED', 'This cart has become an order or is becoming one; open a new one.');
  if (cart.lines.length === 0) throw codedError('CART_EMPTY', 'The cart has no lines; add one first.');
  const address = cart.address ?? cart.atStore;
  if (cart.destination === undefined || address === undefined)
    throw codedError('CART_INCOMPLETE', 'The cart has no address; set it first with setCartAddress.');
  return { ...cart, address };
}

/** Coded errors for what the caller may not ask for. */
export function checkRequest(
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
export async function claimCart(
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
  requireGiftLines(ready, request);
  const channel = await models.Channel.findOne({ _id: ready.channel }).session(session).lean<ChannelDoc>();
  const checkout: CheckoutDoc = {
    _id: newId(),
    payableTypes: payableBy(request, channel, who),
    principal: who.subject,
    ...(who.groups === undefined ? {} : { customerGroups: who.groups }),
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
export async function claimImport(
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
