/** What a product is for tax; STANDARD where no reduced rate is meant. FOOD stands for foodstuffs in general. */
export const taxCategories = ['STANDARD', 'FOOD', 'BOOKS', 'CHILDREN_CLOTHING', 'MEDICINES'] as const;
export type TaxCategory = (typeof taxCategories)[number];

/** Rates in basis points (2000 = 20 %). A category that is not named has the standard rate. */
export interface VatRates {
  readonly STANDARD: number;
  readonly FOOD?: number;
  readonly BOOKS?: number;
  readonly CHILDREN_CLOTHING?: number;
  readonly MEDICINES?: number;
  /** First day of these rates, where a later row follows an earlier one. */
  readonly from?: string;
}

/** Day for which the rates were put together. */
export const ratesReadOn = '2026-11-30';
/**
 * What they rest on. Standard rates were compared with lists published in 2025 and 2026; the reduced rate of a
 * category depends on national detail: whoever sells there checks it with the official database first, and may put
 * another tax port in place.
 */
export const ratesSource =
  'Put together by hand; official: European Commission, Taxes in Europe Database; tax offices of GB, CH, NO, IS';

/**
 * Value-added tax by destination: member states of the European Union, neighbours, and territories with rates of
 * their own. A reduced rate stands here only where it holds for the category as a whole. Several rows: the last that
 * has begun holds.
 */
export const vatRates: Readonly<Record<string, readonly VatRates[]>> = {
  AT: [{ STANDARD: 2000, FOOD: 1000, BOOKS: 1000, MEDICINES: 1000 }],
  BE: [{ STANDARD: 2100, FOOD: 600, BOOKS: 600, MEDICINES: 600 }],
  BG: [{ STANDARD: 2000, BOOKS: 900 }],
  CH: [{ STANDARD: 810, FOOD: 260, BOOKS: 260, MEDICINES: 260 }],
  CY: [{ STANDARD: 1900, FOOD: 500, BOOKS: 300, MEDICINES: 500 }],
  CZ: [{ STANDARD: 2100, FOOD: 1200, BOOKS: 0, MEDICINES: 1200 }],
  DE: [{ STANDARD: 1900, FOOD: 700, BOOKS: 700 }],
  DK: [{ STANDARD: 2500 }],
  EE: [{ STANDARD: 2400, BOOKS: 900, MEDICINES: 900 }],
  ES: [{ STANDARD: 2100, FOOD: 1000, BOOKS: 400, MEDICINES: 400 }],
  FI: [{ STANDARD: 2550, FOOD: 1350, BOOKS: 1350, MEDICINES: 1350 }],
  FR: [{ STANDARD: 2000, FOOD: 550, BOOKS: 550, MEDICINES: 1000 }],
  GB: [{ STANDARD: 2000, FOOD: 0, BOOKS: 0, CHILDREN_CLOTHING: 0 }],
  'GB-NIR': [{ STANDARD: 2000, FOOD: 0, BOOKS: 0, CHILDREN_CLOTHING: 0 }],
  GP: [{ STANDARD: 850, FOOD: 210, BOOKS: 210, MEDICINES: 210 }],
  GR: [{ STANDARD: 2400, FOOD: 1300, BOOKS: 600, MEDICINES: 600 }],
  HR: [{ STANDARD: 2500, BOOKS: 500, MEDICINES: 500 }],
  HU: [{ STANDARD: 2700, BOOKS: 500, MEDICINES: 500 }],
  IE: [{ STANDARD: 2300, FOOD: 0, BOOKS: 0, CHILDREN_CLOTHING: 0, MEDICINES: 0 }],
  IS: [{ STANDARD: 2400, FOOD: 1100, BOOKS: 1100 }],
  IT: [{ STANDARD: 2200, FOOD: 1000, BOOKS: 400, MEDICINES: 1000 }],
  LT: [{ STANDARD: 2100, BOOKS: 500, MEDICINES: 500 }],
  LU: [{ STANDARD: 1700, FOOD: 300, BOOKS: 300, CHILDREN_CLOTHING: 300, MEDICINES: 300 }],
  LV: [{ STANDARD: 2100, BOOKS: 500, MEDICINES: 1200 }],
  MQ: [{ STANDARD: 850, FOOD: 210, BOOKS: 210, MEDICINES: 210 }],
  MT: [{ STANDARD: 1800, FOOD: 0, BOOKS: 500, MEDICINES: 0 }],
  NL: [{ STANDARD: 2100, FOOD: 900, BOOKS: 900, MEDICINES: 900 }],
  NO: [{ STANDARD: 2500, FOOD: 1500, BOOKS: 0 }],
  PL: [{ STANDARD: 2300, FOOD: 500, BOOKS: 500, MEDICINES: 800 }],
  PT: [{ STANDARD: 2300, FOOD: 600, BOOKS: 600, MEDICINES: 600 }],
  'PT-ACO': [{ STANDARD: 1600, FOOD: 400, BOOKS: 400, MEDICINES: 400 }],
  'PT-MAD': [{ STANDARD: 2200, FOOD: 400, BOOKS: 400, MEDICINES: 400 }],
  RE: [{ STANDARD: 850, FOOD: 210, BOOKS: 210, MEDICINES: 210 }],
  RO: [{ STANDARD: 2100, FOOD: 1100, BOOKS: 1100, MEDICINES: 1100 }],
  SE: [
    { STANDARD: 2500, FOOD: 1200, BOOKS: 600 },
    { STANDARD: 2500, FOOD: 600, BOOKS: 600, from: '2026-04-01' },
    { STANDARD: 2500, FOOD: 1200, BOOKS: 600, from: '2028-01-01' },
  ],
  SI: [{ STANDARD: 2200, FOOD: 950, BOOKS: 500, MEDICINES: 950 }],
  SK: [{ STANDARD: 2300, FOOD: 1900, BOOKS: 500, MEDICINES: 500 }],
};
