import { notFound } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { CareApplication } from '../application.ts';
import type { Channel, MessageGroup } from '../domain/codes.ts';
import { allChannels, allGroups, decidePreference, isRequired, isWanted } from '../domain/preferences.ts';
import type { OrderView } from '../domain/views.ts';
import type { PreferencesDoc } from '../store/models.ts';

/** One preference as the graph shows it. */
export interface PreferenceRow {
  readonly channel: Channel;
  readonly group: MessageGroup;
  readonly wanted: boolean;
  readonly required: boolean;
}

/** All preferences of the customer of an order. */
export async function preferencesOf({ models }: CareApplication, owner: string): Promise<PreferenceRow[]> {
  const state = await models.Preferences.findOne({ _id: owner }).lean<PreferencesDoc>();
  return allChannels.flatMap((channel) =>
    allGroups.map((group) => ({
      ...{ channel, group, wanted: isWanted(state, channel, group), required: isRequired(channel, group) },
    })),
  );
}

/** A wish of a customer, told by themselves or for them. */
export interface SetPreference {
  readonly orderId: string;
  readonly channel: Channel;
  readonly group: MessageGroup;
  readonly wanted: boolean;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey: string;
}

/** Sets a preference of the customer of an order; gives the customer's subject. */
export async function setPreference(
  application: CareApplication,
  { idempotencyKey, ...input }: SetPreference,
  who: Identity,
  requestId: string,
): Promise<string> {
  const scope = { principal: who.subject, operation: 'setMessagePreference', key: idempotencyKey, input };
  const { result } = await application.idempotency.once<{ owner: string }>(scope, async (tx) => {
    const order = await application.models.Order.findOne({ _id: input.orderId })
      .session(tx.session)
      .lean<OrderView>();
    if (order === null || !mayReadRow(who, order)) throw notFound('order');
    requireReason(who, order.owner, input.reason);
    const { channel, group, wanted } = input;
    const by = who.subject === order.owner ? 'CUSTOMER' : 'STAFF';
    await runDecision(application.journal, application.preferences, {
      ...{ id: order.owner, actor: who.subject, cause: requestId, tx },
      decide: (state) => decidePreference(state, { owner: order.owner, channel, group, wanted, by }),
    });
    return { owner: order.owner };
  });
  return result.owner;
}

/** Switches a group off because somebody followed the link in a message. */
export async function unsubscribe(
  application: CareApplication,
  owner: string,
  group: MessageGroup,
): Promise<void> {
  await runDecision(application.journal, application.preferences, {
    ...{ id: owner, actor: owner, cause: `unsubscribe:${group}` },
    decide: (state) => decidePreference(state, { owner, channel: 'EMAIL', group, wanted: false, by: 'LINK' }),
  });
}
