import { Lexer, Source, TokenKind } from 'graphql';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../platform/random/random.ts';
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
    [
      'lists behind a block string with two backslashes before quotes',
      `{ a(b: """\\\\""" """, c: ${nested('[', ']', 5)}) }`,
    ],
    ['lists behind a string that does not end on its line', `{ a(b: "\n ${nested('[', ']', 5)}) }`],
    ['lists behind a string of a backslash', `{ a(b: "\\\\", c: ${nested('[', ']', 5)}) }`],
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

  it('is what the lexer of the grammar says, for any mixture of quotes, backslashes, comments and brackets', () => {
    const random = seededRandom('nesting');
    const pieces = [
      '"',
      '""',
      '"""',
      '\\',
      '\\\\',
      '#',
      '\n',
      '\r',
      '[',
      '[[[[[',
      ']',
      '{{',
      '}',
      'a',
      ' ',
      ',',
    ];
    const wrong: string[] = [];
    let deep = 0;
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: 1 + random.int(24) }, () => random.pick(pieces)).join('');
      const { deepest, isWhole } = readDepth(text);
      const isDeep = deepest > limits.nesting;
      if (isDeep) deep++;
      // Text the lexer stops at is refused anyway: there the guard may count more, but never less.
      if ((isDeep || isWhole) && (refusal(text) !== undefined) !== isDeep) wrong.push(text);
    }
    expect(wrong).toEqual([]);
    expect(deep).toBeGreaterThan(100);
  });
});

/** How deep brackets nest as far as the lexer reads. */
function readDepth(text: string): { readonly deepest: number; readonly isWhole: boolean } {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  let deepest = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      if (token.kind === TokenKind.BRACE_L || token.kind === TokenKind.BRACKET_L) depth++;
      if (token.kind === TokenKind.BRACE_R || token.kind === TokenKind.BRACKET_R) depth--;
      deepest = Math.max(deepest, depth);
    }
    return { deepest, isWhole: true };
  } catch {
    return { deepest, isWhole: false };
  }
}
