/** Pattern of the code without separators, how its groups are written, and whether an address needs one. */
export type PostalRow = readonly [pattern: string, format: string, required: boolean];

const four = ['(\\d{4})', '$1', true] as const;
const five = ['(\\d{5})', '$1', true] as const;
const six = ['(\\d{6})', '$1', true] as const;
const threeTwo = ['(\\d{3})(\\d{2})', '$1 $2', true] as const;

/** British postcode: outward code, then a digit and two letters (C, I, K, M, O and V do not occur there). */
const british = '([A-Z]{1,2}\\d[A-Z\\d]?)(\\d[ABD-HJLNP-UW-Z]{2})';
const dependency = (letters: string) => [`(${letters}\\d{1,2})(\\d[A-Z]{2})`, '$1 $2', true] as const;

/**
 * Postal codes by country. Source: UPU addressing sheets and the posts' own pages, read in 2026. A country that is not
 * listed has no code that could be checked: whatever is written stays as it is.
 */
export const postalRows: Readonly<Record<string, PostalRow>> = {
  AD: ['(?:AD)?(\\d{3})', 'AD$1', true],
  AL: four,
  AM: four,
  AT: ['([1-9]\\d{3})', '$1', true],
  AX: ['(22\\d{3})', '$1', true],
  AZ: ['(?:AZ)?(\\d{4})', 'AZ $1', true],
  BA: five,
  BE: ['([1-9]\\d{3})', '$1', true],
  BG: four,
  BY: six,
  CH: ['([1-9]\\d{3})', '$1', true],
  CY: four,
  CZ: threeTwo,
  DE: five,
  DK: ['(?:DK)?(\\d{4})', '$1', true],
  EE: five,
  ES: ['((?:0[1-9]|[1-4]\\d|5[0-2])\\d{3})', '$1', true],
  FI: ['(?:FI)?(\\d{5})', '$1', true],
  FO: ['(?:FO)?(\\d{3})', '$1', true],
  FR: ['(?:F)?((?:0[1-9]|[1-9]\\d)\\d{3})', '$1', true],
  GB: [`${british}|(GIR)(0AA)`, '$1 $2', true],
  GE: four,
  GG: dependency('GY'),
  GI: ['(GX11)(1AA)', '$1 $2', false],
  GL: ['(39\\d{2})', '$1', true],
  GR: threeTwo,
  HR: five,
  HU: four,
  // Routing key and four signs of an alphabet without B, G, I, J, L, M, O, Q, S, U and Z.
  IE: ['([AC-FHKNPRTV-Y]\\d{2}|D6W)([0-9AC-FHKNPRTV-Y]{4})', '$1 $2', false],
  IM: dependency('IM'),
  IS: ['(\\d{3})', '$1', true],
  IT: five,
  JE: dependency('JE'),
  LI: ['(94(?:8[5-9]|9[0-8]))', '$1', true],
  LT: ['(?:LT)?(\\d{5})', '$1', true],
  LU: ['(?:L)?([1-9]\\d{3})', '$1', true],
  LV: ['(?:LV)?(\\d{4})', 'LV-$1', true],
  MC: ['(980\\d{2})', '$1', true],
  MD: ['(?:MD)?(\\d{4})', 'MD-$1', true],
  ME: five,
  MK: four,
  MT: ['([A-Z]{3})(\\d{4})', '$1 $2', true],
  NL: ['([1-9]\\d{3})([A-Z]{2})', '$1 $2', true],
  NO: four,
  PL: ['(\\d{2})(\\d{3})', '$1-$2', true],
  PT: ['([1-9]\\d{3})(\\d{3})?', '$1-$2', true],
  RO: six,
  RS: five,
  RU: six,
  SE: ['(?:SE)?(\\d{3})(\\d{2})', '$1 $2', true],
  SI: ['(?:SI)?(\\d{4})', '$1', true],
  SJ: four,
  SK: threeTwo,
  SM: ['(4789\\d)', '$1', true],
  TR: five,
  UA: five,
  VA: ['(00120)', '$1', true],
  XK: five,
  // Elsewhere.
  AU: four,
  BR: ['(\\d{5})(\\d{3})?', '$1-$2', true],
  CA: ['([ABCEGHJ-NPRSTVXY]\\d[A-Z])(\\d[A-Z]\\d)', '$1 $2', true],
  CN: six,
  GF: ['(973\\d{2})', '$1', true],
  GP: ['(971\\d{2})', '$1', true],
  IL: ['(\\d{5}(?:\\d{2})?)', '$1', true],
  IN: six,
  JP: ['(\\d{3})(\\d{4})', '$1-$2', true],
  KR: five,
  MQ: ['(972\\d{2})', '$1', true],
  MX: five,
  NC: ['(988\\d{2})', '$1', true],
  NZ: four,
  PF: ['(987\\d{2})', '$1', true],
  PM: ['(975\\d{2})', '$1', true],
  PR: ['(00[679]\\d{2})(?:\\d{4})?', '$1', true],
  RE: ['(974\\d{2})', '$1', true],
  SG: six,
  US: ['(\\d{5})(?:\\d{4})?', '$1', true],
  WF: ['(986\\d{2})', '$1', true],
  YT: ['(9(?:76|85)\\d{2})', '$1', true],
  ZA: four,
};
