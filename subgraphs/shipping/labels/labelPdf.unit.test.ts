import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Shipment } from '../domain/shipment.ts';
import { encodable } from './encodable.ts';
import { barWidths, countryLine, labelPdf, wrapped } from './labelPdf.ts';

const parcel = (number: number, trackingCode: string) => ({
  ...{ number, trackingCode, weightGrams: 1_250, milestone: 'LABEL_PURCHASED' as const },
  lines: [{ lineId: 'l1', sku: 'shoe', quantity: 1 }],
});
const shipment: Shipment = {
  ...{ _id: 's', orderId: 'o', isReturn: false, owner: 'me', channel: 'web', carrier: 'postale' },
  ...{
    serviceCode: 'standard',
    locationId: 'lyon',
    milestone: 'LABEL_PURCHASED',
    trackingEvents: [],
    createdAtMs: 0,
  },
  parcels: [parcel(1, 'PO12345678901234'), parcel(2, 'PO98765432109876')],
};
const recipient = {
  name: 'Zoë Łukasz',
  line1: 'Ulica Święta 5',
  postalCode: '00-001',
  city: 'Gdańsk',
  country: 'PL',
};
const sender = { name: 'Store Lyon', line1: '', postalCode: '69001', city: 'Lyon', country: 'FR' };
const label = () => labelPdf({ shipment, serviceName: 'Express 24', sender, recipient });

/** Everything a page draws, as PDF operators. */
async function operatorsOf(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes);
  return document.getPages().map((page) => {
    const contents = page.node.normalizedEntries().Contents;
    return (contents?.asArray() ?? [])
      .map((ref) => document.context.lookup(ref))
      .map((stream) =>
        stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : '',
      )
      .join('\n');
  });
}
const textOf = (operators: string): string =>
  [...operators.matchAll(/<([0-9A-F]+)> Tj/g)]
    .map((match) => Buffer.from(match[1] ?? '', 'hex').toString('latin1'))
    .join('\n');

describe('a label', () => {
  it('is a PDF with one page for each parcel that names its code, its weight and its way', async () => {
    const pages = (await operatorsOf(await label())).map(textOf);
    expect(pages.length).toBe(2);
    expect(pages[0]).toContain('PO12345678901234');
    expect(pages[0]).toContain('Parcel 1 of 2   1.25 kg');
    expect(pages[1]).toContain('PO98765432109876');
    for (const text of [
      'Express 24',
      'Zoë Lukasz',
      'Ulica Swieta 5',
      '00-001 Gdansk',
      'POLAND (PL)',
      'Store Lyon',
    ])
      expect(pages[1]).toContain(text);
  });
  it('draws the bars of Code 128, one rectangle for each', async () => {
    const [first = ''] = await operatorsOf(await label());
    const bars = barWidths('PO12345678901234').filter((_width, at) => at % 2 === 0).length;
    const filled = first.split('\n').filter((line) => /^f$/.test(line.trim())).length;
    expect(filled).toBe(bars);
  });
  it('encodes the code itself: reading the bars gives it back', () => {
    expect(decode128(barWidths('PO12345678901234'))).toBe('PO12345678901234');
  });
  it('cuts nothing: a long street keeps its number, a long name its end, instructions their last word', async () => {
    const long = {
      ...{ name: `${'Maximiliana '.repeat(9)}Ende`, company: `${'Handel & Sohn '.repeat(7)}GmbH` },
      ...{ line1: `Rue ${'de la Très Longue Avenue '.repeat(3)}183`, line2: `Bâtiment ${'B'.repeat(120)}7` },
      ...{ postalCode: '75011', city: 'Paris', region: 'Île-de-France', country: 'FR' },
    };
    const instructions = `${'Leave it with the neighbour on the left. '.repeat(4)}Code 4711`;
    const bytes = await labelPdf({ shipment, serviceName: 'Express', sender, recipient: long, instructions });
    const drawn = (await operatorsOf(bytes)).map(textOf)[0] ?? '';
    const words = drawn.replace(/\n/g, ' ');
    for (const text of ['Ende', 'GmbH', '183', 'Île-de-France', 'Code 4711']) expect(words).toContain(text);
    expect(drawn.replace(/\n/g, '')).toContain(`${'B'.repeat(120)}7`);
    expect(words.match(/neighbour/g)).toHaveLength(4);
  });
  it.each([
    ['name', '王小明'],
    ['line1', 'ул. Ленина 5'],
    ['city', 'Αθήνα'],
  ])('is refused for a %s that its fonts cannot print', async (field, text) => {
    const unread = labelPdf({
      shipment,
      serviceName: 'Express',
      sender,
      recipient: { ...recipient, [field]: text },
    });
    await expect(unread).rejects.toMatchObject({ extensions: { code: 'ADDRESS_NOT_CARRIED', field } });
  });
  it('is the same every time', async () => {
    expect(Buffer.from(await label()).equals(Buffer.from(await label()))).toBe(true);
  });
});

