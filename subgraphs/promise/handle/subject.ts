import { countryCode } from '@promesse/geography/countries';
import { canonicalPostalCode } from '@promesse/geography/postalCode';
import { digestOf } from './digest.ts';

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

/** Digest of a subject; the order of lines does not matter. */
export function subjectDigest({ destination, lines }: PromiseSubject): string {
  const { country, postalCode, latitude, longitude } = destination;
  // However an address is written, it is the same address.
  const code = postalCode == null ? '' : canonicalPostalCode(country, postalCode);
  const place = [countryCode(country), code, latitude ?? '', longitude ?? ''].join('|');
  const goods = lines
    .map(({ sku, quantity, customisation }) => `${sku}*${quantity}*${customisation ?? ''}`)
    .sort();
  return digestOf([place, ...goods].join('\n'));
}
