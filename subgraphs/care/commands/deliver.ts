import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { CareApplication } from '../application.ts';
import { allCodes, ruleOf } from '../domain/codes.ts';
import { judge, type Known, type SkipReason } from '../domain/judge.ts';
import { messageEvent, type MessageEvent } from '../domain/message.ts';
import { isWanted } from '../domain/preferences.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import { ProviderError } from '../ports.ts';
import type { MessageDoc } from '../store/models.ts';
import { languageOf } from '../templates/text.ts';
import { mailOf, smsOf, writeTo, type Letter } from './compose.ts';
import { tell } from './tell.ts';
import { isSuppressed } from './suppression.ts';

/** How long one try may take before another process may take it over, ms. */
const leaseMs = 60_000;
const batch = 100;
const minuteMs = 60_000;
/** Waits between tries: five more within a day. */
const retryAfterMs = [1, 10, 60, 360, 1_000].map((minutes) => minutes * minuteMs);
const dayMs = 86_400_000;
const gone = ['SENT', 'DELIVERED', 'BOUNCED', 'COMPLAINED'];
const delayCodes = allCodes.filter((code) => ruleOf(code).delay === true);

/** Messages that are due and that nobody works on, oldest first. */
export const dueMessages = ({ models, clock }: CareApplication): Promise<MessageDoc[]> => {
  const nowMs = clock.nowMs();
  const free = { $or: [{ leaseUntilMs: { $exists: false } }, { leaseUntilMs: { $lte: nowMs } }] };
  return models.Message.find(builtFilter<MessageDoc>({ status: 'DUE', dueAtMs: { $lte: nowMs }, ...free }))
    .sort({ dueAtMs: 1, _id: 1 })
    .limit(batch)
    .lean<MessageDoc[]>();
};

/** When the next message is due that is not due yet, epoch ms; undefined when none waits. */
export async function nextDueMs({ models, clock }: CareApplication): Promise<number | undefined> {
  const waiting = builtFilter<MessageDoc>({ status: 'DUE', dueAtMs: { $gt: clock.nowMs() } });
  return (await models.Message.findOne(waiting).sort({ dueAtMs: 1 }).lean<MessageDoc>())?.dueAtMs;
}

/** Leases of a process that is gone: nobody else works on its messages. */
export const freeLeases = async ({ models }: CareApplication): Promise<void> => {
  const leased = { status: 'DUE', leaseUntilMs: { $gt: 0 } };
  await models.Message.updateMany(builtFilter<MessageDoc>(leased), { $set: { leaseUntilMs: 0 } });
};

/** Judges a due message and sends it; what came of it is journalled. Does nothing when somebody else has it. */
export async function deliver(application: CareApplication, found: MessageDoc): Promise<void> {
  const { models, journal, messages, clock } = application;
  const nowMs = clock.nowMs();
  const free = [{ leaseUntilMs: { $exists: false } }, { leaseUntilMs: { $lte: nowMs } }];
  const claimed = await models.Message.updateOne(
    builtFilter<MessageDoc>({ _id: found._id, status: 'DUE', version: found.version, $or: free }),
    { $set: { leaseUntilMs: nowMs + leaseMs } },
  );
  if (claimed.matchedCount === 0) return;
  const outcome = await attempt(application, found);
  const cause = `${found._id}:${found.version}`;
  await runDecision(journal, messages, {
    ...{ id: found._id, actor: 'system:care', cause },
    decide: (state) => (state?.status === 'DUE' ? [outcome] : []),
    also: async (tx, { events }) => {
      const isGathered = outcome.type === 'care.MessageSkipped' && outcome.data.reason === 'IN_DIGEST';
      if (isGathered && events.length > 0) await tellDigest(application, found, tx);
    },
  });
  journal.crashpoint('care.afterOutcome');
  if (outcome.type === 'care.MessageHeld') application.wake(outcome.data.untilMs);
}

/** One try. Errors that are nobody's answer, such as orders being away, are thrown. */
async function attempt(application: CareApplication, message: MessageDoc): Promise<MessageEvent> {
  const { _id: messageId, orderId, code, channel } = message;
  const about = { messageId, orderId, code, channel };
  const skipped = (reason: SkipReason): MessageEvent =>
    messageEvent('care.MessageSkipped', { ...about, reason });
  const known = await knownOf(application, message);
  // What has gone out is told so, whatever became known since.
  if (await isTaken(application, message)) {
    const language = languageOf(known.order?.locale ?? '');
    return messageEvent('care.MessageSent', { ...about, language, atMs: known.nowMs });
  }
  const held = withheld(message, known);
  if (held !== undefined) return held;
  const { order, nowMs } = known;
  const transport = channel === 'EMAIL' ? application.mail : application.sms;
  if (order === undefined || transport === undefined) return skipped('NO_PROVIDER');
  const wishes = await application.models.Preferences.findOne({ _id: order.owner }).lean();
  if (!isWanted(wishes, channel, ruleOf(code).group)) return skipped('OPTED_OUT');
  const contact = await application.orders.contact(orderId, messageId);
  const to = channel === 'EMAIL' ? contact.email : contact.phone;
  if (to === undefined) return skipped('NO_ADDRESS');
  if (await isSuppressed(application, message, to)) return skipped('SUPPRESSED');
  const written = await writeTo(application, message, { order, contact, to });
  // Others were asked in between, and the world may have moved on.
  const since = withheld(message, await knownOf(application, message));
  if (since !== undefined) return since;
  try {
    await send(application, message, { order, contact, to }, written);
    application.journal.crashpoint('care.afterSend');
    const { language, textVersion } = written;
    return messageEvent('care.MessageSent', { ...about, language, textVersion, atMs: nowMs });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return refusalOf(message, error, nowMs);
  }
}

