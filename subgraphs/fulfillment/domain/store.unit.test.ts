import { describe, expect, it } from 'vitest';
import { gtin14 } from '../../../platform/values/gtin.ts';
import { articleOf } from './articles.ts';
import { pickList } from './pickList.ts';
import { slipText } from './packingSlip.ts';
import { countSteps, minutesTo, priorityOf } from './workList.ts';
import { stepMachine } from './tables.ts';
import { created, picking } from './work.fixture.ts';

describe('a barcode', () => {
  it.each([
    ['4006381333931', '04006381333931'],
    ['96385074', '00000096385074'],
    ['036000291452', '00036000291452'],
    ['10614141000415', '10614141000415'],
  ])('%s is a GTIN', (code, whole) => {
    expect(gtin14(code)).toBe(whole);
  });
  it.each(['4006381333932', '400638133393', 'shoe', '', '12345678901234567', ' 96385074'])(
    '%s is none',
    (code) => {
      expect(gtin14(code)).toBeUndefined();
    },
  );
  it('of one article never hides the SKU of another', () => {
    const articles = [{ sku: 'a', gtin: '00000096385074' }, { sku: '96385074' }];
    expect(articleOf('96385074', articles)?.sku).toBe('96385074');
    expect(articleOf('00000096385074', articles)?.sku).toBe('a');
    expect(articleOf('b', articles)).toBeUndefined();
  });
});

describe('a pick list', () => {
  it('goes through zones and bins as numbers go, and ends with what has no place', () => {
    const share = (sku: string) => ({ fulfillmentOrderId: 'f', lineId: sku, sku, quantity: 1, scanned: 0 });
    const bins = [
      { sku: 'a', zone: 'Z10', bin: '2' },
      { sku: 'b', zone: 'Z9', bin: '10' },
      { sku: 'c', zone: 'Z9', bin: '9' },
      { sku: 'd', zone: 'Z9' },
    ];
    const list = pickList(['e', 'a', 'b', 'c', 'd'].map(share), bins, []);
    expect(list.map(({ zone, entries }) => [zone, entries.map((entry) => entry.sku)])).toEqual([
      ['Z9', ['c', 'b', 'd']],
      ['Z10', ['a']],
      [null, ['e']],
    ]);
  });
});

describe('how urgent work is', () => {
  const pace = { nowMs: 0, handlingMinutes: 60, openFromMs: 24 * 3_600_000 };
  const due = (minutes: number, pickStartMs = 0) => ({
    ...created([1]),
    dueAt: { pickStartMs, packedMs: 0, handoverMs: minutes * 60_000 },
  });
  it.each([
    [-1, 'LATE'],
    [0, 'URGENT'],
    [60, 'URGENT'],
    [61, 'NORMAL'],
  ])('%d minutes before the pickup is %s', (minutes, priority) => {
    expect(priorityOf(due(minutes), pace)).toBe(priority);
  });
  it('is later for what begins later or waits for units', () => {
    expect(priorityOf(due(9_000, 25 * 3_600_000), pace)).toBe('LATER');
    expect(priorityOf({ ...due(10), awaiting: true }, pace)).toBe('LATER');
  });
  it('counts no minute that has begun', () => {
    expect([minutesTo(119_999, 0), minutesTo(-1, 0)]).toEqual([1, -1]);
  });
  it('is counted by step in the order of the work', () => {
    expect(countSteps([picking([2, 3]), created([1]), created([4])], stepMachine.states, 10)).toEqual([
      { step: 'TO_PICK', orders: 2, units: 5, late: 2 },
      { step: 'PICKING', orders: 1, units: 5, late: 1 },
    ]);
  });
});

describe('a packing slip', () => {
  it('wraps long names and loses nothing of them', () => {
    const work = created([1]);
    const name = `${'long '.repeat(30)}${'x'.repeat(150)}`;
    const text = slipText(
      { work: { ...work, lines: work.lines.map((line) => ({ ...line, customisation: name })) } },
      'it',
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text.replace(/\s+/g, '')).toContain(name.replace(/\s+/g, ''));
    expect(text).toContain('Ordine o');
  });
  it.each([
    ['en', 'For the delivery'],
    ['fr', 'Pour la livraison'],
    ['it', 'Per la consegna'],
  ])('says in %s what the customer wrote for the delivery, all of it', (locale, title) => {
    const note = `Leave it with the neighbour ${'on the left '.repeat(12)}behind the gate`;
    const text = slipText({ work: created([1]) }, locale, note);
    expect(text.replace(/\s+/g, ' ')).toContain(`${title}: ${note}`);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(slipText({ work: created([1]) }, locale)).not.toContain(title);
  });
});
