import type { DeliveryMethodType } from './networkConfig.ts';

/** Facts a rule may ask about. The order's facts are known once; a location's facts per candidate. */
export type RuleField =
  | 'order.units'
  | 'order.lines'
  | 'order.weightKg'
  | 'order.value'
  | 'order.channel'
  | 'order.country'
  | 'order.postalCode'
  | 'order.customised'
  | 'order.sku'
  | 'order.category'
  | 'order.brand'
  | 'order.customerGroup'
  | 'method.code'
  | 'method.type'
  | 'service.id'
  | 'service.carrier'
  | 'location.id'
  | 'location.type'
  | 'location.country'
  | 'location.group'
  | 'location.load'
  | 'location.distanceKm';

export type RuleScalar = string | number | boolean;

/** One comparison: every operator given must hold. */
export interface Comparison {
  readonly eq?: RuleScalar;
  readonly ne?: RuleScalar;
  readonly in?: readonly RuleScalar[];
  readonly notIn?: readonly RuleScalar[];
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}

/** A condition as data: a conjunction of comparisons, or and / or / not of conditions. */
export type Condition =
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: RuleField; readonly is: Comparison };

/** DENY removes a candidate; ONLY keeps nothing else when its `when` holds; PENALTY adds to its cost. */
export type SourcingRule =
  | { readonly id: string; readonly action: 'DENY'; readonly when: Condition }
  | { readonly id: string; readonly action: 'ONLY'; readonly if?: Condition; readonly when: Condition }
  | { readonly id: string; readonly action: 'PENALTY'; readonly when: Condition; readonly amount: number };

/** A named set of locations; lower priority numbers are preferred by the PRIORITY criterion. */
export interface LocationGroup {
  readonly name: string;
  readonly locationIds?: readonly string[];
  readonly types?: readonly ('WAREHOUSE' | 'STORE' | 'SUPPLIER')[];
  readonly priority: number;
}

/** What is compared. COST is the plain cost to serve; the others are counted per shipment or per plan. */
export type Criterion =
  'COST' | 'SPLITS' | 'LATENESS' | 'CARBON' | 'LOAD' | 'MARKDOWN' | 'PRIORITY' | 'DISTANCE';

/** Weights turn everything into minor units; lexicographic criteria are compared one after the other. */
export type Objective =
  | { readonly kind: 'WEIGHTED'; readonly weights: ObjectiveWeights }
  | { readonly kind: 'LEXICOGRAPHIC'; readonly criteria: readonly Criterion[] };

/** Minor units per one of each thing; cost itself always weighs 1. */
export interface ObjectiveWeights {
  /** Per shipment beyond the first. */
  readonly split: number;
  /** Per day until the last shipment is there. */
  readonly latenessPerDay: number;
  /** Per tonne of CO2e. */
  readonly carbonPerTonne: number;
  /** For a location with load 1, per shipment. */
  readonly load: number;
  /** Share of the variant's markdown amount counted as a saving, 0..1. */
  readonly markdown: number;
  /** Per priority step of the location's group, per shipment. */
  readonly priority?: number;
  /** Per kilometre, per shipment. */
  readonly distancePerKm?: number;
}

/** One step of the tolerance chain of a sourcing decision. */
export interface SourcingStage {
  readonly name: string;
  /** Days the promised date may be missed by in this stage. */
  readonly toleranceDays: number;
  /** Rules that hold in this stage only. */
  readonly rules?: readonly SourcingRule[];
  readonly maxSplits?: number;
}

/** A retailer's rules: data, versioned, immutable once published. */
export interface RuleSet {
  readonly id: string;
  readonly version: number;
  readonly name?: string;
  readonly objective: Objective;
  readonly rules: readonly SourcingRule[];
  readonly groups?: readonly LocationGroup[];
  readonly stages: readonly SourcingStage[];
  /** Shipments beyond the first that an order may be split into. */
  readonly maxSplits: number;
  /** Units of one line may come from several locations. */
  readonly splitLines: boolean;
  /** Minutes from order to release (payment, fraud check). */
  readonly releaseMinutes: number;
  /** Share of promises to keep, used as the quantile asked of the transit model. */
  readonly keptTarget: number;
  /** How many days ahead a promise may look. */
  readonly horizonDays: number;
  /** How old a source may be before the promise is degraded, in ms, and what is added then. */
  readonly degraded: {
    readonly staleAfterMs: Readonly<Partial<Record<DataSource, number>>>;
    readonly addDays: number;
    /** Units withheld per article and location while stock is stale. */
    readonly withholdUnits: number;
  };
  /** Method types the set switches off. */
  readonly disabledMethods?: readonly DeliveryMethodType[];
}

/** Sources of data whose age is watched; CALENDAR: whether the holidays of the time asked about are known. */
export type DataSource = 'STOCK' | 'CAPACITY' | 'TRANSIT' | 'CARRIERS' | 'CATALOG' | 'CALENDAR';

/** A fault in a rule set: where it is and why it is refused. */
export interface RuleProblem {
  /** JSON path, for example `rules[2].when.is.gt`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}
