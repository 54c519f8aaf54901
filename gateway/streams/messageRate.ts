/** Counts what a socket sends, so that a flood of it can be told from talk. */
export class MessageRate {
  readonly #mostPerSecond: number;
  readonly #nowMs: () => number;
  #windowMs = 0;
  #count = 0;

  constructor(mostPerSecond: number, nowMs: () => number) {
    this.#mostPerSecond = mostPerSecond;
    this.#nowMs = nowMs;
  }

  /** One more message; false when this second has had too many. */
  take(): boolean {
    const now = this.#nowMs();
    if (now - this.#windowMs >= 1_000) {
      this.#windowMs = now;
      this.#count = 0;
    }
    return ++this.#count <= this.#mostPerSecond;
  }
}
