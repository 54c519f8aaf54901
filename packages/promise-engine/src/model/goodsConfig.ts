import type { DeliveryMethodType } from './networkConfig.ts';

/** What one option of a made-to-order article takes. */
export interface MakingConfig {
  /** Craft a location needs for it; any that customises if absent. */
  readonly craft?: string;
  /** Working minutes for a line, however many units it has, and for each unit. */
  readonly minutesPerLine: number;
  readonly minutesPerUnit: number;
}

/** What the engine must know of an article. */
export interface VariantConfig {
  readonly sku: string;
  readonly weightGrams: number;
  readonly longestSideCm?: number;
  readonly dangerousGoods?: boolean;
  readonly oversize?: boolean;
  /** Only these locations may handle the article. */
  readonly onlyLocations?: readonly string[];
  /** Never by these method types, or never to these countries. */
  readonly excludedMethods?: readonly DeliveryMethodType[];
  readonly excludedCountries?: readonly string[];
  /** false: it is made to nobody's wish. */
  readonly customisable?: boolean;
  /** What rules may call it by. */
  readonly category?: string;
  readonly brand?: string;
  /** What its options take, by their code; an option nobody described takes what the location usually needs. */
  readonly making?: Readonly<Record<string, MakingConfig>>;
  /** Value of one unit by currency, for rules and free delivery. */
  readonly value?: Readonly<Record<string, number>>;
  /** Not sold before this instant (pre-order), epoch ms. */
  readonly preorderAtMs?: number;
  /** May be sold against incoming stock. */
  readonly backorder?: boolean;
  /**
   * As many as are asked for will be there from this instant on (epoch ms), announced or not: at every place that keeps
   * the article, or at the warehouses when none does. Nothing once it has passed.
   */
  readonly restockAtMs?: number;
  /** Minor units saved by selling a unit at the given location before its markdown. */
  readonly markdown?: Readonly<Record<string, number>>;
}

/** Stock of one article at one location. */
export interface StockLevel {
  readonly onHand: number;
  readonly reserved?: number;
  readonly safetyStock?: number;
  readonly incoming?: readonly { readonly quantity: number; readonly availableAtMs: number }[];
}
