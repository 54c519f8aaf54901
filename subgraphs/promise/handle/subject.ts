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
  const place = [country, postalCode ?? '', latitude ?? '', longitude ?? ''].join('|');
  const goods = lines
    .map(({ sku, quantity, customisation }) => `${sku}*${quantity}*${customisation ?? ''}`)
    .sort();
  return digestOf([place, ...goods].join('\n'));
}
