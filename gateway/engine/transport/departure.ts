/** Something that must be told when its caller has gone. */
export interface Cancellable {
  cancel(): void;
}

/**
 * The going of a caller who waits. It says the same as an `AbortSignal`, whose making alone costs as much as the
 * rest of a small request's bookkeeping, and which is therefore made only for those who know nothing else.
 */
export interface Departure {
  readonly hasGone: boolean;
  /** Tells `target` when the caller goes, unless it is forgotten before. */
  tell(target: Cancellable): void;
  forget(target: Cancellable): void;
}

/** Whom to tell, in the order they came: few, because one request makes few calls at once. */
export class Departures implements Departure {
  #targets: Cancellable[] = [];
  hasGone = false;

  tell(target: Cancellable): void {
    this.#targets.push(target);
  }

  forget(target: Cancellable): void {
    const at = this.#targets.lastIndexOf(target);
    if (at < 0) return;
    const last = this.#targets.pop();
    if (last && last !== target) this.#targets[at] = last;
  }

  /** The caller has gone. */
  go(): void {
    this.hasGone = true;
    for (const target of this.#targets.splice(0)) target.cancel();
  }
}

const known = new WeakMap<AbortSignal, Departures>();

/** The departure a signal stands for: one listener, however many calls share the signal. */
export function departureOf(signal: AbortSignal): Departure {
  let departures = known.get(signal);
  if (!departures) {
    departures = new Departures();
    departures.hasGone = signal.aborted;
    known.set(signal, departures);
    const made = departures;
    signal.addEventListener('abort', () => made.go(), { once: true });
  }
  return departures;
}
