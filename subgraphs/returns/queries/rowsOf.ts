import { mayReadRow, readableRows, type Identity } from '../../../schema/identity.ts';
import type { ReturnState } from '../domain/return.ts';

/** A filter that no row passes. */
const nothing = { _id: '' };

/** The filter that keeps a caller to the returns they may see. */
export const rowsOf = (who: Identity): Record<string, unknown> =>
  readableRows(who, 'locationId', 'expectedReturn') ?? nothing;

/** What of a return decides whose it is. */
const rowOf = ({ owner, channel, locationId }: ReturnState) => ({
  ...{ owner, channel },
  locationIds: locationId === undefined ? [] : [locationId],
});

/** May the caller see this return, and take it in? Until it has a location, it may be brought to any. */
export const mayRead = (who: Identity, state: ReturnState): boolean =>
  mayReadRow(who, rowOf(state), 'expectedReturn');

/** May the caller decide about it: withdraw, refuse, inspect? */
export const mayDecide = (who: Identity, state: ReturnState): boolean =>
  mayReadRow(who, rowOf(state), 'return');
