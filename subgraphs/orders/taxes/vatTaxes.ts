import { countryCode } from '@promesse/geography/countries';
import { destinationCode } from '@promesse/geography/territories';
import { taxCategories, type TaxCategory } from '@promesse/geography/vat/rates';
import { vatRate } from '@promesse/geography/vat/vatRate';
import type { TaxPort } from '../ports.ts';

const isCategory = (category: string): category is TaxCategory =>
  taxCategories.some((each) => each === category);

/**
 * Value-added tax at the rate of where goods go (one-stop shop), by category, from the rates that come with the
 * project. Nothing outside of the tax areas that are known: such a sale is an export.
 */
export const vatTaxes: TaxPort = {
  rates: ({ destination, categories, atMs }) => {
    const place = destinationCode(countryCode(destination.country), destination.postalCode);
    const day = new Date(atMs).toISOString().slice(0, 10);
    const rateOf = (category: string): number =>
      category === 'EXEMPT'
        ? 0
        : vatRate(place, isCategory(category) ? category : 'STANDARD', day).basisPoints;
    return Promise.resolve(categories.map(rateOf));
  },
};
