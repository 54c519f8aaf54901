import { codedError } from '../../../platform/errors/codedError.ts';
import type { PlaceOrderInput } from '../generated/resolverTypes.ts';

/** Most gift cards that pay for one order. */
export const maxGiftCards = 10;

const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });

/** Refuses means that cannot pay together, or name one card twice. */
export function requireMeans({ payment, giftCards }: Pick<PlaceOrderInput, 'payment' | 'giftCards'>): void {
  const cards = giftCards ?? [];
  if (payment == null && cards.length === 0)
    throw wrong('payment', 'Name how the order is paid: payment, giftCards, or both.');
  if (payment?.method === 'GIFT_CARD') throw wrong('payment', 'Gift cards are named as giftCards.');
  if (cards.length === 0) return;
  if (cards.length > maxGiftCards)
    throw wrong('giftCards', `At most ${maxGiftCards} gift cards pay one order.`);
  if (new Set(cards.map(({ token }) => token)).size < cards.length)
    throw wrong('giftCards', 'Each gift card is named once.');
  for (const { token, amount } of cards) {
    if (token.length > 200) throw wrong('giftCards', 'Tokens have at most 200 characters.');
    if (amount != null && amount.amountMinor < 1)
      throw wrong('giftCards', 'A gift card pays at least one minor unit.');
  }
}
