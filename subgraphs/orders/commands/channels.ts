import { codedError } from '../../../platform/errors/codedError.ts';
import { staffReason } from '../../../platform/identity/requireReason.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import type { Identity } from '../../../schema/identity.ts';
import { firstChannel, maySell, requireChannel } from '../domain/channel.ts';
import type { SaveChannelInput } from '../generated/resolverTypes.ts';
import type { ChannelDoc } from '../store/channelModel.ts';
import type { OrdersParts } from '../parts.ts';
import type { OrdersModels } from '../store/models.ts';
import type { Caller } from './onceOnOrder.ts';

type Models = Pick<OrdersModels, 'Channel'>;

/** Most channels of one retailer. */
const maxChannels = 500;

/** Channels on which the caller may sell, by code; all of them for administrators. */
export async function listChannels({ Channel }: Models, who: Identity): Promise<ChannelDoc[]> {
  const own = who.kind === 'partner' ? { _id: who.channel ?? '' } : {};
  const found = await Channel.find(own).sort({ _id: 1 }).limit(maxChannels).lean<ChannelDoc[]>();
  const all = who.kind === 'admin' || who.kind === 'system';
  return found.filter((channel) => all || maySell(channel, who.kind));
}

/** Creates or replaces a channel; the journal keeps what it was made, by whom and why. */
export async function saveChannel(
  { models, journal }: Pick<OrdersParts, 'models' | 'journal'>,
  { code, reason: given, ...input }: SaveChannelInput,
  { who, requestId }: Caller,
): Promise<ChannelDoc> {
  const reason = staffReason(who, given);
  const channel: ChannelDoc = {
    ...{ _id: code, name: input.name, savedBy: who.subject, savedAtMs: journal.clock.nowMs() },
    sellers: [...new Set(input.sellers)],
    currencies: [...new Set(input.currencies ?? [])],
    paymentMethods: [...new Set(input.paymentMethods)],
    active: input.active ?? true,
  };
  requireChannel(channel);
  const { Channel } = models;
  await withTransaction(journal.connection, async (tx) => {
    const { session } = tx;
    const isNew = (await Channel.findOne({ _id: code }).session(session).lean()) === null;
    if (isNew && (await Channel.countDocuments().session(session)) >= maxChannels)
      throw codedError('BAD_USER_INPUT', `A retailer has at most ${maxChannels} channels.`);
    await Channel.replaceOne({ _id: code }, channel, { upsert: true, session });
    const { _id, savedBy: actor, savedAtMs: _at, ...kept } = channel;
    const stream = `channel:${_id}`;
    const data = { code, ...kept, ...(reason === undefined ? {} : { reason }) };
    const expectedSeq = (await journal.read(stream)).length;
    const events = [{ type: 'orders.ChannelSaved', data }];
    await journal.append(tx, { stream, expectedSeq, events, actor, cause: requestId });
  });
  return channel;
}

/** A shop that has configured no channel sells on the web. */
export async function ensureFirstChannel({ Channel }: Models, nowMs: number): Promise<void> {
  if ((await Channel.countDocuments()) > 0) return;
  const { _id, ...rest } = firstChannel;
  const first = { ...rest, savedBy: 'system:orders', savedAtMs: nowMs };
  await Channel.updateOne({ _id }, { $setOnInsert: first }, { upsert: true });
}
