import { readableRows, type Identity } from '../../../schema/identity.ts';

/** A filter that no row passes. */
const nothing = { _id: '' };

/** The filter that keeps a caller to the returns they may see. */
export const rowsOf = (who: Identity): Record<string, unknown> =>
  readableRows(who, 'locationId', 'expectedReturn') ?? nothing;
