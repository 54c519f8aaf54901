import { countryCode } from '@promesse/geography/countries';
import { canonicalPostalCode } from '@promesse/geography/postalCode';

/** What is promised to whom: a promise holds for exactly these lines to exactly this place. */
export interface PromiseSubject {
  readonly destination: {
    readonly country: string;
    readonly postalCode?: string | null | undefined;
    readonly latitude?: number | null | undefined;
    readonly longitude?: number | null | undefined;
  };
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly customisation?: string | null | undefined;
  }[];
}

/** A subject in one form only, however its address is written and its lines are ordered. */
export function subjectText({ destination, lines }: PromiseSubject): string {
  const { country, postalCode, latitude, longitude } = destination;
  const code = postalCode == null ? '' : canonicalPostalCode(country, postalCode);
  const place = [countryCode(country), code, latitude ?? '', longitude ?? ''].join('|');
  const goods = lines
    .map(({ sku, quantity, customisation }) => `${sku}*${quantity}*${customisation ?? ''}`)
    .sort();
  return [place, ...goods].join('\n');
}
