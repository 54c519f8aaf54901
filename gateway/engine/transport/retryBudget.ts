/** How often reads are tried again. */
export interface RetrySettings {
  /** Extra tries per call. */
  readonly attempts: number;
  /** First pause; doubles with each try and is spread by jitter, milliseconds. */
  readonly pauseMs: number;
  /** Retries allowed per ordinary call on average, so that an outage is not answered with a flood. */
  readonly budgetShare: number;
}

export const defaultRetry: RetrySettings = { attempts: 2, pauseMs: 20, budgetShare: 0.1 };

/** A budget grows with calls and shrinks with retries. */
export class RetryBudget {
  readonly #share: number;
  readonly #most: number;
  #tokens: number;

  constructor(share: number, most = 20) {
    this.#share = share;
    this.#most = most;
    this.#tokens = most;
  }

  earn(): void {
    if (this.#tokens < this.#most) this.#tokens = Math.min(this.#most, this.#tokens + this.#share);
  }

  /** Takes one retry from the budget; false when it is used up. */
  spend(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }
}

/** Longest pause, milliseconds, whatever the number of tries. */
const longestPauseMs = 1_000;

/** Pause before try `attempt` (1 for the first retry): exponential, evenly spread over the upper half. */
export function retryPauseMs(settings: RetrySettings, attempt: number, random: () => number): number {
  const full = Math.min(longestPauseMs, settings.pauseMs * 2 ** (attempt - 1));
  return full / 2 + (full / 2) * random();
}
