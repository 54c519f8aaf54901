import { access } from '../../schema/access.ts';
import type { AccessRule } from '../../schema/accessRule.ts';
import { mayReadRow, type Identity, type RowScope } from '../../schema/identity.ts';
import type { RowKind } from './rows.ts';

/** Names under which commands and queries take the id of a row of each kind; the first that the field has. */
export const idNames: Readonly<Record<RowKind, readonly string[]>> = {
  ...{ cart: ['cartId', 'id'], order: ['orderId', 'id'], work: ['id'], shipment: ['shipmentId', 'id'] },
  ...{ return: ['returnId', 'id'], expectedReturn: ['id'], location: ['locationId'], customer: ['ref'] },
};
/** Whether the rows of a rule are told apart by an id. */
export const isRowKind = (rule: string): rule is RowKind => rule in idNames;

/** One call: who asks for what, about which row. */
export interface Call {
  readonly coordinate: string;
  readonly caller: string;
  /** `web`, `market`, `absent`, or `no row`. */
  readonly row: string;
}
/** How a call ends, as far as access decides it. */
export type Outcome = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'nothing' | 'passes';

/** What the table of access says before any row is looked at. */
export function refusal(who: Identity, { kinds, scopes, needs }: AccessRule): Outcome | undefined {
  const lacking = who.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  const needed = needs?.[who.kind];
  if (!kinds.includes(who.kind)) return lacking;
  if (scopes.length > 0 && !scopes.some((scope) => who.scopes.includes(scope))) return lacking;
  return needed !== undefined && !who.scopes.includes(needed) ? lacking : undefined;
}

/** What the table says of the whole call. `scope` is undefined for a row that is not there. */
export function expected(who: Identity, call: Call, scope: RowScope | undefined): Outcome {
  const rule = access[call.coordinate] as AccessRule;
  const refused = refusal(who, rule);
  if (refused !== undefined) return refused;
  // Returns are taken in at a location of one's own, and these associates have none.
  const works = who.kind !== 'associate' || (who.locationIds ?? []).length > 0;
  if (call.coordinate === 'Mutation.receiveReturn' && !works) return 'FORBIDDEN';
  // Customers are subjects: one nobody has heard of is somebody else.
  if (rule.rows === 'customer')
    return mayReadRow(who, scope ?? { owner: 'no-such-id' }, 'customer') ? 'passes' : 'NOT_FOUND';
  if (call.row === 'no row' || (scope !== undefined && mayReadRow(who, scope, rule.rows))) return 'passes';
  // Where goods lie is no secret; that somebody ordered them is.
  if (rule.rows === 'location')
    return mayReadRow(who, { locationIds: ['no-such-id'] }, 'location') ? 'passes' : 'FORBIDDEN';
  return call.coordinate.startsWith('Query.') ? 'nothing' : 'NOT_FOUND';
}
