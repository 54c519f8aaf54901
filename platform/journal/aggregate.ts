import type { Model } from '../mongo/mongoTypes.ts';
import type { VersionedDocument } from '../mongo/saveVersioned.ts';
import type { NewEvent } from './journalRow.ts';

/** How one kind of thing is stored and how its events change it. */
export interface Aggregate<S, E extends NewEvent> {
  /** Prefix of its streams: `order` gives `order:<id>`. */
  readonly name: string;
  /** Mongoose model of the current state; its schema has `_id: String` and `version: Number`. */
  readonly model: Model<VersionedDocument & S>;
  /** Fold one event into the state; undefined before the first event. Pure. `at` is the event's time, epoch ms. */
  evolve(state: S | undefined, event: E, at: number): S;
}

/** Name an aggregate; checks nothing, gives the types. */
export function defineAggregate<S, E extends NewEvent>(definition: {
  name: string;
  model: unknown;
  evolve: (state: S | undefined, event: E, at: number) => S;
}): Aggregate<S, E> {
  return definition as Aggregate<S, E>;
}
