import { parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf, languages } from '@promesse/geography/locales';
import { customerText, reasonTexts } from './reasonTexts.ts';

const sdl = readFileSync(join(import.meta.dirname, '../../../schema/subgraphs/promise.graphql'), 'utf8');
const codes = parse(sdl).definitions.flatMap((definition) =>
  definition.kind === 'EnumTypeDefinition' && definition.name.value === 'UnavailableReason'
    ? (definition.values ?? []).map(({ name }) => name.value)
    : [],
);

describe('reasons in a customer’s words', () => {
  it('exist for every reason there is, in every language, and no two languages share one', () => {
    expect(new Set(Object.keys(reasonTexts))).toEqual(new Set(codes));
    for (const [code, texts] of Object.entries(reasonTexts)) {
      const said = languages.map((language) => texts[language]);
      expect([code, new Set(said).size]).toEqual([code, languages.length]);
      for (const text of said)
        expect([code, text]).toEqual([code, expect.stringMatching(/^\p{Lu}.{8,}\.$/u)]);
    }
  });
  it('name the articles they are about, and are said once', () => {
    const reasons = [
      { code: 'OUT_OF_STOCK', skus: ['a', 'b'] },
      { code: 'CUT_OFF_PASSED' },
      { code: 'CUT_OFF_PASSED' },
    ] as const;
    expect(customerText(reasons, 'fr')).toBe(
      'Un article est épuisé (a, b). Il est trop tard aujourd’hui pour ce type de livraison.',
    );
  });
  it.each([
    ['FR', 'fr'],
    ['fr-CA', 'fr'],
    ['it_IT', 'it'],
    ['IT-ch', 'it'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['french', 'en'],
  ])('%s is read as %s', (locale, language) => expect(languageOf(locale)).toBe(language));
});
