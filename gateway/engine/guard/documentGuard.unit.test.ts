import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { guardDocument } from './documentGuard.ts';
import { completeLimits, defaultLimits } from './limits.ts';

const refusal = (query: string, limits = defaultLimits) =>
  guardDocument(parse(query), limits).excess?.message;

/** Fragments that each spread the next one twice: 2^n fields from n short lines. */
function bomb(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, n) => `fragment F${n} on Q{a:q{...F${n + 1}}b:q{...F${n + 1}}}`,
  );
  return `{...F0}${fragments.join('')}fragment F${levels} on Q{x}`;
}

describe('guardDocument', () => {
  it('lets ordinary operations pass', () => {
    expect(refusal('{ q { x ...F } } fragment F on Q { y }')).toBeUndefined();
  });

  it('counts what fragments stand for, however often they are spread', () => {
    expect(refusal(bomb(25))).toMatch(/fields|levels/);
    expect(refusal(bomb(25), completeLimits({ depth: 1_000 }))).toMatch(/\d+ fields; at most 10000/);
  });

  it('measures a bomb without setting it off', () => {
    const text = bomb(60);
    expect(text.length).toBeLessThan(3_000);
    // Expanded it has more fields than could ever be visited.
    expect(refusal(text, completeLimits({ depth: 1_000, nesting: 1_000 }))).toContain('fields');
  });

  it.each([
    ['levels', `${'{q'.repeat(31)}{x}${'}'.repeat(31)}`, {}],
    ['aliases', `{ ${Array.from({ length: 201 }, (_, n) => `a${n}: x`).join(' ')} }`, { rootFields: 999 }],
    ['root fields', '{ a b c }', { rootFields: 2 }],
    ['directives', '{ x @include(if: true) @skip(if: false) }', { directives: 1 }],
    ['fragments', '{ ...A } fragment A on Q { x } fragment B on Q { x }', { fragments: 1 }],
    ['repeated fields', '{ x ... { x x } }', { repeatedFields: 1 }],
  ])('limits %s', (what, query, limits) => {
    expect(refusal(query, completeLimits(limits))).toContain(what);
  });

  it('does not lose itself in fragments that contain themselves', () => {
    expect(refusal('{ ...A } fragment A on Q { q { ...B } } fragment B on Q { q { ...A } }')).toBeUndefined();
  });
});

describe('completeLimits', () => {
  it('keeps defaults where nothing is given', () => {
    expect(completeLimits({ depth: 3, tokens: undefined })).toEqual({ ...defaultLimits, depth: 3 });
  });
});