/** What becomes of a message that is not to go out now; undefined for one that is. */
function withheld(message: MessageDoc, known: Known): MessageEvent | undefined {
  const { _id: messageId, orderId, code, channel } = message;
  const about = { messageId, orderId, code, channel };
  const judgement = judge(message, known);
  if (judgement.kind === 'skip')
    return messageEvent('care.MessageSkipped', { ...about, reason: judgement.reason });
  if (judgement.kind === 'send') return undefined;
  const { untilMs, waitsFor } = judgement;
  return messageEvent('care.MessageHeld', { ...about, untilMs, waitsFor });
}

/** Whether an earlier try, of which nobody knows the end, reached the provider; false where it cannot say. */
async function isTaken(application: CareApplication, message: MessageDoc): Promise<boolean> {
  const { _id: key, channel, attempts, leaseUntilMs } = message;
  const transport = channel === 'EMAIL' ? application.mail : application.sms;
  const isRepeated = attempts > 0 || leaseUntilMs !== undefined;
  return isRepeated && (await transport?.taken?.(key)) === true;
}

async function send(
  application: CareApplication,
  message: MessageDoc,
  letter: Letter,
  written: Awaited<ReturnType<typeof writeTo>>,
): Promise<void> {
  if (message.channel === 'EMAIL')
    await application.mail?.send(mailOf(application, message, letter, written));
  else await application.sms?.send({ key: message._id, to: letter.to, ...smsOf(written) });
}

function refusalOf(message: MessageDoc, error: ProviderError, nowMs: number): MessageEvent {
  const { _id: messageId, orderId, code, channel, attempts } = message;
  const about = { messageId, orderId, code, channel };
  if (error.isFinal) return messageEvent('care.MessageFailed', { ...about, reason: 'REFUSED' });
  const waitMs = retryAfterMs[attempts];
  return waitMs === undefined
    ? messageEvent('care.MessageFailed', { ...about, reason: 'TRIES_USED_UP' })
    : messageEvent('care.MessageHeld', { ...about, untilMs: nowMs + waitMs, waitsFor: 'TRY_AGAIN' });
}

/** Other news of the order that were gathered for the same moment. */
async function gatheredWith({ models }: CareApplication, message: MessageDoc): Promise<number> {
  if (message.waitsFor !== 'DIGEST') return 0;
  const { _id, orderId, channel, dueAtMs } = message;
  const together = { _id: { $ne: _id }, orderId, channel, dueAtMs };
  const state = {
    $or: [
      { status: 'DUE', waitsFor: 'DIGEST' },
      { status: 'SKIPPED', reason: 'IN_DIGEST' },
    ],
  };
  return models.Message.countDocuments(builtFilter<MessageDoc>({ ...together, ...state }));
}

/** One message for all that were gathered: each of them asks for it, the first one decides it. */
async function tellDigest(application: CareApplication, message: MessageDoc, tx: Tx): Promise<void> {
  const { _id, orderId, dueAtMs } = message;
  const units = (await gatheredWith(application, message)) + 1;
  const telling = {
    orderId,
    code: 'PARCELS_DIGEST',
    version: dueAtMs,
    facts: { units },
    factAtMs: dueAtMs,
  } as const;
  await tell(application, telling, { id: _id, actor: 'system:care' }, tx);
}

/** How much earlier than we hear of the trouble its answer may have come. */
const slackMs = 10 * minuteMs;

/** Does a newer message say what is done about the trouble of which this one says that we look into it? */
async function isAnswered({ models }: CareApplication, message: MessageDoc): Promise<boolean> {
  const { _id, orderId, channel, code, facts, createdAtMs } = message;
  if (facts.remedy !== 'CHECKING') return false;
  const answer = {
    'facts.remedy': { $in: ['RESHIP', 'REFUND'] },
    createdAtMs: { $gte: createdAtMs - slackMs },
  };
  const other = { _id: { $ne: _id }, orderId, channel, code, status: { $in: ['DUE', ...gone] } };
  return (await models.Message.exists(builtFilter<MessageDoc>({ ...other, ...answer }))) !== null;
}

async function knownOf(application: CareApplication, message: MessageDoc): Promise<Known> {
  const { models, clock, settings } = application;
  const { _id, orderId, parcelId, channel, facts } = message;
  const nowMs = clock.nowMs();
  const { quietFrom, quietUntil, maxMessagesPerDay, digestHours } = settings.current();
  const others = { _id: { $ne: _id }, orderId, channel, status: { $in: gone } };
  const [order, parcel, sentToday, told] = await Promise.all([
    models.Order.findOne({ _id: orderId }).lean<OrderView>(),
    parcelId === undefined ? null : models.Parcel.findOne({ _id: parcelId }).lean<ParcelView>(),
    models.Message.countDocuments(builtFilter<MessageDoc>({ ...others, sentAtMs: { $gt: nowMs - dayMs } })),
    ruleOf(message.code).delay === true
      ? models.Message.exists(
          builtFilter<MessageDoc>({
            ...others,
            code: { $in: delayCodes },
            'facts.latestAtMs': facts.latestAtMs,
          }),
        )
      : null,
  ]);
  return {
    ...{ nowMs, order: order ?? undefined, parcel: parcel ?? undefined, sentToday, dateTold: told !== null },
    ...{ quietHours: { from: quietFrom, until: quietUntil }, maxPerDay: maxMessagesPerDay },
    isAnswered: await isAnswered(application, message),
    ...{ digestMs: digestHours * 3_600_000, gathered: await gatheredWith(application, message) },
  };
}
