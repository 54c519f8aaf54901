import type { TraceProblem } from '../model/traceTypes.ts';

/** Collects the problems of one answer when the caller asked for an explanation. */
export class Tracer {
  readonly problems: TraceProblem[] = [];
}
