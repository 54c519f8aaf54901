import { codedError } from '../../../platform/errors/codedError.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { Cause } from '../ports.ts';

/** Who asks for something at a location, with which key. */
export interface LocationCall {
  readonly identity: Identity;
  readonly requestId: string;
  readonly key: string;
}

export const causeOf = ({ identity, requestId }: LocationCall): Cause => ({
  actor: identity.subject,
  cause: requestId,
});

/** The idempotency key of a call. */
export const scopeOf = ({ identity, key }: LocationCall, operation: string, input: object) => ({
  ...{ principal: identity.subject, operation, key, input },
});

/** A reason somebody gave, without spaces around it. */
export function checkedReason(reason: string): string {
  const text = reason.trim();
  if (text === '' || text.length > 500)
    throw codedError('BAD_USER_INPUT', 'A reason has 1 to 500 characters.', { field: 'reason' });
  return text;
}
