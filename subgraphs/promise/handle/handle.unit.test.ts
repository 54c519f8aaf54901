import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHmac } from 'node:crypto';
import type { OptionClaim } from '../domain/claim.ts';
import type { PromiseSubject } from '../domain/subject.ts';
import { createHandles } from './handle.ts';
import { createMac } from './mac.ts';
import { subjectDigest } from './digest.ts';

const claim: OptionClaim = {
  ...{ promiseId: 'p', cartId: 'c', channel: 'web', currency: 'EUR', subject: 's', methodCode: 'parcel' },
  ...{ methodType: 'SHIPPING', title: 'Colis', earliestMs: 1, latestMs: 2, timeZone: 'Europe/Paris' },
  ...{ confidence: 0.9, priceMinor: 490, taxMinor: 82, configVersion: 'v', expiresAtMs: 3 },
};
const secret = 'a-secret-of-tests-with-at-least-32-chars';
const handles = createHandles(secret);
const handle = handles.sign(claim);

describe('a handle', () => {
  it('gives back exactly what was signed', () => {
    expect(handles.read(handle)).toEqual(claim);
  });
  it('gives back where goods are collected', () => {
    const collected = { ...claim, collectAtId: 'store-1', collectAtName: 'Né à Lyon ' };
    expect(handles.read(handles.sign(collected))).toEqual(collected);
  });
  it('gives back the promotion codes and groups it was priced with', () => {
    const priced = { ...claim, promotionCodes: ['SPRING-1', 'B'], customerGroups: ['club'] };
    expect(handles.read(handles.sign(priced))).toEqual(priced);
  });
  it('in the form of an earlier version is none, though we signed it', () => {
    const text = Buffer.from(JSON.stringify(claim)).toString('base64url');
    const signature = createHmac('sha256', secret).update(text).digest('base64url');
    expect(handles.read(`${text}.${signature}`)).toBeNull();
  });
  it('changed in any one character is not ours', () => {
    const letters = [...'ABCXYZabcxyz0189-_.='];
    const changes = fc.tuple(fc.nat(handle.length - 1), fc.constantFrom(...letters));
    fc.assert(
      fc.property(changes, ([at, letter]) => {
        fc.pre(handle[at] !== letter);
        expect(handles.read(handle.slice(0, at) + letter + handle.slice(at + 1))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
  it.each([
    '',
    '.',
    '..',
    handle.slice(0, -1),
    `${handle}=`,
    `${handle}.x`,
    handle.split('.')[0] ?? '',
    'x'.repeat(5_000),
    // The same low bytes, and so the same signature, in letters that no handle has.
    [...handle]
      .map((letter, at) => (at < 8 ? String.fromCharCode(letter.charCodeAt(0) + 256) : letter))
      .join(''),
  ])('is refused as %s', (wrong) => {
    expect(handles.read(wrong)).toBeNull();
  });
  it('of another secret is foreign', () => {
    expect(createHandles('another-secret-of-at-least-32-characters').read(handle)).toBeNull();
    expect(() => createHandles('short')).toThrow(/32/);
  });
});

describe('a signature', () => {
  it.each([
    // RFC 4231, test case 2.
    ['Jefe', 'what do ya want for nothing?', 'W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM'],
    // A secret longer than a block of SHA-256, computed with Python's hmac.
    ['k'.repeat(100), 'eyJh.b-_', '6gkyZaBtDpkCCcwu7iXpyPFeuM3qJgs91XAu7UsT10k'],
  ])('under %s is the HMAC-SHA256 that others compute, too', (key, text, signature) => {
    expect(createMac(key)(text)).toBe(signature);
  });
});

describe('the subject of a promise', () => {
  const line = { sku: 'shoe', quantity: 1 };
  const digest = (lines: PromiseSubject['lines'], country = 'FR') =>
    subjectDigest({ destination: { country }, lines });
  it('does not depend on the order of lines, and on everything else', () => {
    const coat = { sku: 'coat', quantity: 2 };
    expect(digest([line, coat])).toBe(digest([coat, line]));
    const others = [
      digest([line], 'IT'),
      digest([{ ...line, quantity: 2 }]),
      digest([{ ...line, customisation: 'A' }]),
      digest([line, line]),
    ];
    expect(new Set([digest([line]), ...others]).size).toBe(5);
  });
});
