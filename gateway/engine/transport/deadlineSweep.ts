/** Something that must be told when its time is over. */
export interface Expirable {
  /** Milliseconds of the process's own clock (`performance.now`) at which it is over. Kept by whoever is watched. */
  dueMs: number;
  /** Where the sweep finds it. Kept by the sweep. */
  place: number;
  expire(): void;
}

/** How late somebody may be told, milliseconds. */
const grainMs = 25;

/**
 * Watches deadlines by looking at all of them now and then. Nearly every call ends long before its time is over, so
 * what counts is the price of watching one and of forgetting it again: a timer for each call costs twenty times as much.
 */
export class DeadlineSweep {
  readonly #watched: Expirable[] = [];
  #timer: NodeJS.Timeout | undefined;

  watch(target: Expirable): void {
    target.place = this.#watched.push(target) - 1;
    this.#timer ??= setInterval(() => this.#look(), grainMs).unref();
  }

  /** Forgets a target that is watched. */
  forget(target: Expirable): void {
    const last = this.#watched.pop();
    if (last === undefined || last === target) return;
    this.#watched[target.place] = last;
    last.place = target.place;
  }

  #look(): void {
    const nowMs = performance.now();
    // From the end, because whoever expires is forgotten and the last one takes the place.
    for (let at = this.#watched.length - 1; at >= 0; at--) {
      const target = this.#watched[at];
      if (target && target.dueMs <= nowMs) target.expire();
    }
    if (this.#watched.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
