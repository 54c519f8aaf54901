import type { ServiceFacts } from './facts.ts';

/** What a carrier can print and read of an address, by field. */
export type AddressLimits = NonNullable<ServiceFacts['addressLimits']>;

/** Who receives a parcel, as on its label. */
export interface Addressee {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly city: string;
}

const fields = ['name', 'line1', 'line2', 'city'] as const;

/** What is wrong with an address for a carrier: the field and why. */
export interface AddressFault {
  readonly field: (typeof fields)[number];
  readonly message: string;
}

const characterSets = {
  /** Letters without accents. */
  ASCII: /^[\x20-\x7e]*$/,
  /** Western European letters, ISO 8859-1. */
  LATIN1: /^[\x20-\x7e\xa0-\xff]*$/,
  /** Letters of the Latin script with any accents, digits and signs; no symbols such as emoji. */
  LATIN: /^[\x20-\x7e\xa0-\xff\p{Script=Latin}\p{M}\p{P}]*$/u,
} as const;

/**
 * The first field that a carrier cannot carry. A label never cuts: a house number at the end of a long street would be
 * lost without a word. Lengths count characters as people do, not bytes.
 */
export function addressFault(limits: AddressLimits, addressee: Addressee): AddressFault | undefined {
  for (const field of fields) {
    const text = (addressee[field] ?? '').normalize('NFC');
    const most = limits[field];
    const length = [...new Intl.Segmenter('en').segment(text)].length;
    if (most !== undefined && length > most)
      return { field, message: `The carrier takes at most ${most} characters of ${field}, not ${length}.` };
    const { characters } = limits;
    if (characters !== undefined && !characterSets[characters].test(text))
      return {
        field,
        message: `The carrier cannot print the script of ${field}; write it in Latin letters.`,
      };
  }
  return undefined;
}
