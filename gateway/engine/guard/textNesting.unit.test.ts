import { describe, expect, it } from 'vitest';
import { completeLimits } from './limits.ts';
import { guardNesting } from './textNesting.ts';

const limits = completeLimits({ nesting: 10, valueDepth: 4 });
const refusal = (text: string) => guardNesting(text, limits)?.message;
const nested = (open: string, close: string, levels: number, inside = '') =>
  open.repeat(levels) + inside + close.repeat(levels);

describe('the nesting of a text', () => {
  it.each([
    ['selections', nested('{a', '}', 11)],
    ['inline fragments', `{ a ${nested('... on A {', '}', 11, 'b')} }`],
    ['lists in a literal', `{ a(b: ${nested('[', ']', 5)}) }`],
    ['objects in a literal', `{ a(b: ${nested('{c: ', '}', 5, '1')}) }`],
    ['lists in a default value', `query($a: X = ${nested('[', ']', 5)}) { a(b: $a) }`],
    ['lists in a directive', `{ a @skip(if: ${nested('[', ']', 5)}) }`],
    ['brackets that never close', `{ a(b: ${'['.repeat(100_000)}`],
    ['parentheses that never close', `{ a${'('.repeat(100_000)}`],
  ])('is bounded for %s', (_what, text) => {
    expect(refusal(text)).toMatch(/nested/);
  });

  it.each([
    ['a string', `{ a(b: "${'['.repeat(50)}") }`],
    ['a string with escaped quotes', `{ a(b: "\\\\\\"${'['.repeat(50)}") }`],
    ['a block string', `{ a(b: """ "" \\""" ${'['.repeat(50)} """) }`],
    ['a comment', `{ a # ${'['.repeat(50)}\n }`],
  ])('does not count brackets in %s', (_what, text) => {
    expect(refusal(text)).toBeUndefined();
  });

  it('starts anew for each value, and ends with a string that does not', () => {
    const value = nested('[', ']', 4);
    expect(refusal(`{ a(b: ${value}) c(d: ${value}, e: ${value}) }`)).toBeUndefined();
    expect(refusal('{ a(b: "')).toBeUndefined();
    expect(refusal('{ a(b: """ ')).toBeUndefined();
  });
});
