import { territory } from '../territories.ts';
import { vatRates, type TaxCategory } from './rates.ts';

/** Tax on a sale to a destination. */
export interface VatRate {
  readonly basisPoints: number;
  /** Taxed at the destination's rate, or an export that no tax is charged on at the sale. */
  readonly basis: 'DESTINATION' | 'EXPORT';
  /** Country or territory whose rates hold. */
  readonly destination: string;
}

/** Rates of a destination: its own, or the country's it belongs to; none outside of the tax areas that are known. */
function rowsOf(destination: string) {
  const own = vatRates[destination];
  if (own !== undefined) return own;
  const part = territory(destination);
  if (part?.vatArea !== undefined) return vatRates[part.vatArea];
  return part?.vat === 'PARENT' ? vatRates[part.parent] : undefined;
}

/**
 * The rate of value-added tax for goods of a category that go to a destination on a day.
 * @param destination country or territory, see `destinationCode`. @param day ISO date.
 */
export function vatRate(destination: string, category: TaxCategory, day: string): VatRate {
  const rows = rowsOf(destination);
  const row = rows?.filter(({ from }) => from === undefined || from <= day).at(-1);
  if (row === undefined) return { basisPoints: 0, basis: 'EXPORT', destination };
  return { basisPoints: row[category] ?? row.STANDARD, basis: 'DESTINATION', destination };
}
