import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from '@promesse/geography/locales';
import { describe, expect, it } from 'vitest';
import { placedEvent } from '../order.fixture.ts';
import { summaries, summaryOf } from '../summary.ts';
import { outcomeTexts, statusTexts } from './labels.ts';
import { milestoneTexts, reasonTexts } from './reasons.ts';

const every = { en: expect.anything(), fr: expect.anything(), it: expect.anything() };

describe('texts that customers read', () => {
  it('have every key in every language', () => {
    const names = Object.keys(summaries.en).sort();
    expect(names.length).toBeGreaterThan(40);
    for (const language of languages) expect(Object.keys(summaries[language]).sort()).toEqual(names);
    for (const table of [reasonTexts, statusTexts])
      for (const text of Object.values(table)) expect(text).toEqual(every);
    for (const table of [outcomeTexts, milestoneTexts])
      for (const text of Object.values(table)) expect(text).toMatchObject({ fr: every.fr, it: every.it });
  });

  it('have every reason that the application itself gives', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /^(commands|domain|reactions)/.test(file) && /(?<!test|fixture)\.ts$/.test(file),
    );
    const given = files
      .filter((file) => !file.includes('texts'))
      .flatMap((file) => [
        ...readFileSync(join(root, file), 'utf8').matchAll(/\breason(?: =|:)(?: [\w.]+ \?\?)? '([^']+)'/g),
      ])
      .map(([, reason = '']) => reason)
      // Codes have words of their own.
      .filter((reason) => !/^[A-Z_]+$/.test(reason));
    expect(given.length).toBeGreaterThan(4);
    // What the record of an erasure says is read by nobody but us.
    const untold = given.filter((reason) => !(reason in reasonTexts) && reason !== 'orders have ended');
    expect(untold).toEqual([]);
  });

  it('are not the English ones in French and Italian', () => {
    for (const text of [...Object.values(reasonTexts), ...Object.values(statusTexts)])
      expect(new Set([text.en, text.fr, text.it]).size).toBe(3);
  });

  it.each([
    ['en-GB', 'Order P2603-TEST placed with 3 units.'],
    ['fr_FR', 'Commande P2603-TEST passée, 3 articles.'],
    ['IT', 'Ordine P2603-TEST effettuato, 3 articoli.'],
    ['de', 'Order P2603-TEST placed with 3 units.'],
  ])('follow the locale: %s', (locale, expected) => {
    const { type, data } = placedEvent();
    expect(summaryOf(type, data, { locale })).toBe(expected);
  });

  it('translate the reasons of the application and leave those of people', () => {
    const data = { orderId: 'o', lines: [{ quantity: 1 }], by: 'NO_STOCK' };
    const say = (reason: string) => summaryOf('orders.LinesCancelled', { ...data, reason }, { locale: 'fr' });
    expect(say('no location can serve these units')).toContain('aucun site');
    expect(say('my own words')).toContain('my own words');
  });

  it('tell amounts and instants as the language writes them, in the zone of the order', () => {
    const amount = { amountMinor: 1_234, currency: 'EUR' };
    const refund = (locale: string) => summaryOf('orders.RefundDone', { amount }, { locale });
    expect([refund('en'), refund('fr')]).toEqual([
      '12.34 EUR refunded for a return.',
      '12,34 EUR remboursés pour un retour.',
    ]);
    const moved = { latestAtMs: Date.UTC(2026, 2, 12, 17), reason: 'another location has to serve it' };
    const told = { locale: 'it', timeZone: 'Europe/Rome' };
    expect(summaryOf('orders.OrderRepromised', moved, told)).toMatch(/12 marzo 2026.*18:00/);
  });

  it('say how far a parcel is where the carrier speaks English', () => {
    const data = { milestone: 'LOST', text: 'Parcel lost' };
    expect(summaryOf('orders.ParcelMoved', data, { locale: 'fr' })).toBe('Le colis est perdu.');
    expect(summaryOf('orders.ParcelMoved', data, { locale: 'en' })).toBe('Parcel lost');
  });
});
