import { readableRows, type Identity } from '../../../schema/identity.ts';

/** A filter that no row passes. */
const nothing = { _id: '' };

/** The filter that keeps a caller to the returns they may see: whoever works on returns sees all of them. */
export const rowsOf = (who: Identity): Record<string, unknown> =>
  who.scopes.includes('returns:work') ? {} : (readableRows(who) ?? nothing);
