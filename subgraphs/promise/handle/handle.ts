import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { DeliveryMethodType } from '../domain/networkConfig.ts';

/**
 * What an offered option proves: who may order what, until when, at which promise and price. It travels with the
 * client, signed, so that answering a promise writes nothing.
 */
export interface OptionClaim {
  readonly promiseId: string;
  /** Empty when the promise was not asked for a cart. */
  readonly cartId: string;
  readonly channel: string;
  readonly currency: string;
  /** Digest of destination and lines. */
  readonly subject: string;
  readonly methodCode: string;
  readonly methodType: DeliveryMethodType;
  readonly title: string;
  readonly collectAtId?: string;
  readonly collectAtName?: string;
  readonly earliestMs: number;
  readonly latestMs: number;
  readonly timeZone: string;
  readonly confidence: number;
  readonly priceMinor: number;
  readonly taxMinor: number;
  readonly configVersion: string;
  /** Epoch ms after which it can no longer be ordered. */
  readonly expiresAtMs: number;
}

/** Signs and reads handles. */
export interface Handles {
  sign(claim: OptionClaim): string;
  /** Null for anything we did not sign. Expiry is for the caller to judge. */
  read(handle: string): OptionClaim | null;
}

/** Handles are longer than this only if somebody made them up. */
const maxLength = 4_096;

/** HMAC-SHA256 over the claim, both in base64url: `<claim>.<signature>`. */
export function createHandles(secret: string): Handles {
  if (secret.length < 32) throw new Error('The secret of promise handles has at least 32 characters.');
  const key = createSecretKey(secret, 'utf8');
  const signature = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  return {
    sign: (claim) => {
      const text = Buffer.from(JSON.stringify(claim)).toString('base64url');
      return `${text}.${signature(text)}`;
    },
    read: (handle) => {
      const [text = '', given = '', ...rest] = handle.length > maxLength ? [] : handle.split('.');
      // Compared as text: several texts decode to the same bytes, and only one of them is what we signed.
      const mine = Buffer.from(signature(text));
      const theirs = Buffer.from(given);
      if (rest.length > 0 || theirs.length !== mine.length || !timingSafeEqual(theirs, mine)) return null;
      return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as OptionClaim;
    },
  };
}
