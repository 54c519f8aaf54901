import { asEffect, type EventOf, type ReactionTable } from '../../../platform/journal/reactions.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { CareApplication } from '../application.ts';
import type { OrderView } from '../domain/views.ts';
import type { MessageDoc, TicketTextRow } from '../store/models.ts';

/** Orders whose words are erased at once. */
const batch = 100;

/**
 * Forgets what was written by and to a customer whom orders forgets: words on tickets, letters and comments of surveys,
 * and mails and short messages that the development mailbox keeps. What follows from orders placed later stays, so that
 * an event that comes late, or twice, takes nothing that it was not about. Orders that had not ended are told of again
 * when they have.
 */
async function forgetCustomer(
  application: CareApplication,
  { at, data: { customerRef: owner } }: EventOf<'orders.CustomerErased'>,
): Promise<void> {
  const { models } = application;
  let isWriting = false;
  for (let last = ''; ;) {
    const filter = builtFilter<OrderView>({ owner, placedAtMs: { $lte: at }, _id: { $gt: last } });
    const rows = await models.Order.find(filter, { _id: 1 }).sort({ _id: 1 }).limit(batch).lean();
    const ids = rows.map(({ _id }) => _id);
    if (await forgetOrders(application, ids)) isWriting = true;
    if (rows.length < batch) break;
    last = ids.at(-1) ?? last;
  }
  // Who it goes to may have been asked before orders forgot it: the event is taken in again when it is out.
  if (isWriting)
    throw new Error('A message of an erased customer is being sent; it is forgotten when it is out.');
}

/** True if a message about one of the orders is being sent at this moment. */
async function forgetOrders(
  { models, mail, sms, clock }: CareApplication,
  orderIds: readonly string[],
): Promise<boolean> {
  const about = { orderId: { $in: [...orderIds] } };
  await models.TicketText.deleteMany(builtFilter<TicketTextRow>(about));
  const leased = builtFilter<MessageDoc>({ ...about, status: 'DUE', leaseUntilMs: { $gt: clock.nowMs() } });
  const isWriting = (await models.Message.exists(leased)) !== null;
  const rows = await models.Message.find(builtFilter<MessageDoc>(about), { _id: 1 }).lean();
  const keys = rows.map(({ _id }) => _id);
  await mail?.forget?.(keys);
  await sms?.forget?.(keys);
  return isWriting;
}

/** What care does when it hears of customers. Files are no part of a transaction, and forgetting twice is forgetting. */
export const customerReactions: ReactionTable<CareApplication> = {
  'orders.CustomerErased': asEffect(forgetCustomer),
};
