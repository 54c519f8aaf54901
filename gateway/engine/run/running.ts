/** Counts work under way, so that closing can wait for it. */
export class Running {
  #count = 0;
  readonly #idle: (() => void)[] = [];

  /** Something begins; `leave` must follow. */
  enter(): void {
    this.#count++;
  }

  leave(): void {
    if (--this.#count === 0 && this.#idle.length > 0) for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** Counts an iteration until it ends or is left. */
  async *trackIterable<T>(source: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
    this.enter();
    try {
      yield* source;
    } finally {
      this.leave();
    }
  }

  /** Resolves when nothing is under way. */
  whenIdle(): Promise<void> {
    return this.#count === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }
}
