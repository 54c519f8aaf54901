import { codedError } from '../../../platform/errors/codedError.ts';
import { cartSums } from '../domain/adjustments.ts';
import { taxRates } from '../commands/taxRates.ts';
import type { Context } from '../context.ts';
import type { CartDoc } from '../store/models.ts';

/** Discounts and surcharges as the graph shows them. */
export const adjustmentViews = (
  adjustments:
    | readonly {
        readonly code: string;
        readonly amountMinor: number;
        readonly lineId?: string | undefined;
        readonly delivery?: boolean | undefined;
      }[]
    | undefined,
  currency: string,
) =>
  (adjustments ?? []).map(({ code, amountMinor, lineId, delivery }) => ({
    ...{ code, amount: { amountMinor, currency }, lineId: lineId ?? null, delivery: delivery ?? false },
  }));

/** What a cart costs, with the delivery option of a handle if one is named. */
export async function cartTotals({ application, requestId }: Context, cart: CartDoc, handle?: string) {
  const terms = handle === undefined ? undefined : await application.promise.terms(handle, requestId);
  if (terms === null)
    throw codedError('PROMISE_INVALID', 'This delivery option is over or not ours; ask for options again.');
  if (
    terms !== undefined &&
    ((terms.cartId !== '' && terms.cartId !== cart._id) || terms.currency !== cart.currency)
  )
    throw codedError('PROMISE_INVALID', 'This delivery option belongs to another cart.');
  if (terms?.promotionCodes.some((code) => cart.promotionCodes?.includes(code) !== true) === true)
    throw codedError('PROMISE_INVALID', 'The cart has other promotion codes now; ask for options again.');
  const sums = cartSums(cart, terms, await taxRates(application, cart));
  const money = (amountMinor: number) => ({ amountMinor, currency: cart.currency });
  return {
    ...{ lines: money(sums.linesMinor), adjustments: money(sums.adjustmentsMinor) },
    delivery: sums.deliveryMinor === undefined ? null : money(sums.deliveryMinor),
    ...{ tax: money(sums.taxMinor), total: money(sums.totalMinor) },
  };
}
