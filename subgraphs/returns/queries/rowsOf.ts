import type { Identity } from '../../../schema/identity.ts';

/** A filter that no row passes. */
const nothing = { _id: '' };

/** The filter that keeps a caller to the returns they may see. */
export function rowsOf(who: Identity): Record<string, unknown> {
  if (who.scopes.includes('returns:work')) return {};
  switch (who.kind) {
    case 'system':
    case 'admin':
      return {};
    case 'agent':
      return who.scopes.includes('orders:read') ? {} : nothing;
    case 'partner':
      return who.channel === undefined ? nothing : { channel: who.channel };
    case 'guest':
    case 'shopper':
      return { owner: who.subject };
    case 'associate':
    case 'anonymous':
      return nothing;
    default:
      return who.kind satisfies never;
  }
}
