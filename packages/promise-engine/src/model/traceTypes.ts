import type { ReasonCode } from './reasons.ts';
import type { DeliveryMethodType } from './networkConfig.ts';
import type { Objective } from './ruleTypes.ts';

/** Stock of one article at one location as the engine saw it. */
export interface TraceStock {
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly safetyStock: number;
  readonly withheld: number;
  readonly available: number;
}

/** Reasons only explanations have: locations the caller ruled out, and those that neither hold nor send anything. */
export type RefusalCode = ReasonCode | 'LOCATION_EXCLUDED' | 'LOCATION_INACTIVE';

/** A location, or a service there, that was not used, and why. */
export interface TraceRefusal {
  /** null: every location. */
  readonly locationId: string | null;
  /** null: every service, or the place of collection itself. */
  readonly serviceId: string | null;
  readonly reason: RefusalCode;
  readonly ruleId?: string;
  /** Stock there, where that is the reason. */
  readonly stock?: readonly TraceStock[];
  /** The collection or readiness that was refused, epoch ms. */
  readonly atMs?: number;
  readonly capacity?: TraceCandidate['capacity'];
}

/** Refused places of one problem, or of the whole answer: the first of them, and how many there are by reason. */
export interface TraceRefusals {
  readonly first: readonly TraceRefusal[];
  readonly counts: Readonly<Partial<Record<RefusalCode, number>>>;
}

/** Everything the engine weighed for one location and service, in the order it was decided. */
export interface TraceCandidate {
  readonly locationId: string;
  readonly serviceId: string | null;
  readonly verdict: 'CHOSEN' | 'CANDIDATE';
  readonly stock: readonly TraceStock[];
  /** Units it could send, per line of the trace. */
  readonly available: readonly number[];
  readonly startMs?: number;
  readonly handlingMinutes?: number;
  readonly readyMs?: number;
  readonly orderByMs?: number;
  readonly dispatchMs?: number;
  readonly capacity?: {
    readonly date: string;
    readonly unit: string;
    readonly limit: number;
    readonly used: number;
  };
  readonly transit?: {
    readonly target: number;
    readonly earliestDays: number;
    readonly latestDays: number;
    readonly basis: string;
    readonly confidence: number;
  };
  readonly latestMs?: number;
  /** Days of lateness the score counts. */
  readonly lateDays?: number;
  /** Score of opening the shipment, per kilogram and per unit sent (what the solver adds up). */
  readonly score?: { readonly fixed: number; readonly perKg: number; readonly perUnit: number };
  /** The same in money: cost to serve without the policy terms. */
  readonly cost?: { readonly fixed: number; readonly perKg: number; readonly perUnit: number };
  /** Well-to-wheel grams of its shipment: per parcel and per kilogram, over so many kilometres. */
  readonly carbon?: { readonly fixedGrams: number; readonly gramsPerKg: number; readonly distanceKm: number };
  /** What rules of the set add for using it, minor units. */
  readonly penalty?: number;
  readonly capUnits?: number;
  /** Saving per unit of each line (markdown) included in the score. */
  readonly unitAdjust?: readonly number[];
}

/** The problem solved for one method (and place of collection), and its answer. */
export interface TraceProblem {
  readonly code: string;
  readonly methodType: DeliveryMethodType;
  readonly pickupId?: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly weightKg: number }[];
  readonly maxShipments: number;
  readonly splitLines: boolean;
  /** Score added per day step until the last shipment is there. */
  readonly latenessPerDay: number;
  /** Score of each shipment beyond the first; part of every candidate's fixed score. */
  readonly splitScore: number;
  /** Effort of the search above the exact size, 0..1. */
  readonly effort: number;
  readonly atMs: number;
  readonly candidates: readonly TraceCandidate[];
  /** Locations with stock, and their services, that are no candidates for this method. */
  readonly refused: TraceRefusals;
  readonly answer: {
    readonly score: number;
    /** Proven: no plan scores less. Equal to the score when the plan is optimal. */
    readonly lowerBound: number;
    readonly latestMs: number;
    /** Positions in `candidates`, and the units sent of each line. */
    readonly sends: readonly { readonly candidate: number; readonly units: readonly number[] }[];
  } | null;
}

/** The whole explanation of a promise: enough to compute the answer again without the network. */
export interface PromiseTrace {
  readonly configVersion: string;
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly objective: Objective;
  readonly factorSet: string;
  readonly transitModel: string;
  /** Locations that are no candidates for any method: they lack the stock, or may not send it. */
  readonly refused: TraceRefusals;
  readonly problems: readonly TraceProblem[];
}
