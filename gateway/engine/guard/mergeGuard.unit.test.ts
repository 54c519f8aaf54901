import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { guardDocument } from './documentGuard.ts';
import { defaultLimits } from './limits.ts';

const code = (text: string) => guardDocument(parse(text), defaultLimits).excess?.extensions['code'];
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const fields = (count: number) => times(count, (at) => `f${at}`);

/** Small texts that stand for very much work; each is a kind of its own. */
const bombs: readonly (readonly [string, string])[] = [
  [
    'ten doublings over a chain of 84 fragments',
    `{ ...D0 } ${times(10, (at) => `fragment D${at} on Q { ...${at < 9 ? `D${at + 1}` : 'C0'} x { ...${at < 9 ? `D${at + 1}` : 'C0'} } }`)}
     ${times(84, (at) => `fragment C${at} on Q { ${at < 83 ? `...C${at + 1}` : 'a'} }`)}`,
  ],
  [
    'doublings over 90 nested inline fragments',
    `{ ...D0 } ${times(14, (at) => `fragment D${at} on Q { ${at < 13 ? `...D${at + 1} ... on Q { ...D${at + 1} }` : '... on Q {'.repeat(90) + 'a' + '}'.repeat(90)} }`)}`,
  ],
  [
    '100 fragments of 90 fields side by side',
    `{ ${times(100, (at) => `...F${at}`)} } ${times(100, (at) => `fragment F${at} on Q { ${fields(90)} }`)}`,
  ],
  [
    '40 fields that each spread 100 fragments',
    `{ ${times(40, (at) => `a${at}: a { ${times(100, (of) => `...F${of}`)} }`)} } ${times(100, (at) => `fragment F${at} on Q { a b c }`)}`,
  ],
  ['200 repeats of a field with 45 below', `{ ${times(200, () => `a { ${fields(45)} }`)} }`],
  ['repeats in inline fragments', `{ ${times(100, () => `... on Q { a { ${fields(60)} } }`)} }`],
  [
    'repeats two levels down',
    `{ ${times(100, () => `... on Q { a { ...F } }`)} } fragment F on Q { b { ${times(60, () => '... on Q { c }')} } }`,
  ],
];

describe('the guard before validation', () => {
  it.each(bombs)('refuses %s', (_what, text) => {
    expect(code(text)).toBe('OPERATION_TOO_LARGE');
  });

  it('admits a page of a hundred kinds of fields spread by a dozen components', () => {
    const page = `{ ${times(12, (at) => `...C${at}`)} } ${times(12, (at) => `fragment C${at} on Q { id name a { id b { id f${at} } } c${at} { ${fields(20)} } }`)}`;
    expect(code(page)).toBeUndefined();
  });

  it('leaves a fragment that contains itself to the rule that says so', () => {
    const text = '{ ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ...A } }';
    expect(guardDocument(parse(text), defaultLimits)).toEqual({ excess: undefined, cyclic: true });
  });
});
