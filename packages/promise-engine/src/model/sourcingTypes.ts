import type {
  DeliveryOption,
  Destination,
  Milestone,
  Money,
  Optimality,
  PlannedShipment,
  PromiseLimits,
  PromiseLine,
} from './types.ts';
import type { Reason } from './reasons.ts';
import type { PromiseTrace } from './traceTypes.ts';

/** Work that is under way and must not be moved: already picked or already sent. */
export interface KeptShipment {
  readonly locationId: string;
  readonly serviceId: string | null;
  readonly lines: readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
  readonly latestMs?: number;
}

/** Which locations send which units of an order. */
export interface SourceInput {
  readonly channel: string;
  readonly currency: string;
  /** Epoch ms of the decision. */
  readonly at: number;
  readonly destination: Destination;
  /** Units to source now; units of kept shipments are not among them. */
  readonly lines: readonly PromiseLine[];
  /** Code of the chosen delivery method. */
  readonly methodCode: string;
  /** Store or pickup point of collection. */
  readonly pickupId?: string;
  /** Promised latest delivery, epoch ms; the tolerance chain counts from it. */
  readonly promisedLatestMs?: number;
  /** Start of the chosen window of a SCHEDULED method, epoch ms. */
  readonly windowStartMs?: number;
  /** Locations that rejected or must not be asked. */
  readonly excludedLocationIds?: readonly string[];
  readonly keep?: readonly KeptShipment[];
  /**
   * Units the order itself already holds in `reserved`, per sku and location: they are available to it
   * and to nobody else.
   */
  readonly ownReservations?: readonly {
    readonly sku: string;
    readonly locationId: string;
    readonly quantity: number;
  }[];
  /** Groups the customer belongs to, which rules may ask about. */
  readonly customerGroups?: readonly string[];
  /** Promotion codes it was priced with. */
  readonly promotionCodes?: readonly string[];
  readonly limits?: PromiseLimits;
  readonly effort?: number;
  readonly explain?: boolean;
}

export interface SourcingResult {
  readonly status: 'SOURCED' | 'PARTIAL' | 'UNSOURCEABLE';
  readonly configVersion: string;
  readonly degraded: boolean;
  /** Name of the tolerance stage that found the plan, and the tolerance it needed. */
  readonly stage: string | null;
  readonly toleranceDays: number;
  /** The chosen plan as an option (dates, price, carbon, place of collection); null when nothing was found. */
  readonly option: DeliveryOption | null;
  /** New shipments; kept ones are not repeated. */
  readonly shipments: readonly PlannedShipment[];
  readonly earliestMs: number | null;
  /** Of new and kept shipments together. */
  readonly latestMs: number | null;
  readonly withinPromise: boolean;
  readonly costToServe: Money | null;
  readonly carbonGrams: number;
  readonly optimality: Optimality | null;
  readonly unsourced: readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
  readonly reasons: readonly Reason[];
  readonly trace?: PromiseTrace;
}

/** What to do about an order whose promise is at risk. */
export interface RepromiseInput extends SourceInput {
  /** The plan in force; units in `keep` are not replanned. */
  readonly currentLatestMs: number;
}

export interface RepromiseResult {
  /** KEPT: a plan within the promise exists. TOLERATED: within the chain's tolerance. REPROMISED: later. */
  readonly outcome: 'KEPT' | 'TOLERATED' | 'REPROMISED' | 'IMPOSSIBLE';
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
  /** Days later than promised, 0 when kept. */
  readonly daysLate: number;
  readonly sourcing: SourcingResult;
}

/** Input of the backward computation: a planned shipment and the promise it serves. */
export interface MilestoneInput {
  readonly locationId: string;
  readonly serviceId: string | null;
  readonly destination: Destination;
  readonly toId?: string;
  readonly promisedLatestMs: number;
  /** When the order was placed, so that no milestone precedes it. */
  readonly placedAtMs?: number;
  /** Working minutes of making what is made to order. */
  readonly makingMinutes?: number;
}

export type Milestones = readonly Milestone[];
