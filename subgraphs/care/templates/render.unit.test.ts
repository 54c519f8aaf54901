import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCodes, ruleOf, type MessageCode } from '../domain/codes.ts';
import type { Facts } from '../domain/facts.ts';
import { en } from './en/en.ts';
import { fr } from './fr/fr.ts';
import { it as italian } from './it/it.ts';
import { placeholdersOf, render, type RenderInput } from './render.ts';
import { languages, type LanguageTexts } from './text.ts';

const texts: Readonly<Record<string, LanguageTexts>> = { en, fr, it: italian };

function wordsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return wordsOf(element.children);
    const inner =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => wordsOf(value)) : [];
    return [element.value, ...inner];
  });
}

const words = fc.stringMatching(/^[A-Za-z0-9 ]{1,40}$/);
const facts: fc.Arbitrary<Facts> = fc.record({
  amount: fc.record({
    amountMinor: fc.nat(10_000_000),
    currency: fc.constantFrom('EUR', 'CHF', 'JPY', 'GBP'),
  }),
  ...{
    latestAtMs: fc.nat(4e12),
    previousLatestAtMs: fc.nat(4e12),
    untilMs: fc.nat(4e12),
    units: fc.nat(999),
  },
  lines: fc.array(fc.record({ sku: words, quantity: fc.nat(9) }), { maxLength: 5 }),
  ...{
    carrier: words,
    tracking: fc.array(fc.stringMatching(/^[A-Z0-9]{4,20}$/), { maxLength: 3 }),
  },
  ...{ place: words, remedy: fc.constantFrom('RESHIP', 'REFUND', 'CHECKING') },
  number: fc.stringMatching(/^R-[0-9A-Z]{8}$/),
});
const inputOf = (code: MessageCode, locale: string, given: Partial<Facts>): RenderInput => ({
  ...{ code, locale, facts: given, orderNumber: 'P-100', timeZone: 'Europe/Paris', senderName: 'Shop' },
  ...{ customerName: 'Ann <b>&"O\'Neil', names: { lines: ['1 × Shoe'] }, offers: false },
});

describe('the texts of messages', () => {
  it.each(languages)('in %s name what their code knows, and nothing else', (language) => {
    for (const code of allCodes) {
      const { subject, body, sms } = texts[language]?.messages[code] ?? { subject: '', body: [] };
      const known = placeholdersOf(code);
      for (const text of [subject, ...body, ...(sms === undefined ? [] : [sms])])
        expect([code, text, wordsOf(parse(text)).filter((word) => !known.has(word))]).toEqual([
          code,
          text,
          [],
        ]);
      expect([code, sms !== undefined]).toEqual([code, ruleOf(code).sms === true]);
      // An older telephone shows such a text as two messages at most.
      expect([code, (sms ?? '').length < 140]).toEqual([code, true]);
    }
  });

  it('are whole for any order: no word is missing, nothing is fetched, and names are no markup', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...languages), (given, language) => {
        for (const code of allCodes) {
          const { html, text, subject, sms = '' } = render(inputOf(code, language, given));
          for (const written of [text, subject, sms])
            expect(written).not.toMatch(/[{}]\s|undefined|NaN|Invalid/);
          expect(html).not.toMatch(/<b>|<script|src=|url\(|@import/);
          expect(html.length).toBeLessThan(100_000);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('say an amount and an instant as its reader does, where the goods go', () => {
    const given = { amount: { amountMinor: 123_456, currency: 'EUR' }, latestAtMs: Date.UTC(2026, 2, 29, 1) };
    const textIn = (locale: string): string =>
      render(inputOf('ORDER_PLACED', locale, { ...given, lines: [] })).text.replace(/[\u00a0\u202f]/g, ' ');
    expect(textIn('fr-BE')).toMatch(/1 234,56 €[\s\S]*dimanche 29 mars à 03:00/);
    expect(textIn('it')).toMatch(/1234,56 €[\s\S]*domenica 29 marzo/);
    expect(textIn('de')).toMatch(/€1,234\.56[\s\S]*Sunday 29 March/);
  });

  it('are not written without a fact they need', () => {
    expect(() => render(inputOf('REFUNDED', 'en', {}))).toThrow('needs amount');
  });

  it('say until when a parcel waits at its pickup point where the carrier said so, and nothing of it where not', () => {
    const given = { carrier: 'punto', tracking: ['T1'] };
    for (const [locale, until] of [
      ['en', /until Sunday 29 March/],
      ['fr', /jusqu’au dimanche 29 mars/],
      ['it', /fino a domenica 29 marzo/],
    ] as const) {
      const known = render(
        inputOf('AT_PICKUP_POINT', locale, { ...given, untilMs: Date.UTC(2026, 2, 29, 10) }),
      );
      const { text, sms } = render(inputOf('AT_PICKUP_POINT', locale, given));
      for (const told of [known.text, known.sms]) expect(told).toMatch(until);
      for (const told of [text, sms]) expect(told).not.toMatch(/until|jusqu|fino|unknown/);
    }
  });

  it('have a version for each code and language, the same whatever the order', () => {
    const of = (code: MessageCode, locale: string, carrier = 'c') =>
      render(inputOf(code, locale, { carrier, tracking: [] })).textVersion;
    expect(of('ATTEMPT_FAILED', 'en')).toMatch(/^[0-9a-f]{12}$/);
    expect(of('ATTEMPT_FAILED', 'en', 'other')).toBe(of('ATTEMPT_FAILED', 'en'));
    const all = languages.flatMap((locale) => [of('ATTEMPT_FAILED', locale), of('AT_PICKUP_POINT', locale)]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('carry an offer with consent alone', () => {
    const given = inputOf('ORDER_ON_HOLD', 'en', {});
    expect(render(given).text).not.toContain(en.shared.offers);
    expect(render({ ...given, offers: true }).text).toContain(en.shared.offers);
  });
});
