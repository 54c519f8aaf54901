import type { Identity, IdentityKind, Scope } from '../../schema/identity.ts';
import { codedError } from '../errors/codedError.ts';

/** FORBIDDEN unless the caller holds the scope; UNAUTHENTICATED when nobody is known to be calling. */
export function requireScope(identity: Identity, scope: Scope): void {
  requireKnown(identity);
  if (!identity.scopes.includes(scope))
    throw codedError('FORBIDDEN', `This needs the scope ${scope}.`, { scope });
}

/** FORBIDDEN unless the caller is of one of these kinds. */
export function requireKind(identity: Identity, ...kinds: readonly IdentityKind[]): void {
  if (kinds.includes(identity.kind)) return;
  requireKnown(identity);
  throw codedError('FORBIDDEN', `This is for ${kinds.join(' or ')} only.`);
}

function requireKnown(identity: Identity): void {
  if (identity.kind === 'anonymous') throw codedError('UNAUTHENTICATED', 'Sign in and try again.');
}
