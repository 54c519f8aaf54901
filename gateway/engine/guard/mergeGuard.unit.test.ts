import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bombs } from './bombs.fixture.ts';
import { guardDocument } from './documentGuard.ts';
import { defaultLimits } from './limits.ts';

const code = (text: string) => guardDocument(parse(text), defaultLimits).excess?.extensions['code'];
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const fields = (count: number) => times(count, (at) => `f${at}`);

describe('the guard before validation', () => {
  it.each(Object.entries(bombs))('refuses %s', (_what, text) => {
    expect(text.length).toBeLessThan(65_000);
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
