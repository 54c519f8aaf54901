import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { requireAdjustments } from '../domain/adjustments.ts';
import { repriced } from '../domain/prices.ts';
import type { OrdersParts } from '../parts.ts';
import type { CheckoutDoc } from '../store/checkoutModel.ts';
import type { CheckoutResult } from './checkoutResult.ts';

/**
 * Prices have an age: before anything is held they are compared with those of now. A change ends the checkout and is
 * told, unless the caller has named the new sum; then the order is placed at the new prices.
 */
export async function checkPrices(
  { models, catalog, journal }: OrdersParts,
  checkout: CheckoutDoc,
): Promise<CheckoutResult | undefined> {
  // Decided already, before a crash.
  if (checkout.pricedAtMs !== undefined) return undefined;
  const { _id, cart, request } = checkout;
  const accepted = request.acceptedSubtotal;
  if (accepted !== undefined && accepted.currency !== cart.currency)
    return { kind: 'error', code: 'CURRENCY_MISMATCH', message: `The cart is in ${cart.currency}.` };
  const prices = await catalog.prices([...new Set(cart.lines.map(({ sku }) => sku))], _id);
  const now = repriced(cart.currency, cart.lines, prices, accepted?.amountMinor);
  if (now.kind === 'tooLarge') return { kind: 'error', code: 'BAD_USER_INPUT', message: now.message };
  if (now.kind === 'gone')
    return { kind: 'outOfStock', message: 'Some articles are not sold any more.', skus: now.skus };
  if (now.kind === 'changed') {
    const { moves, beforeMinor, nowMinor } = now;
    return { kind: 'priceChanged', currency: cart.currency, moves, beforeMinor, nowMinor };
  }
  const { lines } = now;
  if (!bears(lines, cart.adjustments ?? []))
    return {
      kind: 'error',
      code: 'CONFLICT',
      message: 'The discounts do not fit the prices of now; set them again.',
    };
  const priced = { 'cart.lines': lines, pricedAtMs: journal.clock.nowMs() };
  await models.Checkout.updateOne({ _id }, { $set: priced });
  checkout.cart = { ...cart, lines };
  return undefined;
}

/** Do the discounts fit the lines at these prices? */
function bears(...cart: Parameters<typeof requireAdjustments>): boolean {
  try {
    requireAdjustments(...cart);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'BAD_USER_INPUT') return false;
    throw error;
  }
}
