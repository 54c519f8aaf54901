import type { Offers } from './offers.ts';
import type { Choice } from './problem.ts';

/** What a branch and bound may do. */
export interface BranchLimits {
  /** What the candidates have. */
  readonly offers: Offers;
  readonly maxShipments: number;
  /** By candidate: what its lateness adds; the latest of a plan is charged. */
  readonly extra: Float64Array;
  /** Only choices scoring less are of interest (fixed and relative unit scores, and what lateness adds). */
  readonly below: number;
  /** Steps of one candidate and item the search may take. */
  readonly maxSteps: number;
  /** A plan to take prices from; it need not score below the limit. */
  readonly start?: Choice | null;
}

/** Best choice below the limit. */
export interface BranchResult {
  readonly choice: Choice | null;
  /** Proven: no choice scores less than this (or than the limit). */
  readonly lowerBound: number;
  readonly steps: number;
  /** The score to beat at the end: of the choice found, or the limit given. */
  readonly limit: number;
}
