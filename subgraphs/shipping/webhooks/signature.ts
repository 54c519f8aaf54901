import { createHmac, timingSafeEqual } from 'node:crypto';
import { codedError } from '../../../platform/errors/codedError.ts';
import type { IncomingWebhook } from '../carriers/carrierAdapter.ts';

/** How far a webhook's timestamp may be from our clock, either way. */
export const toleranceMs = 5 * 60_000;

/** Headers of Standard Webhooks. */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** The key's bytes: after `whsec_` base64, otherwise the text itself. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret, 'utf8');

const signed = (secret: string, id: string, timestamp: string, body: Buffer | string): Buffer =>
  createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest();

/** Headers for a body, as a carrier sends them. `nowMs` is epoch ms, the timestamp is in seconds. */
export function signWebhook(
  secret: string,
  message: { readonly id: string; readonly nowMs: number; readonly body: Buffer | string },
): WebhookHeaders {
  const timestamp = String(Math.floor(message.nowMs / 1_000));
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signed(secret, message.id, timestamp, message.body).toString('base64')}`,
  };
}

/** The id of a webhook whose signature is right and fresh; BAD_SIGNATURE otherwise, without saying what was wrong. */
export function verifyWebhook(secret: string, webhook: IncomingWebhook, nowMs: number): string {
  const header = (name: string): string => {
    const value = webhook.headers[name];
    return typeof value === 'string' ? value : '';
  };
  const id = header('webhook-id');
  const timestamp = header('webhook-timestamp');
  const inTime = /^\d{1,12}$/.test(timestamp) && Math.abs(nowMs - Number(timestamp) * 1_000) <= toleranceMs;
  if (!/^[\x21-\x7e]{1,255}$/.test(id) || !inTime) throw badSignature();
  const expected = signed(secret, id, timestamp, webhook.rawBody);
  const given = header('webhook-signature')
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  const right = given.some((mac) => mac.length === expected.length && timingSafeEqual(mac, expected));
  if (!right) throw badSignature();
  return id;
}

const badSignature = (): Error =>
  codedError('BAD_SIGNATURE', 'The signature of this webhook is wrong or too old; check secret and clock.');
