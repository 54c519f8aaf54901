/** A choice of shipments, as column numbers of the scratch and the units each sends of every item. */
export interface Plan {
  readonly columns: readonly number[];
  /** By column of the plan, by item. */
  readonly units: readonly (readonly number[])[];
  readonly score: number;
  readonly lowerBound: number;
  readonly proven: boolean;
}

/** What the solver is asked beside the columns. */
export interface SolveOptions {
  readonly need: Int32Array;
  readonly kg: Float64Array;
  readonly units: number;
  readonly totalKg: number;
  readonly maxShipments: number;
  /** Score of one more shipment, already part of every column's fixed score. */
  readonly splitScore: number;
  /** Score per day until the last shipment is there. */
  readonly lateScore: number;
  /** Score added per unit of an item at a location (markdown savings); null when there are none. */
  readonly adjust: ReadonlyMap<number, Float64Array> | null;
  readonly effort: number;
}

/** Carts up to this many different articles are solved exactly. */
export const EXACT_ITEMS = 10;

/**
 * Candidates in compact form: only columns that can be part of a plan better than the best known one.
 * Unit scores are relative to the cheapest per item, so that all are >= 0 and `base` holds the rest.
 */
export interface Compact {
  readonly n: number;
  readonly q: number;
  readonly column: Int32Array;
  readonly location: Int32Array;
  readonly late: Int32Array;
  /** Capacity in units, no more than the cart has. */
  readonly cap: Int32Array;
  /** Units of the cart. */
  readonly total: number;
  readonly fixed: Float64Array;
  /** By candidate and item. */
  readonly avail: Int32Array;
  readonly unit: Float64Array;
  readonly anyMask: Int32Array;
  readonly fullMask: Int32Array;
  readonly need: Int32Array;
  readonly base: number;
  /** Some location has some but not all units of an item. */
  readonly partial: boolean;
  /** Some candidate has capacity for fewer units than the cart has. */
  readonly capped: boolean;
}

/** A plan among compact candidates. */
export interface Choice {
  readonly members: readonly number[];
  readonly units: readonly (readonly number[])[];
  /** Fixed and relative unit scores, without base, split correction and lateness. */
  readonly score: number;
}

/** Result of a search, in full scores (base, split correction and lateness included). */
export interface ExactResult {
  /** The best choice scoring below the limit given; null when none was found. */
  readonly choice: Choice | null;
  readonly score: number;
  readonly lowerBound: number;
  /** Whether nothing better than the choice, or the limit, can exist. */
  readonly complete: boolean;
  /** Steps of one candidate and item the search took. */
  readonly steps: number;
}
