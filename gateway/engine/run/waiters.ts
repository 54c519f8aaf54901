import type { Departure } from '../transport/departure.ts';
import { departureOf, Departures } from '../transport/departure.ts';
import type { RequestScope } from '../types.ts';

/**
 * Those who wait for one shared piece of work. The going of one must not end what others wait for; when the last one
 * has gone, the work is told, by the same means as the work of a single request.
 */
export class Waiters {
  readonly #scopes: RequestScope[] = [];
  readonly #deserted: () => void;
  #departures: Departures | undefined;
  #gone = 0;

  /** `deserted` is called when nobody waits any more, before the work is told. */
  constructor(deserted: () => void) {
    this.#deserted = deserted;
  }

  add(scope: RequestScope): void {
    this.#scopes.push(scope);
    if (this.#departures) this.#watch(scope);
  }

  /** True when nobody waits any more. */
  get hasLeft(): boolean {
    return this.#scopes.every(({ hasLeft }) => hasLeft === true);
  }

  /** Made when first asked for: work in this process never asks. */
  get departure(): Departure {
    if (!this.#departures) {
      this.#departures = new Departures();
      for (const scope of this.#scopes) this.#watch(scope);
    }
    return this.#departures;
  }

  /** The work is over. Who waited is let go, or whatever still holds the work would keep every one of them. */
  end(): void {
    this.#scopes.length = 0;
    this.#departures = undefined;
  }

  #watch(scope: RequestScope): void {
    const departure = scope.departure ?? (scope.signal && departureOf(scope.signal));
    if (!departure) return;
    if (departure.hasGone) this.#oneGone();
    else departure.tell({ cancel: () => this.#oneGone() });
  }

  #oneGone(): void {
    if (++this.#gone < this.#scopes.length) return;
    this.#deserted();
    this.#departures?.go();
  }
}

/** The scope of shared work: what all who wait have in common. */
export class SharedScope implements RequestScope {
  readonly identity: unknown;
  readonly authority: RequestScope['authority'];
  readonly requestId: string;
  readonly headers: RequestScope['headers'];
  readonly deadlineMs: number;
  declare readonly rolloutKey?: string;
  declare readonly onSubgraphHeaders?: NonNullable<RequestScope['onSubgraphHeaders']>;
  readonly #waiters: Waiters;

  constructor(first: RequestScope, waiters: Waiters) {
    this.identity = first.identity;
    this.authority = first.authority;
    this.requestId = first.requestId;
    this.headers = first.headers;
    this.deadlineMs = first.deadlineMs;
    if (first.rolloutKey !== undefined) this.rolloutKey = first.rolloutKey;
    this.#waiters = waiters;
    // Observers keep what they know of a request on its scope, under symbols of theirs.
    for (const symbol of Object.getOwnPropertySymbols(first))
      Object.defineProperty(this, symbol, { value: Reflect.get(first, symbol) });
  }

  get departure(): Departure {
    return this.#waiters.departure;
  }

  get hasLeft(): boolean {
    return this.#waiters.hasLeft;
  }
}
