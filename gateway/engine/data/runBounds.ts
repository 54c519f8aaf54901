import type { GuardLimits } from '../guard/limits.ts';

/** What one run may gather and answer: the price of an operation is an estimate, and subgraphs may answer more. */
export class RunBounds {
  /** Longest answer, characters. */
  readonly answerLength: number;
  #left: number;
  #exceeded = false;

  constructor({ values, answerLength }: Pick<GuardLimits, 'values' | 'answerLength'>) {
    this.#left = values;
    this.answerLength = answerLength;
  }

  /** True once the run is over its bounds: nothing more is fetched or written for it. */
  get exceeded(): boolean {
    return this.#exceeded;
  }

  /** Counts objects or list items; false when they are too many. */
  take(count: number): boolean {
    this.#left -= count;
    if (this.#left < 0) this.#exceeded = true;
    return !this.#exceeded;
  }

  exceed(): void {
    this.#exceeded = true;
  }
}
