import type { MethodConfig } from '../model/networkConfig.ts';
import type { Lanes } from '../network/lanes.ts';
import type { Ask } from '../question/ask.ts';
import type { Scratch } from '../workspace/scratch.ts';
import type { CartVectors } from './cartVectors.ts';
import { Refusals } from './refusals.ts';

/** One method of a question while it is worked out, towards one area: what all steps of the way share. */
export interface MethodRun {
  readonly ask: Ask;
  /** Rows of the cart, and the columns of this method. */
  readonly scratch: Scratch;
  readonly vectors: CartVectors;
  readonly method: MethodConfig;
  /** Lanes into the area the goods go to: the destination's, or that of a store of collection. */
  readonly lanes: Lanes;
  /** Why candidates were refused so far. */
  readonly refusals: Refusals;
}

/** Starts a method. @param lanes into the area the goods go to. */
export const methodRun = (ask: Ask, vectors: CartVectors, method: MethodConfig, lanes: Lanes): MethodRun => ({
  ask,
  scratch: ask.network.scratch,
  vectors,
  method,
  lanes,
  refusals: new Refusals(ask.tracer !== null),
});