describe('the country of a label', () => {
  it.each([
    ['FR', '75011', 'FRANCE (FR)'],
    ['CH', '8001', 'SWITZERLAND (CH)'],
    ['CH', '9490', 'LIECHTENSTEIN (LI)'],
    ['LI', '9490', 'LIECHTENSTEIN (LI)'],
    ['CH', '7563', 'SAMNAUN, SWITZERLAND (CH)'],
    ['IT', '23041', 'LIVIGNO, ITALY (IT)'],
    ['FR', '97400', 'RÉUNION (RE)'],
    ['FR', '98000', 'MONACO (MC)'],
    ['IT', '00120', 'VATICAN CITY (VA)'],
    ['IE', '', 'IRELAND (IE)'],
    ['QQ', '1', 'QQ'],
  ])('of %s %s is %s', (country, postalCode, line) => {
    expect(countryLine(country, postalCode)).toBe(line);
  });
});

describe('lines of a label', () => {
  it.each([
    ['', []],
    ['a b', ['a b']],
    ['aaa bbb', ['aaa', 'bbb']],
    ['abcdefghij k', ['abcde', 'fghij', 'k']],
    ['a  b', ['a  b']],
    ['  a   bcd ', ['a bcd']],
  ])('of %j are %j', (text, lines) => {
    expect(wrapped(text, (line) => line.length <= 5)).toEqual(lines);
  });
});

describe('text of a label', () => {
  it('keeps what the font can show and never fails on what it cannot', () => {
    expect(encodable('Crème Brûlée, ß')).toBe('Crème Brûlée, ß');
    expect(encodable('Łódź Dvořák “Šimák” 東京 🚲')).toBe('Lódz Dvorák "Simák" ?? ?');
    expect(encodable('a\u0000\nb')).toBe('a??b');
  });
});

/** Patterns of Code 128 by value, as widths of bars and gaps. */
const patterns: readonly string[] = [
  ...'212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232'.matchAll(
    /.{6}/g,
  ),
].map(String);

/** A small reader of Code 128, independent of what writes it; understands sets A, B and C for printable text. */
function decode128(widths: readonly number[]): string {
  const symbols = Array.from({ length: (widths.length - 7) / 6 }, (_, at) =>
    patterns.indexOf(widths.slice(at * 6, at * 6 + 6).join('')),
  );
  const [start = 0, ...rest] = symbols;
  const values = rest.slice(0, -1);
  const sum = values.reduce((total, value, at) => total + value * (at + 1), start) % 103;
  expect(rest.at(-1)).toBe(sum);
  let set = 'ABC'[start - 103] ?? '';
  let text = '';
  for (const value of values) {
    if (value === 99 && set !== 'C') set = 'C';
    else if (value === 100 && set !== 'B') set = 'B';
    else if (value === 101 && set !== 'A') set = 'A';
    else if (set === 'C') text += String(value).padStart(2, '0');
    else text += String.fromCharCode(value + 32);
  }
  return text;
}
