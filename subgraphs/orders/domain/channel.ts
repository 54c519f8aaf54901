import { codedError } from '../../../platform/errors/codedError.ts';
import type { Identity, IdentityKind } from '../../../schema/identity.ts';
import type { PaymentMethod } from './order.ts';

/** Kinds of caller that may sell on a channel. */
export type SellerKind = 'GUEST' | 'SHOPPER' | 'AGENT' | 'ASSOCIATE' | 'PARTNER' | 'ADMIN';

/** Where the retailer sells. */
export interface Channel {
  /** Its code. */
  readonly _id: string;
  readonly name: string;
  readonly sellers: readonly SellerKind[];
  /** ISO 4217 codes; empty for all. */
  readonly currencies: readonly string[];
  readonly paymentMethods: readonly PaymentMethod[];
  readonly active: boolean;
}

/** The channel of a shop that has configured none: its own web shop. */
export const firstChannel: Channel = {
  ...{ _id: 'web', name: 'Web shop', currencies: [], active: true },
  sellers: ['GUEST', 'SHOPPER', 'AGENT', 'ASSOCIATE', 'ADMIN'],
  paymentMethods: ['CARD', 'GIFT_CARD', 'IN_STORE'],
};

/** Code of the channel a cart is opened on. FORBIDDEN for a partner that names another's or is bound to none. */
export function channelAskedFor(who: Identity, named: string | null | undefined): string {
  if (who.kind !== 'partner') return named ?? firstChannel._id;
  if (who.channel === undefined) throw codedError('FORBIDDEN', 'This partner is bound to no channel.');
  if (named != null && named !== who.channel)
    throw codedError('FORBIDDEN', 'A partner sells on its own channel only.', { field: 'channel' });
  return who.channel;
}

/** May this kind of caller sell on the channel? */
export const maySell = ({ sellers, active }: Channel, kind: IdentityKind): boolean =>
  active && (kind === 'system' || sellers.some((seller) => seller.toLowerCase() === kind));

/** BAD_USER_INPUT for a channel that is none or does not sell in the currency, FORBIDDEN when it is not the caller's. */
export function requireSeller(channel: Channel | null, kind: IdentityKind, currency: string): void {
  if (channel?.active !== true)
    throw codedError('BAD_USER_INPUT', 'There is no such sales channel; ask for channels.', {
      field: 'channel',
    });
  if (!maySell(channel, kind))
    throw codedError('FORBIDDEN', 'This caller does not sell on this channel.', { field: 'channel' });
  if (channel.currencies.length > 0 && !channel.currencies.includes(currency))
    throw codedError('BAD_USER_INPUT', `This channel sells in ${channel.currencies.join(', ')}.`, {
      field: 'currency',
    });
}

/** BAD_USER_INPUT for a channel nobody could name or read. */
export function requireChannel({ _id, name, sellers, paymentMethods }: Channel): void {
  const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(_id))
    throw wrong('code', 'A code is 1 to 40 small letters, digits and hyphens, and begins with no hyphen.');
  if (name.trim() === '' || name.length > 100) throw wrong('name', 'A name is 1 to 100 characters long.');
  if (sellers.length === 0) throw wrong('sellers', 'A channel needs somebody who sells on it.');
  if (paymentMethods.length === 0)
    throw wrong('paymentMethods', 'A channel takes at least one means of payment.');
}
