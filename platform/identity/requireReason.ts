import { isStaff, type Identity } from '../../schema/identity.ts';
import { codedError } from '../errors/codedError.ts';

/** Longest reason. */
export const maxReasonLength = 500;

/** The words of whoever decides something for the retailer. BAD_USER_INPUT when staff say none, or too many. */
export function staffReason(who: Identity, reason: string | null | undefined): string | undefined {
  const words = (reason ?? '').trim();
  requireLength(words);
  if (words === '' && isStaff(who))
    throw codedError('BAD_USER_INPUT', 'Say why: the reason stands in the journal.', { field: 'reason' });
  return words === '' ? undefined : words;
}

function requireLength(words: string): void {
  if (words.length > maxReasonLength)
    throw codedError('BAD_USER_INPUT', `A reason has at most ${maxReasonLength} characters.`, {
      field: 'reason',
    });
}

/** BAD_USER_INPUT when staff act on a customer's row without saying why, or at length. */
export function requireReason(who: Identity, owner: string, reason: string | null | undefined): void {
  const words = (reason ?? '').trim();
  requireLength(words);
  if (words === '' && isStaff(who) && who.subject !== owner)
    throw codedError('BAD_USER_INPUT', 'Whoever acts for a customer says why: give a reason.', {
      field: 'reason',
    });
}
