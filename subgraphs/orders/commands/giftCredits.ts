import { giftReturnOf } from '../domain/gift.ts';
import type { Movement } from '../domain/ledger/ledger.ts';
import type { OrderState } from '../domain/order.ts';
import type { OrdersParts } from '../parts.ts';
import type { ProviderAnswer } from '../ports.ts';

/**
 * The money of a gift that came back becomes a gift card of whoever brought it; the giver's means get nothing. Once per
 * movement. The token stays beside the order, and out of its journal.
 */
export async function payAsGiftCard(
  { payments, models, journal }: OrdersParts,
  order: OrderState,
  { movementId, causeId, amountMinor }: Movement,
): Promise<ProviderAnswer> {
  const { currency, _id: orderId } = order;
  const answer = await payments
    .issueGiftCard({ key: movementId, amountMinor, currency })
    .catch((): ProviderAnswer => ({ state: 'UNKNOWN' }));
  if (answer.state !== 'APPROVED') return answer;
  const returnId = giftReturnOf(order, causeId) ?? causeId;
  const credit = { orderId, returnId, cardToken: answer.reference, amountMinor, currency };
  await models.GiftCredit.updateOne(
    { _id: movementId },
    { $setOnInsert: { ...credit, atMs: journal.clock.nowMs() } },
    { upsert: true },
  );
  return { state: 'APPROVED', reference: `gift-card:${movementId}` };
}
