/** Counts failures of each source in a window, to stop looking at a source that only fails. */
export class Failures {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #nowMs: () => number;
  readonly #counts = new Map<string, { count: number; readonly untilMs: number }>();

  constructor(most: number, windowMs: number, nowMs: () => number) {
    this.#most = most;
    this.#windowMs = windowMs;
    this.#nowMs = nowMs;
  }

  /** Milliseconds for which a source is not looked at; 0 when it is. */
  blockedMs(source: string): number {
    const found = this.#counts.get(source);
    if (!found || found.count < this.#most) return 0;
    return Math.max(0, found.untilMs - this.#nowMs());
  }

  note(source: string): void {
    const now = this.#nowMs();
    const found = this.#counts.get(source);
    if (found && found.untilMs > now) {
      found.count++;
      return;
    }
    this.#counts.delete(source);
    // The oldest go first, so that a flood of addresses takes no memory.
    if (this.#counts.size >= mostSources) this.#counts.delete(this.#counts.keys().next().value as string);
    this.#counts.set(source, { count: 1, untilMs: now + this.#windowMs });
  }
}

const mostSources = 10_000;
