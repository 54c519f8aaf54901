import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { languages } from './language.ts';

const console = join(import.meta.dirname, '..');
const files = [
  join(import.meta.dirname, 'common.ts'),
  ...readdirSync(join(console, 'faces')).flatMap((face) => {
    const folder = join(console, 'faces', face, 'texts');
    try {
      return readdirSync(folder).map((name) => join(folder, name));
    } catch {
      return [];
    }
  }),
];

interface Element {
  /** Kind of part, as the library numbers them. */
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}
const [literal, pound] = [0, 7];

/** Names of the values that a message needs. */
const namesIn = (elements: readonly Element[]): string[] =>
  elements.flatMap(({ type, value = '', options = {} }) => [
    ...(type === literal || type === pound ? [] : [value]),
    ...Object.values(options).flatMap((option) => namesIn(option.value)),
  ]);
const needs = (text: string, language: string): string[] =>
  [
    ...new Set(
      namesIn(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as Element[]),
    ),
  ].sort();

describe.each(files.map((file) => [file.slice(console.length + 1), file]))('texts of %s', (_name, file) => {
  it('have every key in every language, with the same values in it', async () => {
    const module = (await import(file)) as Readonly<Record<string, Catalogue<string>>>;
    for (const catalogue of Object.values(module)) {
      const keys = Object.keys(catalogue.en);
      expect(keys.length).toBeGreaterThan(0);
      for (const language of languages) {
        const texts = catalogue[language];
        expect(Object.keys(texts)).toEqual(keys);
        for (const key of keys) {
          const here = needs(texts[key] ?? '', language);
          expect(here, `${language} ${key}`).toEqual(needs(catalogue.en[key] ?? '', 'en'));
          expect(texts[key]?.trim(), `${language} ${key}`).not.toBe('');
        }
      }
    }
  });
});
