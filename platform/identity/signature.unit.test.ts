import { describe, expect, it } from 'vitest';
import { systemIdentity } from '../../schema/identity.ts';
import { createSignatureVerifier, signatureHeaders, signRequest, type SignedParts } from './signature.ts';

const secret = 's'.repeat(32);
const parts: SignedParts = { method: 'POST', path: '/graphql', body: '{"query":"{a}"}' };
const caller = { identity: systemIdentity('orders'), deadlineMs: 9_000, requestId: 'req-1' };
const sign = (nowMs = 0, nonce = 'n-1') => signRequest(secret, parts, caller, { nowMs, nonce });
const verifierAt = (nowMs: number) => createSignatureVerifier({ secret, nowMs: () => nowMs });

describe('a signed call', () => {
  it('is believed, with its caller, deadline and request id', () => {
    expect(verifierAt(0)(parts, sign())).toEqual(caller);
  });
  it.each([
    ['method', { ...parts, method: 'GET' }],
    ['path', { ...parts, path: '/other' }],
    ['body', { ...parts, body: '{"query":"{b}"}' }],
  ])('is refused with another %s', (_what, other) => {
    expect(() => verifierAt(0)(other, sign())).toThrow('not signed');
  });
  it.each(Object.values(signatureHeaders))('is refused when %s is changed, missing or doubled', (name) => {
    for (const value of ['eyJhIjoxfQ', undefined, ['a', 'b']]) {
      expect(() => verifierAt(0)(parts, { ...sign(), [name]: value })).toThrow('not signed');
    }
  });
  it('is refused under another secret', () => {
    const other = createSignatureVerifier({ secret: 't'.repeat(32), nowMs: () => 0 });
    expect(() => other(parts, sign())).toThrow('not signed');
  });
  it.each([-30_001, 30_001])('is refused %i ms off', (offMs) => {
    expect(() => verifierAt(1_000_000)(parts, sign(1_000_000 + offMs))).toThrow('too old');
  });
  it('counts once', () => {
    const verify = verifierAt(0);
    verify(parts, sign());
    expect(() => verify(parts, sign())).toThrow('came twice');
    expect(verify(parts, sign(0, 'n-2'))).toEqual(caller);
  });
  it('cannot be replayed later while its timestamp would still hold', () => {
    let nowMs = 0;
    const verify = createSignatureVerifier({ secret, nowMs: () => nowMs });
    const headers = sign(30_000);
    verify(parts, headers);
    for (const later of [30_000, 59_999, 60_000]) {
      nowMs = later;
      expect(() => verify(parts, headers)).toThrow('came twice');
    }
  });
  it('needs a secret worth the name', () => {
    expect(() => createSignatureVerifier({ secret: 'short', nowMs: () => 0 })).toThrow('32');
  });
});
