import { describe, expect, it } from 'vitest';
import { criteriaOf } from './criteria.ts';

describe('words in the search box', () => {
  it.each([
    ['', []],
    ['  anna@example.org ', [{ email: 'anna@example.org' }]],
    ['+33 6 12 34 56 78', [{ phone: '+33612345678' }]],
    ['Anna Rossi', [{ name: 'Anna Rossi' }]],
    ['p-100023', [{ number: 'P-100023' }, { trackingCode: 'p-100023' }, { sku: 'P-100023' }]],
  ])('%s', (words, criteria) => {
    expect(criteriaOf(words)).toEqual(criteria);
  });
  it('of digits alone may also be a telephone number as it is dialled', () => {
    expect(criteriaOf('0612345678')).toContainEqual({ phone: '0612345678', phoneCountry: 'FR' });
  });
});
