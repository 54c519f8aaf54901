import { SubgraphUnavailable } from '../../../platform/subgraphHttp/subgraphUnavailable.ts';

/** Bounds how many calls of one subgraph run at once; the rest wait in line, and the line is bounded too. */
export class ConcurrencyLimit {
  readonly #limit: number;
  readonly #queueLimit: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limit: number, queueLimit: number) {
    this.#limit = limit;
    this.#queueLimit = queueLimit;
  }

  /** Takes a place: at once (undefined) or when the promise resolves. Throws when the line is full. */
  enter(): Promise<void> | undefined {
    if (this.#running < this.#limit) {
      this.#running++;
      return undefined;
    }
    if (this.#waiting.length >= this.#queueLimit) {
      throw new SubgraphUnavailable('SUBGRAPH_OVERLOADED', 'Too many requests wait for the subgraph.');
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Gives the place to the next in line. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running--;
  }
}
