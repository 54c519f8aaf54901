import type { TraceProblem } from '../traceTypes.ts';

/** Collects the problems of one answer when the caller asked for an explanation. */
export class Tracer {
  readonly problems: TraceProblem[] = [];
}
