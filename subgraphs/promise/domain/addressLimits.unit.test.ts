import { expect, it } from 'vitest';
import { addressFault } from './addressLimits.ts';

const limits = { name: 35, line1: 35, line2: 35, city: 30, characters: 'LATIN1' } as const;
const sound = { name: 'Zoë Müller', line1: '12 rue de l’Église'.replace('’', "'"), city: 'Nîmes' };

it.each([
  ['sound', {}, undefined],
  ['with a street of 83 characters, its number at the end', { line1: `${'a'.repeat(80)} 12` }, 'line1'],
  ['with a street of just the length', { line1: 'a'.repeat(35) }, undefined],
  ['with a name in Chinese script', { name: '王小明' }, 'name'],
  ['with a name in Cyrillic script', { name: 'Анна' }, 'name'],
  ['with a name in Greek script on the second line', { line2: 'Ελένη' }, 'line2'],
  ['with a town that is too long', { city: 'L'.repeat(31) }, 'city'],
  // Accents that stand as characters of their own count with their letter.
  ['with letters of two code points', { city: 'e\u0301'.repeat(30) }, undefined],
  ['with an emoji of four code points', { line2: '👩‍👩‍👧' }, 'line2'],
])('an address %s', (_what, more, field) => {
  expect(addressFault(limits, { ...sound, ...more })?.field).toBe(field);
});

it.each([
  ['Łukasz Wałęsa', undefined],
  ['Nguyễn Văn Ánh', undefined],
  ['O’Brien & Sons, 2º', undefined],
  ['王小明', 'name'],
  ['Анна', 'name'],
  ['Ελένη', 'name'],
  ['محمد', 'name'],
  ['Zoë 🚲', 'name'],
])('a carrier that prints Latin letters takes %s or says why not', (name, field) => {
  expect(addressFault({ characters: 'LATIN' }, { ...sound, name })?.field).toBe(field);
});

it('bears everything where a carrier names no limit, and accents not where it takes ASCII alone', () => {
  expect(addressFault({}, { ...sound, name: '王小明'.repeat(40) })).toBeUndefined();
  expect(addressFault({ characters: 'ASCII' }, sound)?.field).toBe('name');
});
