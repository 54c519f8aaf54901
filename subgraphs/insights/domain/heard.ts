import type { EventName, EventPayload } from '../../../schema/events/registry.ts';

/** An event as a fact hears of it. */
export interface Heard<N extends EventName> {
  readonly type: N;
  readonly data: EventPayload<N>;
  /** Epoch ms. */
  readonly at: number;
}

/** How one event changes a fact: pure. Undefined leaves things as they are, for an event that means nothing to it. */
export interface Fold<F, N extends EventName> {
  // A method: a table of all names is then one type.
  fold(fact: F | undefined, heard: Heard<N>): F | undefined;
}

/** How the events of one kind of stream change a fact; every fact is folded from one stream alone. */
export type Folds<F> = { readonly [N in EventName]?: Fold<F, N>['fold'] };
