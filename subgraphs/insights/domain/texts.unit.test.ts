import { expect, it } from 'vitest';
import { outcomeText } from './texts.ts';

it('the outcome of a promise is told in three languages', () => {
  for (const kept of [true, false])
    expect(new Set(['en', 'fr', 'it'].map((locale) => outcomeText(kept, locale))).size).toBe(3);
  expect(outcomeText(true, 'it-IT')).toBe('Arrivato come promesso');
  expect(outcomeText(false, undefined)).toBe('Later than promised');
});
