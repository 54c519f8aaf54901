import { isStaff, type Identity } from '../../schema/identity.ts';
import { codedError } from '../errors/codedError.ts';

/** Longest reason. */
export const maxReasonLength = 500;

/** BAD_USER_INPUT when staff act on a customer's row without saying why, or at length. */
export function requireReason(who: Identity, owner: string, reason: string | null | undefined): void {
  const words = (reason ?? '').trim();
  if (words.length > maxReasonLength)
    throw codedError('BAD_USER_INPUT', `A reason has at most ${maxReasonLength} characters.`, {
      field: 'reason',
    });
  if (words === '' && isStaff(who) && who.subject !== owner)
    throw codedError('BAD_USER_INPUT', 'Whoever acts for a customer says why: give a reason.', {
      field: 'reason',
    });
}
