import { createHmac } from 'node:crypto';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import { ruleOf, type Channel } from '../domain/codes.ts';
import { messageEvent, messageMachine, type MessageState } from '../domain/message.ts';
import type { SuppressionRow } from '../store/models.ts';
import { tellOn } from './tell.ts';

/** What an address is kept as: nobody reads it back, and the same one gives the same word. */
export const addressHash = ({ config }: CareApplication, channel: Channel, address: string): string =>
  createHmac('sha256', config.linkSecret)
    .update(`${channel}\n${address.trim().toLowerCase()}`)
    .digest('base64url');

/** Is nothing of this kind to be sent there? A complaint stops what nobody asked for; a dead address stops all. */
export async function isSuppressed(
  application: CareApplication,
  { channel, code }: Pick<MessageState, 'channel' | 'code'>,
  address: string,
): Promise<boolean> {
  const _id = addressHash(application, channel, address);
  const found = await application.models.Suppression.findOne({ _id }).lean<SuppressionRow>();
  return found !== null && (found.kind !== 'COMPLAINED' || ruleOf(code).group === 'SURVEY');
}

/** Stops messages to an address; a complaint does not weaken what stops more. */
export async function suppress(
  application: CareApplication,
  channel: Channel,
  address: string,
  kind: SuppressionRow['kind'],
  tx?: Tx,
): Promise<void> {
  const _id = addressHash(application, channel, address);
  const set = { kind, atMs: application.clock.nowMs() };
  const update = kind === 'COMPLAINED' ? { $setOnInsert: set } : { $set: set };
  await application.models.Suppression.updateOne({ _id }, update, {
    upsert: true,
    ...(tx === undefined ? {} : { session: tx.session }),
  });
}

/** The customer wrote START: the telephone is open again. */
export async function lift(application: CareApplication, channel: Channel, address: string): Promise<void> {
  await application.models.Suppression.deleteOne({ _id: addressHash(application, channel, address) });
}

/** What the other side reports of a message. */
export interface Report {
  readonly messageId: string;
  readonly status: 'DELIVERED' | 'BOUNCED' | 'COMPLAINED';
  /** Address it is about, where the report names one. */
  readonly address?: string;
}

/**
 * Takes in a report. Status only ever gets worse, so reports may come in any order and twice. A bounce and a complaint
 * suppress the address the order has, if it is the one the report names: a made-up report silences nobody else.
 */
export async function report(
  application: CareApplication,
  { messageId, status, address }: Report,
): Promise<boolean> {
  const found = await application.models.Message.findOne({ _id: messageId }).lean<MessageState>();
  if (found === null || !messageMachine.can(found.status, status)) return false;
  const { orderId, code, channel } = found;
  const contact = status === 'DELIVERED' ? undefined : await application.orders.contact(orderId, messageId);
  const current = channel === 'EMAIL' ? contact?.email : contact?.phone;
  const isTheirs = address === undefined || address.toLowerCase() === current?.toLowerCase();
  await runDecision(application.journal, application.messages, {
    ...{ id: messageId, actor: 'system:care', cause: `report:${messageId}` },
    decide: (state) =>
      state !== undefined && messageMachine.can(state.status, status)
        ? [messageEvent('care.MessageReported', { messageId, orderId, code, channel, status })]
        : [],
    also: async (tx, { events }) => {
      if (events.length === 0 || status === 'DELIVERED' || current === undefined || !isTheirs) return;
      await suppress(application, channel, current, status, tx);
      if (status === 'BOUNCED' && channel === 'EMAIL') await tellOn(application, found, 'SMS', tx);
    },
  });
  return true;
}
