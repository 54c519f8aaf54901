import type { JourneysState } from './journeysState.ts';
import type { PolicyState } from './promisePolicy.ts';

/** A delivery promise, in the destination's calendar. */
export interface LearnedPromise {
  /** Calendar days from the day of purchase to the promised day; delivered on that day is kept. */
  readonly days: number;
  /** The promised day, see {@link dayOf}. */
  readonly day: number;
  /** True chance that it is kept, 0..1. */
  readonly confidence: number;
  /** Expected working days, for the trace. */
  readonly expectedWorkingDays: number;
}

/** Everything a learner knows; JSON-safe. A learner restored from it goes on exactly as the one that wrote it. */
export interface LearnerState {
  readonly version: 4;
  readonly day: number;
  readonly journeys: JourneysState;
  /** One per target, the learner's own first. */
  readonly policies: readonly PolicyState[];
}
