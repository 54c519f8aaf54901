import { createHash } from 'node:crypto';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import type { Channel, MessageCode } from '../domain/codes.ts';
import { messageEvent, type MessageState } from '../domain/message.ts';
import { keyOf, settleMsOf, type Telling } from '../domain/telling.ts';

/** The event that tells of it. */
export interface Cause {
  readonly id: string;
  readonly actor: string;
}

/** Id of the message of a key: the same key gives the same id in every process. */
export const messageIdOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 32);

/** Decides a message in the transaction of the event that tells of it; a repeated event decides nothing. */
export async function tell<C extends MessageCode>(
  application: CareApplication,
  telling: Telling<C>,
  { id: cause, actor }: Cause,
  tx: Tx,
): Promise<void> {
  const { orderId, parcelId, code, facts, factAtMs } = telling;
  const nowMs = application.clock.nowMs();
  const settleMs = settleMsOf(telling, application.settings.current());
  for (const channel of application.channelsOf(code)) {
    const key = keyOf(telling, channel);
    const messageId = messageIdOf(key);
    const decided = messageEvent('care.MessageDecided', {
      ...{ messageId, orderId, code, channel, key, facts, factAtMs, dueAtMs: nowMs + settleMs },
      ...(parcelId === undefined ? {} : { parcelId }),
    });
    const { events } = await runDecision(application.journal, application.messages, {
      ...{ id: messageId, actor, cause, tx },
      decide: (state) => (state === undefined ? [decided] : []),
    });
    if (events.length > 0) tx.afterCommit(() => application.wake(nowMs + settleMs));
  }
}

/** Tells the same on another channel, because the first one is dead; nothing where the code or the provider lacks it. */
export async function tellOn(
  application: CareApplication,
  message: MessageState,
  channel: Channel,
  tx: Tx,
): Promise<void> {
  const { code, orderId, parcelId, facts, factAtMs } = message;
  if (!application.channelsOf(code).includes(channel)) return;
  const nowMs = application.clock.nowMs();
  const key = message.key.replace(/\|EMAIL(?=$|\|)/, `|${channel}`);
  const messageId = messageIdOf(key);
  await runDecision(application.journal, application.messages, {
    ...{ id: messageId, actor: 'system:care', cause: `instead-of:${message._id}`, tx },
    decide: (state) =>
      state === undefined
        ? [
            messageEvent('care.MessageDecided', {
              ...{ messageId, orderId, code, channel, key, facts, factAtMs, dueAtMs: nowMs },
              ...(parcelId === undefined ? {} : { parcelId }),
            }),
          ]
        : [],
  });
  tx.afterCommit(() => application.wake(nowMs));
}
