import { describe, expect, it } from 'vitest';
import { vatRates } from './rates.ts';
import { vatRate } from './vatRate.ts';

describe('value-added tax', () => {
  const on = '2026-11-30';
  it('is the destination’s by category', () => {
    expect(vatRate('DE', 'STANDARD', on)).toMatchObject({ basisPoints: 1900, basis: 'DESTINATION' });
    expect(vatRate('IE', 'STANDARD', on).basisPoints).toBe(2300);
    expect(vatRate('IE', 'CHILDREN_CLOTHING', on).basisPoints).toBe(0);
    expect(vatRate('FR', 'BOOKS', on).basisPoints).toBe(550);
    expect(vatRate('DK', 'FOOD', on).basisPoints).toBe(2500);
  });

  it('follows the day', () => {
    const food = (day: string) => vatRate('SE', 'FOOD', day).basisPoints;
    expect([food('2026-03-31'), food('2026-04-01'), food('2028-01-01')]).toEqual([1200, 600, 1200]);
  });

  it('ends at the border of the tax area', () => {
    for (const outside of [
      'IC',
      'EA',
      'IT-LIV',
      'DE-HEL',
      'CH-SAM',
      'IT-CAM',
      'AX',
      'GR-ATH',
      'FO',
      'GL',
      'NC',
      'US',
      'JE',
    ])
      expect(vatRate(outside, 'STANDARD', on), outside).toMatchObject({ basisPoints: 0, basis: 'EXPORT' });
    expect(vatRate('RE', 'STANDARD', on).basisPoints).toBe(850);
    expect(vatRate('PT-ACO', 'STANDARD', on).basisPoints).toBe(1600);
    expect(vatRate('MC', 'STANDARD', on).basisPoints).toBe(2000);
  });

  it('is told for all member states of the Union', () => {
    const states = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
    for (const state of states.split(' ')) expect(vatRates[state], state).toBeDefined();
  });
});
