import { timingSafeEqual } from 'node:crypto';
import { readClaim, writeClaim, type OptionClaim } from '../domain/claim.ts';
import { createMac } from './mac.ts';

/** Signs and reads handles. */
export interface Handles {
  sign(claim: OptionClaim): string;
  /** Null for anything we did not sign. Expiry is for the caller to judge. */
  read(handle: string): OptionClaim | null;
}

/** Handles are longer than this only if somebody made them up. */
const maxLength = 4_096;
/** What a handle is written in. A signature covers one byte of each letter: letters of more than one are none of ours. */
const written = /^[\w-]+\.[\w-]+$/;

/** HMAC-SHA256 over the claim, both in base64url: `<claim>.<signature>`. */
export function createHandles(secret: string): Handles {
  if (secret.length < 32) throw new Error('The secret of promise handles has at least 32 characters.');
  const signature = createMac(secret);
  return {
    sign: (claim) => {
      const text = Buffer.from(writeClaim(claim)).toString('base64url');
      return `${text}.${signature(text)}`;
    },
    read: (handle) => {
      if (handle.length > maxLength || !written.test(handle)) return null;
      const [text = '', given = ''] = handle.split('.');
      // Compared as text: several texts decode to the same bytes, and only one of them is what we signed.
      const mine = Buffer.from(signature(text));
      const theirs = Buffer.from(given);
      if (theirs.length !== mine.length || !timingSafeEqual(theirs, mine)) return null;
      return readClaim(Buffer.from(text, 'base64url').toString('utf8'));
    },
  };
}
