import type { NetworkRecords } from './networkRecords.ts';
import type { StockBook } from './stockBook.ts';

/** Figures about a network. */
export interface NetworkSize {
  readonly locations: number;
  readonly services: number;
  readonly methods: number;
  readonly zones: number;
  readonly variants: number;
  readonly skus: number;
  readonly stockEntries: number;
}

/** How much of everything there is. */
export const sizeOf = (records: NetworkRecords, stock: StockBook): NetworkSize => ({
  locations: records.locations.filter((location) => location !== undefined).length,
  services: records.services.size,
  methods: records.methods.size,
  zones: records.zones.size,
  variants: records.variants.size,
  skus: stock.skus,
  stockEntries: stock.entries,
});
