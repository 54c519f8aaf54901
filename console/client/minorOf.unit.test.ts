import { describe, expect, it } from 'vitest';
import { minorOf } from './minorOf.ts';

describe('an amount as people type it', () => {
  it.each([
    ['12', 'EUR', 1200],
    ['12,5', 'EUR', 1250],
    [' 12.05 ', 'EUR', 1205],
    ['0.29', 'EUR', 29],
    ['500', 'JPY', 500],
    ['1.234', 'TND', 1234],
  ])('%s %s', (typed, currency, minor) => expect(minorOf(typed, currency)).toBe(minor));
  it.each([
    ['', 'EUR'],
    ['0', 'EUR'],
    ['-3', 'EUR'],
    ['1.234', 'EUR'],
    ['1.5', 'JPY'],
    ['a', 'EUR'],
    ['1e3', 'EUR'],
    ['1,2,3', 'EUR'],
  ])('%s %s is none', (typed, currency) => expect(minorOf(typed, currency)).toBeUndefined());
});
