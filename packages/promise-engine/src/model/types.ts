import type { Coordinates, DeliveryMethodType } from './networkConfig.ts';
import type { PromiseTrace } from './traceTypes.ts';
import type { UnavailableOption } from './reasons.ts';
import type { DataSource } from './ruleTypes.ts';

/** Integer minor units of a currency. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export interface Destination {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly postalCode?: string;
  readonly coordinates?: Coordinates;
}

export interface PromiseLine {
  /** Defaults to the line's index. */
  readonly lineId?: string;
  readonly sku: string;
  readonly quantity: number;
  /** Present when the article is made to order (engraving, size): needs a location that can. */
  readonly customisation?: string;
  /** Codes of the options chosen of it, as the article's `making` names them. */
  readonly options?: readonly string[];
}

export interface PromiseLimits {
  readonly maxSplits?: number;
  /** Stores and pickup points offered per method (default 3). */
  readonly maxPickups?: number;
  readonly pickupRadiusKm?: number;
  /** Only these stores or points. */
  readonly pickupIds?: readonly string[];
  /** Days of windows offered by SCHEDULED methods (default 3). */
  readonly windowDays?: number;
}

/** A question to the engine. The clock is an input. */
export interface PromiseInput {
  readonly context?: 'PRODUCT_PAGE' | 'CART' | 'CHECKOUT' | 'REPROMISE';
  readonly channel: string;
  readonly currency: string;
  readonly locale?: string;
  /** Epoch ms. */
  readonly at: number;
  readonly destination: Destination;
  readonly lines: readonly PromiseLine[];
  /** All configured method types when absent. */
  readonly methodTypes?: readonly DeliveryMethodType[];
  readonly limits?: PromiseLimits;
  /** 0..1: how hard to search above the exact size (default 0.5). */
  readonly effort?: number;
  readonly explain?: boolean;
  /** Units that the cart itself holds in `reserved`, by SKU and location: they are there for it and for nobody else. */
  readonly ownReservations?: readonly {
    readonly sku: string;
    readonly locationId: string;
    readonly quantity: number;
  }[];
  /** Groups the customer belongs to, which rules may ask about. */
  readonly customerGroups?: readonly string[];
  /** Promotion codes the cart carries, which rules of delivery fees may ask about. */
  readonly promotionCodes?: readonly string[];
  /** Leave out methods that do not serve the destination's country, instead of refusing each of them. */
  readonly servedOnly?: boolean;
}

export interface CarbonLeg {
  readonly kind: 'HUB' | 'LINE_HAUL' | 'LAST_MILE' | 'TRANSFER' | 'CUSTOMER_TRIP';
  readonly shipment: number;
  readonly vehicle: string;
  readonly distanceKm: number;
  readonly weightKg: number;
  readonly grams: number;
  /** How the figure was reached, for an auditor. */
  readonly basis: string;
}

/** The customer's own way to collect: assumed, never measured. */
export interface CustomerTripEstimate {
  readonly grams: number;
  readonly assumption: string;
  readonly accuracy: 'DEFAULT';
}

/** Well-to-wheel emissions, ISO 14083. The customer's own trip stands apart and is not in `grams`. */
export interface CarbonEstimate {
  readonly grams: number;
  readonly scope: 'WTW';
  readonly method: 'ISO14083';
  readonly factorSet: string;
  readonly accuracy: 'PRIMARY' | 'MODELED' | 'DEFAULT';
  readonly legs: readonly CarbonLeg[];
  readonly customerTrip?: CustomerTripEstimate;
}

export interface PlannedLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  /** Units that wait for incoming stock. */
  readonly backordered: number;
}

export type MilestoneKind = 'RELEASED' | 'PICK_START' | 'MADE' | 'PACKED' | 'CARRIER_PICKUP' | 'DELIVERED';

/** The latest instant (epoch ms) by which a step must be done for the promise to hold. */
export interface Milestone {
  readonly kind: MilestoneKind;
  readonly dueMs: number;
}

/** One planned parcel group from one location. Instants are epoch ms. */
export interface PlannedShipment {
  readonly locationId: string;
  /** null when the customer collects where the stock is. */
  readonly serviceId: string | null;
  readonly carrier: string | null;
  /** Store the goods travel to for collection, or the pickup point. */
  readonly toId?: string;
  readonly lines: readonly PlannedLine[];
  /** Work may start (release, or arrival of incoming stock). */
  readonly startMs: number;
  readonly readyMs: number;
  readonly dispatchMs: number;
  readonly earliestMs: number;
  readonly latestMs: number;
  readonly orderByMs: number;
  readonly handlingMinutes: number;
  readonly transitDays: number;
  readonly parcels: number;
  readonly weightKg: number;
  readonly cost: Money;
  readonly confidence: number;
}

export interface DeliveryWindow {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly orderByMs: number;
}

/** Where the customer collects. */
export interface PickupPlace {
  readonly kind: 'STORE' | 'PICKUP_POINT' | 'LOCKER';
  readonly id: string;
  readonly name: string;
  readonly distanceKm: number;
  readonly holdUntilMs: number;
}

/** How good the plan is known to be. */
export interface Optimality {
  readonly proven: boolean;
  readonly score: number;
  readonly lowerBound: number;
  /** (score - bound) / score, 0 when proven. */
  readonly gap: number;
}

export interface DeliveryOption {
  /** Stable within a config version: method, place of collection, window. */
  readonly handle: string;
  readonly code: string;
  readonly methodType: DeliveryMethodType;
  readonly title: string;
  readonly earliestMs: number;
  readonly latestMs: number;
  /** IANA zone of the destination in which the instants are to be shown. */
  readonly timeZone: string;
  readonly windows?: readonly DeliveryWindow[];
  readonly orderByMs: number;
  readonly confidence: number;
  readonly price: Money;
  readonly tax: Money;
  readonly costToServe: Money;
  readonly carbon: CarbonEstimate;
  readonly splitCount: number;
  readonly parcels: number;
  readonly shipments: readonly PlannedShipment[];
  readonly pickup?: PickupPlace;
  readonly marks: readonly ('FASTEST' | 'CHEAPEST' | 'GREENEST')[];
  readonly optimality: Optimality;
}

/** How well the destination is known. */
export interface ResolvedDestination {
  readonly zoneId: string | null;
  readonly precision: 'COORDINATES' | 'POSTCODE' | 'REGION' | 'COUNTRY' | 'UNKNOWN';
  readonly timeZone: string;
  /** True when the postal code was unknown and a wider area answered. */
  readonly fallback: boolean;
  /** The address lies within so many metres of the point that distances are measured from; absent when unknown. */
  readonly radiusMetres?: number;
}

export interface PromiseResult {
  readonly computedAtMs: number;
  /** The first instant at which an offered option may change: ask again then. */
  readonly expiresAtMs: number;
  /** Rule set, network and model versions the answer rests on. */
  readonly configVersion: string;
  readonly degraded: boolean;
  readonly degradedSources: readonly DataSource[];
  readonly destination: ResolvedDestination;
  readonly options: readonly DeliveryOption[];
  readonly unavailable: readonly UnavailableOption[];
  readonly trace?: PromiseTrace;
}
