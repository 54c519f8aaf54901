import type { RowProblem } from './olistDataError.ts';
import type { WallMs } from './wallTime.ts';

/** One order as the retailer recorded it. Times are local without zone (see wallTime.ts). */
export interface OlistOrder {
  readonly orderId: string;
  readonly customerId: string;
  /** delivered, shipped, canceled, unavailable, invoiced, processing, created, approved. */
  readonly status: string;
  readonly purchasedAt: WallMs;
  readonly approvedAt: WallMs | undefined;
  /** Handed over to the carrier. */
  readonly handedOverAt: WallMs | undefined;
  readonly deliveredAt: WallMs | undefined;
  /** The retailer's own promise: a date, at 00:00. */
  readonly estimatedAt: WallMs | undefined;
}

export interface OlistItem {
  readonly orderId: string;
  readonly itemId: number;
  readonly productId: string;
  readonly sellerId: string;
  readonly shippingLimitAt: WallMs | undefined;
  /** BRL, minor units. */
  readonly priceMinor: number;
  readonly freightMinor: number;
}

export interface OlistParty {
  readonly id: string;
  /** First five digits of the CEP, leading zeros kept. */
  readonly zipPrefix: string;
  readonly city: string;
  /** Two-letter state. */
  readonly state: string;
}

export interface OlistProduct {
  readonly productId: string;
  readonly category: string | undefined;
  readonly weightGrams: number | undefined;
  readonly lengthCm: number | undefined;
  readonly heightCm: number | undefined;
  readonly widthCm: number | undefined;
}

export interface OlistPayment {
  readonly orderId: string;
  readonly sequence: number;
  readonly type: string;
  readonly installments: number;
  readonly valueMinor: number;
}

export interface GeoPoint {
  readonly lat: number;
  readonly lng: number;
}

/** All tables of a folder, indexed for joining. Maps keep the order of the files. */
export interface OlistTables {
  readonly orders: ReadonlyMap<string, OlistOrder>;
  readonly itemsByOrder: ReadonlyMap<string, readonly OlistItem[]>;
  readonly customers: ReadonlyMap<string, OlistParty>;
  readonly sellers: ReadonlyMap<string, OlistParty>;
  /** Empty when the table is absent. */
  readonly products: ReadonlyMap<string, OlistProduct>;
  /** Empty when the table is absent. */
  readonly paymentsByOrder: ReadonlyMap<string, readonly OlistPayment[]>;
  /** Postal prefix -> mean of its coordinates; empty when the table is absent. */
  readonly places: ReadonlyMap<string, GeoPoint>;
  /** Optional tables that were not there. */
  readonly absent: readonly string[];
  /** Every row left out, with its place and reason. */
  readonly problems: readonly RowProblem[];
}
