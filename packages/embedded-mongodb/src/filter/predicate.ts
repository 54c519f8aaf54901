import type { StringOrder } from '../document/compare.ts';
import type { Doc } from '../document/types.ts';

/** Where in an array a filter found its match, for the positional operator. */
export interface MatchPosition {
  index?: number;
}

/** A compiled filter. */
export type Predicate = (doc: Doc, position?: MatchPosition) => boolean;

/** Tests one value; `undefined` stands for a missing one. */
export interface Leaf {
  (value: unknown, position?: MatchPosition): boolean;
  /** True when an array is tested as a whole, never element by element. */
  wholeOnly?: boolean;
}

/** What besides the filter decides a match. */
export interface FilterOptions {
  /** How strings compare, when a collation was asked for. */
  readonly strings?: StringOrder | undefined;
  /** The variables `$expr` may use. */
  readonly variables?: Doc | undefined;
}
