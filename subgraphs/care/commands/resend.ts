import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { CareApplication } from '../application.ts';
import { messageEvent, type MessageState } from '../domain/message.ts';
import { messageIdOf } from './tell.ts';

/** What is to be sent again. */
export interface Resend {
  readonly orderId: string;
  readonly messageId: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Sends a message again, with the facts it had, to whatever address the order has now. Gives the new message's id. */
export async function resend(
  application: CareApplication,
  { idempotencyKey, ...input }: Resend,
  who: Identity,
  requestId: string,
): Promise<string> {
  const scope = { principal: who.subject, operation: 'resendMessage', key: idempotencyKey, input };
  const { result } = await application.idempotency.once<{ id: string }>(scope, async (tx) => {
    const found = await application.models.Message.findOne({ _id: input.messageId, orderId: input.orderId })
      .session(tx.session)
      .lean<MessageState>();
    const order = await application.models.Order.findOne({ _id: input.orderId }).session(tx.session).lean();
    if (order === null || !mayReadRow(who, order)) throw notFound('order');
    if (found === null)
      throw codedError('BAD_USER_INPUT', 'The order has no such message.', { field: 'messageId' });
    requireReason(who, order.owner, input.reason);
    if (found.status === 'DUE') throw codedError('CONFLICT', 'This message has not been sent yet.');
    const nowMs = application.clock.nowMs();
    const key = `${found.key}|again|${who.subject}|${idempotencyKey}`;
    const id = messageIdOf(key);
    const { orderId, parcelId, code, channel, facts, factAtMs } = found;
    await runDecision(application.journal, application.messages, {
      ...{ id, actor: who.subject, cause: requestId, tx },
      decide: () => [
        messageEvent('care.MessageDecided', {
          ...{
            messageId: id,
            orderId,
            code,
            channel,
            key: key.slice(0, 600),
            facts,
            factAtMs,
            dueAtMs: nowMs,
          },
          ...{ resendOf: found._id, resendReason: input.reason.trim() },
          ...(parcelId === undefined ? {} : { parcelId }),
        }),
      ],
    });
    tx.afterCommit(() => application.wake(nowMs));
    return { id };
  });
  return result.id;
}
