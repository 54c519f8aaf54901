import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { signWebhook, toleranceMs, verifyWebhook } from './signature.ts';

const nowMs = Date.UTC(2026, 2, 10, 12);
const body = '{"a":1}';
const secret = `whsec_${Buffer.from('the secret bytes').toString('base64')}`;
const headers = signWebhook(secret, { id: 'msg_1', nowMs, body });
const check = (change: object, how: { rawBody?: string; atMs?: number; secret?: string } = {}): string => {
  try {
    const webhook = { rawBody: Buffer.from(how.rawBody ?? body), headers: { ...headers, ...change } };
    return verifyWebhook(how.secret ?? secret, webhook, how.atMs ?? nowMs);
  } catch (error) {
    return errorCodeOf(error) ?? String(error);
  }
};

describe('a webhook signature', () => {
  it('is the one of Standard Webhooks: HMAC-SHA256 over id, timestamp and body with the decoded secret', () => {
    const mac = createHmac('sha256', 'the secret bytes')
      .update(`msg_1.${nowMs / 1_000}.${body}`)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
    expect(check({})).toBe('msg_1');
  });
  it('may stand among others, as while a secret is being changed', () => {
    expect(check({ 'webhook-signature': `v1,AAAA v1a,xyz ${headers['webhook-signature']}` })).toBe('msg_1');
  });
  it('is good for five minutes, either way, by the clock it is given', () => {
    expect(check({}, { atMs: nowMs + toleranceMs })).toBe('msg_1');
    expect(check({}, { atMs: nowMs - toleranceMs })).toBe('msg_1');
    expect(check({}, { atMs: nowMs + toleranceMs + 1 })).toBe('BAD_SIGNATURE');
    expect(check({}, { atMs: nowMs - toleranceMs - 1 })).toBe('BAD_SIGNATURE');
  });
  it.each([
    ['another body', {}, { rawBody: '{"a":2}' }],
    ['another secret', {}, { secret: 'other' }],
    ['another id', { 'webhook-id': 'msg_2' }, {}],
    ['another time', { 'webhook-timestamp': String(nowMs / 1_000 + 1) }, {}],
    ['a time that is none', { 'webhook-timestamp': 'soon' }, {}],
    ['no signature', { 'webhook-signature': undefined }, {}],
    ['an empty signature', { 'webhook-signature': 'v1,' }, {}],
    ['a list of headers', { 'webhook-id': ['msg_1', 'msg_1'] }, {}],
    ['an empty id', { 'webhook-id': '' }, {}],
  ])('does not fit %s', (_what, change, how) => {
    expect(check(change, how)).toBe('BAD_SIGNATURE');
  });
});
