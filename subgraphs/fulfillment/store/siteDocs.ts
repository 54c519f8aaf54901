import type { Manifest } from '../domain/manifest.ts';
import type { PickBatch } from '../domain/pickBatch.ts';
import type { Throttle } from '../domain/throttle.ts';

export type PickBatchDoc = PickBatch & { version: number };
export type ManifestDoc = Manifest & { version: number };
export type ThrottleDoc = Throttle & { version: number };

/** Where an article lies at a location. */
export interface BinDoc {
  /** `<locationId>|<sku>` */
  _id: string;
  locationId: string;
  sku: string;
  zone: string;
  bin?: string;
}

/** What a supplier charges for one unit. */
export interface SupplyCostDoc {
  /** `<locationId>|<sku>` */
  _id: string;
  locationId: string;
  sku: string;
  amountMinor: number;
  currency: string;
}

/** Changes of a supplier's costs; its id is the location's. */
export interface SupplyLogDoc {
  _id: string;
}

/** Changes of where articles lie at one location; its id is the location's. */
export interface BinLogDoc {
  _id: string;
}
