import type { AccessRule } from '../../schema/accessRule.ts';
import type { Identity } from '../../schema/identity.ts';
import { codedError } from '../errors/codedError.ts';
import { requireKind, requireScope } from './scopes.ts';

/**
 * UNAUTHENTICATED or FORBIDDEN unless the table lets this caller ask at all. Whose rows may be touched is decided where
 * the row is known.
 */
export function requireAccess(who: Identity, { kinds, scopes, needs }: AccessRule): void {
  if (!kinds.includes(who.kind)) requireKind(who, ...kinds);
  if (scopes.length > 0 && !scopes.some((scope) => who.scopes.includes(scope))) {
    const [first] = scopes;
    if (scopes.length === 1 && first !== undefined) requireScope(who, first);
    requireKnownFor(who);
    throw codedError('FORBIDDEN', `This needs one of the scopes ${scopes.join(', ')}.`, { scopes });
  }
  const needed = needs?.[who.kind];
  if (needed !== undefined) requireScope(who, needed);
}

function requireKnownFor(who: Identity): void {
  if (who.kind === 'anonymous') throw codedError('UNAUTHENTICATED', 'Sign in and try again.');
}
