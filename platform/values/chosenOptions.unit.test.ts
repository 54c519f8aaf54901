import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatOptions, isOptionCode, parseOptions } from './chosenOptions.ts';

it('writes options that can be read back, whatever they say', () => {
  const code = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/);
  const value = fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ code, value }), { selector: (each) => each.code, minLength: 1 }),
      (options) => {
        const byCode = [...options].sort((a, b) => (a.code < b.code ? -1 : 1));
        expect(parseOptions(formatOptions(options))).toEqual(byCode);
      },
    ),
  );
});
it.each(['for Anna', '', 'engraving: Anna', 'ENGRAVING', ';', ': x'])('takes %j for words', (text) => {
  expect(parseOptions(text)).toBeUndefined();
});
it('knows its codes', () => {
  expect(['ENGRAVING', 'A_1'].every(isOptionCode)).toBe(true);
  expect(['', '1A', 'a', 'A B', 'A'.repeat(41)].some(isOptionCode)).toBe(false);
});
