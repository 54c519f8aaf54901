import { gtin14 } from '../../../platform/values/gtin.ts';

/** An article as a scanner reads it. */
export interface Article {
  readonly sku: string;
  /** Number on its barcode, 14 digits. */
  readonly gtin?: string | undefined;
}

/** The article with this SKU, or this GTIN; an article's own SKU goes before another's barcode. */
export function articleOf(code: string, articles: readonly Article[]): Article | undefined {
  const gtin = gtin14(code);
  return (
    articles.find((article) => article.sku === code) ??
    (gtin === undefined ? undefined : articles.find((article) => article.gtin === gtin))
  );
}
