import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { VersionConflictError } from '../../../platform/mongo/versionConflict.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { Identity } from '../../../schema/identity.ts';
import { requireAdjustments } from '../domain/adjustments.ts';
import { exchangeAdjustments, givenUnits, withoutExchange, type GivenUnit } from '../domain/giftExchange.ts';
import type { SetCartGiftExchangeInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { GiftCreditDoc } from '../store/giftModel.ts';
import type { CartDoc, OrdersModels } from '../store/models.ts';
import type { CartStore } from './cartStore.ts';
import type { GiftReceipts } from './giftReceipts.ts';

/** Lets articles of a cart cost what a gift did that came back. */
export type GiftExchange = (
  input: SetCartGiftExchangeInput,
  who: Identity,
  requestId: string,
) => Promise<CartDoc>;

type Parts = OrdersParts & { readonly gifts: Pick<GiftReceipts, 'byCode'> };

export function createGiftExchange(
  application: () => Parts,
  carts: Pick<CartStore, 'find' | 'changeIn'>,
  idempotency: Idempotency,
): GiftExchange {
  return async ({ cartId, code, returnId, idempotencyKey: key }, who, requestId) => {
    const { models, catalog, gifts } = application();
    const before = await carts.find(cartId, who);
    if (before === null) throw notFound('cart');
    const { given, orderId, currency } = await givenBy(gifts, { code, returnId }, who);
    const skus = new Set([...before.lines, ...given].map(({ sku }) => sku));
    const products = await catalog.products([...skus], requestId);
    // A code may be typed in many ways; the key stands for the order it is of.
    const input = { cartId, returnId, of: orderId };
    const scope = { principal: who.subject, operation: 'setCartGiftExchange', key, input };
    await idempotency.once(scope, async (tx) => {
      await carts.changeIn(tx, cartId, who, (cart) => exchanged(cart, currency, given, products));
      await take(models, tx, { orderId, returnId, cartId });
      return {};
    });
    const cart = await models.Cart.findOne({ _id: cartId }).lean<CartDoc>();
    if (cart === null) throw notFound('cart');
    return cart;
  };
}

/** What came back by a receipt's code; BAD_USER_INPUT for a code nobody has and for a return that is none of its own. */
async function givenBy(
  gifts: Parts['gifts'],
  { code, returnId }: { readonly code: string; readonly returnId: string },
  who: Identity,
) {
  const seen = await gifts.byCode(code, who);
  const given = seen === null ? [] : givenUnits(seen.order, returnId);
  if (seen === null || given.length === 0 || !seen.credits.some((each) => each.returnId === returnId))
    throw codedError('BAD_USER_INPUT', 'No gift card has come of such a return by this code.', {
      field: 'returnId',
    });
  return { given, orderId: seen.order._id, currency: seen.order.currency };
}

function exchanged(
  { adjustments, ...cart }: CartDoc,
  currency: string,
  given: readonly GivenUnit[],
  products: ReadonlyMap<string, string>,
): CartDoc {
  if (cart.currency !== currency)
    throw codedError(
      'CURRENCY_MISMATCH',
      `The gift was paid in ${currency}, the cart is in ${cart.currency}.`,
    );
  const next = [...withoutExchange(adjustments), ...exchangeAdjustments(cart.lines, given, products)];
  requireAdjustments(cart.lines, next);
  return { ...cart, ...(next.length === 0 ? {} : { adjustments: next }) };
}

/** The return is this cart's: of another cart it is taken, unless that one has been ordered. */
async function take(
  { GiftCredit, Cart }: Pick<OrdersModels, 'GiftCredit' | 'Cart'>,
  { session }: Tx,
  { orderId, returnId, cartId }: { orderId: string; returnId: string; cartId: string },
): Promise<void> {
  const credits = await GiftCredit.find({ orderId, returnId }).session(session).lean<GiftCreditDoc[]>();
  const other = credits.find((each) => each.cartId !== undefined && each.cartId !== cartId)?.cartId;
  const earlier =
    other === undefined ? null : await Cart.findOne({ _id: other }).session(session).lean<CartDoc>();
  if (earlier?.orderId !== undefined)
    throw codedError('CONFLICT', 'What came back has been exchanged in another order already.');
  if (earlier !== null) {
    const { adjustments, ...rest } = earlier;
    const kept = withoutExchange(adjustments);
    const { _id, version } = earlier;
    const next = { ...rest, ...(kept.length === 0 ? {} : { adjustments: kept }), version: version + 1 };
    const { matchedCount } = await Cart.replaceOne({ _id, version }, next, { session });
    if (matchedCount !== 1) throw new VersionConflictError(`cart:${_id}`, version);
  }
  await GiftCredit.updateMany({ orderId, returnId }, { $set: { cartId } }, { session });
}
