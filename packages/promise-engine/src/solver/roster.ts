import type { Compact } from './problem.ts';

const FREE = 0;
const IN = 1;
const OUT = 2;

/** Who takes part in a search: candidates that are open, may still be opened, or are ruled out for the moment. */
export class Roster {
  readonly #location: Int32Array;
  readonly #state: Uint8Array;
  /** Those that are looked at, in no particular order. */
  use: Int32Array;
  /** Those that are open, in the order they were opened. */
  readonly open: number[] = [];

  constructor(c: Compact, use: Int32Array) {
    this.#location = c.location;
    this.#state = new Uint8Array(c.n);
    this.use = use;
  }

  isOpen(k: number): boolean {
    return this.#state[k] === IN;
  }

  isOut(k: number): boolean {
    return this.#state[k] === OUT;
  }

  /** Those that may still be opened. */
  free(): Int32Array {
    return this.use.filter((k) => this.#state[k] === FREE);
  }

  /** Looks no more at those that fail a test, nor at what is ruled out. */
  keep(test: (k: number) => boolean): void {
    this.use = this.use.filter((k) => this.#state[k] === IN || (this.#state[k] === FREE && test(k)));
  }

  /** Opens a candidate; returns its location's other candidates, now ruled out. */
  enter(k: number): number[] {
    this.open.push(k);
    this.#state[k] = IN;
    const twins: number[] = [];
    for (const t of this.use) {
      if (this.#state[t] !== FREE || this.#location[t] !== this.#location[k]) continue;
      this.#state[t] = OUT;
      twins.push(t);
    }
    return twins;
  }

  /** Rules the candidate out that was opened last, and lets its location's others in again. */
  leave(k: number, twins: readonly number[]): void {
    this.open.pop();
    this.#state[k] = OUT;
    for (const t of twins) this.#state[t] = FREE;
  }

  /** Lets candidates in again. */
  readmit(candidates: readonly number[]): void {
    for (const k of candidates) this.#state[k] = FREE;
  }
}
