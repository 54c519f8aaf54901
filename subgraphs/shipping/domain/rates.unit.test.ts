import { describe, expect, it } from 'vitest';
import { ratesOf } from './rates.ts';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const lane = (more: object = {}) => ({
  ...{ originCountry: 'FR', destinationCountry: 'FR', postalPrefixes: [] as string[] },
  ...{ transitDaysMin: 1, transitDaysMax: 3, price: eur(490), pricePerKg: eur(100) },
  ...{ cost: eur(300), costPerKg: eur(40) },
  ...more,
});
const services = [
  { code: 'standard', maxWeightGrams: 30_000, lanes: [lane()] },
  { code: 'bike', maxWeightGrams: 5_000, lanes: [lane({ postalPrefixes: ['75', '69'], cost: eur(200) })] },
  { code: 'abroad', maxWeightGrams: 30_000, lanes: [lane({ destinationCountry: 'IT' })] },
];
const ask = (weightGrams: number, postalCode = '75011', country = 'FR') =>
  ratesOf(services, { from: { country: 'FR' }, to: { country, postalCode }, weightGrams });

describe('rates of a carrier', () => {
  it('come from the lanes that lead there, the cheapest first', () => {
    expect(ask(900).map(({ serviceCode }) => serviceCode)).toEqual(['bike', 'standard']);
    expect(ask(900, '59000').map(({ serviceCode }) => serviceCode)).toEqual(['standard']);
    expect(ask(900, '20100', 'IT').map(({ serviceCode }) => serviceCode)).toEqual(['abroad']);
    expect(ask(900, '1010', 'AT')).toEqual([]);
  });
  it('grow with each begun kilogram after the first, and end where the service does', () => {
    const standard = (grams: number) => ask(grams).find(({ serviceCode }) => serviceCode === 'standard');
    expect(standard(1_000)).toMatchObject({ price: eur(490), cost: eur(300), transitDaysMax: 3 });
    expect(standard(1_001)).toMatchObject({ price: eur(590), cost: eur(340) });
    expect(standard(30_000)).toMatchObject({ price: eur(3_390), cost: eur(1_460) });
    expect(ask(5_001).map(({ serviceCode }) => serviceCode)).toEqual(['standard']);
    for (const grams of [0, -1, 30_001]) expect(ask(grams)).toEqual([]);
  });
});
