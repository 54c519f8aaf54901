/** When a breaker opens and how long it stays open. */
export interface BreakerSettings {
  /** Share of failed calls in the window (0 to 1) at which the breaker opens. */
  readonly failureShare: number;
  /** Calls the window must hold before the share means anything. */
  readonly minimumCalls: number;
  readonly windowMs: number;
  /** Time after which one call may try again. */
  readonly cooldownMs: number;
}

export const defaultBreaker: BreakerSettings = {
  failureShare: 0.5,
  minimumCalls: 20,
  windowMs: 10_000,
  cooldownMs: 2_000,
};

/**
 * Spares a failing subgraph: after too many failures calls are refused at once, until one trial call succeeds.
 * States: closed (counting), open (refusing), half-open (one trial under way).
 */
export class CircuitBreaker {
  readonly #settings: BreakerSettings;
  readonly #now: () => number;
  #windowEnd = 0;
  #calls = 0;
  #failures = 0;
  #openUntil = 0;
  #trial = false;

  constructor(settings: BreakerSettings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  /** True when a call may go out; in the half-open state only the first caller gets true. */
  allows(): boolean {
    if (this.#openUntil === 0) return true;
    if (this.#now() < this.#openUntil || this.#trial) return false;
    this.#trial = true;
    return true;
  }

  /** Counts how a call ended. Only faults of the subgraph count as failures, not a cancelled request. */
  record(failed: boolean): void {
    if (this.#openUntil !== 0) {
      if (!this.#trial) return;
      this.#trial = false;
      this.#openUntil = failed ? this.#now() + this.#settings.cooldownMs : 0;
      this.#calls = this.#failures = 0;
      return;
    }
    const now = this.#now();
    if (now >= this.#windowEnd) {
      this.#windowEnd = now + this.#settings.windowMs;
      this.#calls = this.#failures = 0;
    }
    this.#calls++;
    if (failed) this.#failures++;
    const { minimumCalls, failureShare, cooldownMs } = this.#settings;
    if (this.#calls >= minimumCalls && this.#failures >= this.#calls * failureShare) {
      this.#openUntil = now + cooldownMs;
    }
  }

  /** The trial did not happen (cancelled): the next caller may try. */
  release(): void {
    this.#trial = false;
  }

  get isOpen(): boolean {
    return this.#openUntil !== 0;
  }
}
