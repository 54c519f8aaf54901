/** Counts work under way, so that closing can wait for it. */
export class Running {
  #count = 0;
  readonly #idle: (() => void)[] = [];

  /** Counts a promise until it settles. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#count++;
    work.then(this.#leave, this.#leave);
    return work;
  }

  /** Counts an iteration until it ends or is left. */
  async *trackIterable<T>(source: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
    this.#count++;
    try {
      yield* source;
    } finally {
      this.#leave();
    }
  }

  /** Resolves when nothing is under way. */
  whenIdle(): Promise<void> {
    return this.#count === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  #leave = (): void => {
    if (--this.#count === 0) for (const resolve of this.#idle.splice(0)) resolve();
  };
}
