import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { pricedLine, withLine, withQuantity } from './cart.ts';
import { repriced } from './prices.ts';
import { chosenMaking, type CustomisationOption } from './options.ts';

const option = (code: string, more: Partial<CustomisationOption> = {}): CustomisationOption => ({
  ...{
    code,
    kind: 'TEXT',
    required: false,
    maxLength: 10,
    min: null,
    max: null,
    choices: [],
    surcharges: [],
  },
  ...more,
});
const tiers = [
  { fromQuantity: 1, amountMinor: 500 },
  { fromQuantity: 10, amountMinor: 300 },
];
const offered = [
  option('ENGRAVING', { required: true, surcharges: tiers }),
  option('FONT', { kind: 'CHOICE', choices: ['SERIF', 'SCRIPT'] }),
  option('SIZE', { kind: 'NUMBER', min: 40, max: 60, surcharges: [{ fromQuantity: 1, amountMinor: 100 }] }),
  option('LOGO', { kind: 'FILE' }),
];
const chosen = (...options: [code: string, value: string][]) =>
  options.map(([code, value]) => ({ code, value }));
const codeOf = (task: () => unknown): unknown => {
  try {
    task();
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
};

describe('options of a made-to-order article', () => {
  it('are one text, whatever their order', () => {
    const one = chosenMaking(offered, { options: chosen(['FONT', 'SERIF'], ['ENGRAVING', 'A; B\\C']) });
    expect(one?.customisation).toBe('ENGRAVING: A\\; B\\\\C; FONT: SERIF');
    // The text says the same again.
    expect(chosenMaking(offered, { customisation: one?.customisation })).toEqual(one);
  });
  it.each([
    ['a required one is missing', chosen(['FONT', 'SERIF'])],
    ['nothing is chosen', chosen()],
    ['one is unknown', chosen(['ENGRAVING', 'x'], ['COLOUR', 'red'])],
    ['one is named twice', chosen(['ENGRAVING', 'x'], ['ENGRAVING', 'y'])],
    ['a text is too long', chosen(['ENGRAVING', 'elevenchars'])],
    ['a text has two lines', chosen(['ENGRAVING', 'a\nb'])],
    ['a text is empty', chosen(['ENGRAVING', '  '])],
    ['a text turns the direction of reading', chosen(['ENGRAVING', 'a\u202eb'])],
    ['a text has nothing to see', chosen(['ENGRAVING', '\u200b'])],
    ['a text has a mark that nobody sees', chosen(['ENGRAVING', 'Anna\u2060'])],
    ['a text has a character of nobody', chosen(['ENGRAVING', 'a\ue000'])],
    ['a text has the end of a line of another kind', chosen(['ENGRAVING', 'a\u2028b'])],
    ['a choice is none of them', chosen(['ENGRAVING', 'x'], ['FONT', 'serif'])],
    ['a number is too great', chosen(['ENGRAVING', 'x'], ['SIZE', '61'])],
    ['a number is not whole', chosen(['ENGRAVING', 'x'], ['SIZE', '41.5'])],
    ['a reference is not https', chosen(['ENGRAVING', 'x'], ['LOGO', 'http://example.com/a.png'])],
    ['a reference holds a password', chosen(['ENGRAVING', 'x'], ['LOGO', 'https://a:b@example.com/a.png'])],
  ])('are refused when %s', (_what, options) => {
    expect(codeOf(() => chosenMaking(offered, { options }))).toBe('OPTION_REFUSED');
  });
  it.each(['Für Zoë', '5 × 5 = 25', 'ÉLAN & Cie', '安娜', 'آنا', '👨\u200d👩\u200d👧', '❤️', '-'])(
    'take what people write: %s',
    (value) => {
      expect(chosenMaking(offered, { options: chosen(['ENGRAVING', value]) })?.customisation).toContain(
        value,
      );
    },
  );
  it('are not words', () => {
    expect(codeOf(() => chosenMaking(offered, { customisation: 'engrave Anna, please' }))).toBe(
      'BAD_USER_INPUT',
    );
    expect(
      codeOf(() => chosenMaking(offered, { customisation: 'x', options: chosen(['ENGRAVING', 'x']) })),
    ).toBe('BAD_USER_INPUT');
  });
  it('count letters as people do', () => {
    const name = '👩‍👩‍👧'.repeat(10);
    expect(chosenMaking(offered, { options: chosen(['ENGRAVING', name]) })?.customisation).toContain(name);
  });
});

describe('a line of a made-to-order article', () => {
  const variant = {
    ...{ price: { amountMinor: 2_000, currency: 'EUR' }, taxBasisPoints: 2_000, customisable: true },
    options: offered,
  };
  const wanted = (quantity: number, value = 'Anna') => ({
    ...{ id: `l-${value}`, sku: 'ring', quantity },
    options: chosen(['ENGRAVING', value], ['SIZE', '50']),
  });
  it('costs what its options add, by how many units it has', () => {
    expect(pricedLine('EUR', wanted(1), variant).unitPriceMinor).toBe(2_600);
    expect(pricedLine('EUR', wanted(10), variant).unitPriceMinor).toBe(2_400);
  });
  it('is priced anew when it grows or shrinks', () => {
    const one = withLine([], pricedLine('EUR', wanted(6), variant));
    const grown = withLine(one, pricedLine('EUR', wanted(6), variant));
    expect(grown).toMatchObject([{ quantity: 12, unitPriceMinor: 2_400 }]);
    expect(withQuantity(grown, 'l-Anna', 9)).toMatchObject([{ quantity: 9, unitPriceMinor: 2_600 }]);
  });
  it('keeps what its options add when the article itself costs something else by now', () => {
    const line = pricedLine('EUR', wanted(10), variant);
    const price = { amountMinor: 1_500, currency: 'EUR' };
    const now = repriced('EUR', [line], [{ sku: 'ring', price, taxBasisPoints: 2_000 }], 19_000);
    expect(now).toMatchObject({ kind: 'accepted', lines: [{ unitPriceMinor: 1_900 }] });
    const same = repriced('EUR', [line], [{ sku: 'ring', ...variant }]);
    expect(same.kind).toBe('same');
  });
  it('is apart from one that is made otherwise', () => {
    const lines = withLine(
      [pricedLine('EUR', wanted(1), variant)],
      pricedLine('EUR', wanted(1, 'Bob'), variant),
    );
    expect(lines.map((line) => line.customisation)).toEqual([
      'ENGRAVING: Anna; SIZE: 50',
      'ENGRAVING: Bob; SIZE: 50',
    ]);
  });
  it('has words only where the variant has no options', () => {
    const plain = { ...variant, options: [] };
    expect(codeOf(() => pricedLine('EUR', wanted(1), plain))).toBe('BAD_USER_INPUT');
    const line = pricedLine('EUR', { id: 'l', sku: 'ring', quantity: 1, customisation: 'For Anna' }, plain);
    expect(line).toMatchObject({ customisation: 'For Anna', unitPriceMinor: 2_000 });
    expect(codeOf(() => pricedLine('EUR', wanted(1), { ...variant, customisable: false }))).toBe(
      'BAD_USER_INPUT',
    );
  });
});
