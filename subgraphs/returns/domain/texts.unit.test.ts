import { describe, expect, it } from 'vitest';
import {
  dispositionTexts,
  methodTexts,
  reasonTexts,
  refusalIn,
  refusalTexts,
  statusTexts,
  textIn,
} from './texts.ts';

describe('texts about returns', () => {
  it('exist in three languages, each in its own words', () => {
    for (const table of [statusTexts, reasonTexts, dispositionTexts, methodTexts])
      for (const text of Object.values(table)) expect(new Set([text.en, text.fr, text.it]).size).toBe(3);
    for (const text of Object.values(refusalTexts))
      expect([text.fr !== text.it, text.fr !== '']).toEqual([true, true]);
  });
  it('follow the asked locale, English without one', () => {
    expect(textIn(reasonTexts, 'DEFECTIVE', 'fr-CA')).toBe('Ne fonctionne pas');
    expect(textIn(statusTexts, 'LOST', undefined)).toBe('Lost on its way');
    expect(refusalIn('WINDOW_CLOSED', 'over', 'it')).toContain('scaduto');
    expect(refusalIn('WINDOW_CLOSED', 'over', 'de')).toBe('over');
  });
});
