import type { Article } from './articles.ts';
import type { PickShare } from './pickBatch.ts';

/** Where an article lies at a location. */
export interface BinPlace {
  readonly sku: string;
  readonly zone: string;
  readonly bin?: string | undefined;
}

/** One article to fetch. */
export interface PickEntry {
  readonly bin: string | null;
  readonly sku: string;
  readonly gtin: string | null;
  readonly quantity: number;
  readonly scanned: number;
  readonly shares: PickShare[];
}

/** What to fetch in one zone. */
export interface PickZone {
  readonly zone: string | null;
  readonly entries: PickEntry[];
}

/** Numbers in names count as numbers: bin 9 comes before bin 10. */
const naturally = new Intl.Collator('en', { numeric: true });

const byName = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : naturally.compare(a, b);

/** A walk through the zones: each article once, for all orders that need it; articles without a place come last. */
export function pickList(
  shares: readonly PickShare[],
  bins: readonly BinPlace[],
  articles: readonly Article[],
): PickZone[] {
  const placeOf = new Map(bins.map((place) => [place.sku, place]));
  const gtinOf = new Map(articles.map((article) => [article.sku, article.gtin ?? null]));
  const zones = new Map<string | null, PickEntry[]>();
  for (const sku of new Set(shares.map((share) => share.sku))) {
    const mine = shares.filter((share) => share.sku === sku);
    const place = placeOf.get(sku);
    const entry: PickEntry = {
      ...{ bin: place?.bin ?? null, sku, gtin: gtinOf.get(sku) ?? null, shares: mine },
      quantity: mine.reduce((sum, share) => sum + share.quantity, 0),
      scanned: mine.reduce((sum, share) => sum + share.scanned, 0),
    };
    const zone = place?.zone ?? null;
    zones.set(zone, [...(zones.get(zone) ?? []), entry]);
  }
  return [...zones]
    .sort(([a], [b]) => byName(a, b))
    .map(([zone, entries]) => ({
      zone,
      entries: entries.sort((a, b) => byName(a.bin, b.bin) || naturally.compare(a.sku, b.sku)),
    }));
}
