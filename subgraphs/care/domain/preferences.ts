import { codedError } from '../../../platform/errors/codedError.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { Channel, MessageGroup } from './codes.ts';

/** What one customer does not want to hear, and where. Everything else is sent. */
export interface PreferencesState {
  /** Subject of the customer. */
  readonly _id: string;
  /** `channel group` pairs that are switched off. */
  readonly off: readonly string[];
}

export interface PreferenceEvent {
  readonly type: 'care.PreferenceChanged';
  readonly data: EventPayload<'care.PreferenceChanged'>;
}

export const allGroups = ['ORDER', 'DELIVERY', 'COLLECTION', 'RETURN', 'SERVICE', 'SURVEY'] as const;
export const allChannels = ['EMAIL', 'SMS'] as const;

const pairOf = (channel: Channel, group: MessageGroup): string => `${channel} ${group}`;

/** A seller has to confirm an order and its money on a durable medium: these cannot be switched off. */
export const isRequired = (channel: Channel, group: MessageGroup): boolean =>
  channel === 'EMAIL' && group === 'ORDER';

/** Does this customer want such messages? */
export const isWanted = (
  state: Pick<PreferencesState, 'off'> | null | undefined,
  channel: Channel,
  group: MessageGroup,
): boolean => state?.off.includes(pairOf(channel, group)) !== true;

/** Switches messages of a group on or off; nothing when they are so already. */
export function decidePreference(
  state: PreferencesState | undefined,
  change: EventPayload<'care.PreferenceChanged'>,
): PreferenceEvent[] {
  const { channel, group, wanted } = change;
  if (!wanted && isRequired(channel, group))
    throw codedError('BAD_USER_INPUT', 'Messages about an order itself cannot be switched off.', {
      field: 'group',
    });
  return isWanted(state, channel, group) === wanted ? [] : [{ type: 'care.PreferenceChanged', data: change }];
}

export function evolvePreferences(
  state: PreferencesState | undefined,
  { data: { owner, channel, group, wanted } }: PreferenceEvent,
): PreferencesState {
  const others = (state?.off ?? []).filter((pair) => pair !== pairOf(channel, group));
  return { _id: owner, off: wanted ? others : [...others, pairOf(channel, group)] };
}
