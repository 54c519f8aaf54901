import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import type { Tx } from '../mongo/withTransaction.ts';
import type { Reactions } from './inbox.ts';
import type { JournalEvent } from './journalRow.ts';

/** An event of one type, with its payload. */
export interface EventOf<N extends EventName> extends JournalEvent<EventPayload<N>> {
  readonly type: N;
}

/** Runs in the inbox's transaction. A method and no property: a table of all names is then one type (see `bound`). */
export interface TransactionReaction<A, N extends EventName> {
  readonly kind: 'transaction';
  run(application: A, event: EventOf<N>, tx: Tx): Promise<void>;
}

/** Runs in one transaction of the inbox for all events that arrived while it was busy, each stream's in their order. */
export interface TogetherReaction<A> {
  readonly kind: 'together';
  run(application: A, events: readonly EventOf<EventName>[], tx: Tx): Promise<void>;
}

/** Reaches outside. */
export interface EffectReaction<A, N extends EventName> {
  readonly kind: 'effect';
  run(application: A, event: EventOf<N>): Promise<void>;
}

/** What a subgraph does on events, by their names: each name stands here once, and its payload follows from it. */
export type ReactionTable<A> = {
  readonly [N in EventName]?: TransactionReaction<A, N> | TogetherReaction<A> | EffectReaction<A, N>;
};

/** A reaction whose writes commit together with the inbox row: exactly once. It touches nothing but the database. */
export const inTransaction = <A, N extends EventName>(
  run: (application: A, event: EventOf<N>, tx: Tx) => Promise<void>,
): TransactionReaction<A, N> => ({ kind: 'transaction', run });

/** A reaction to many events at once, exactly once each, for projections. Put the same one under each of its names. */
export const asTogether = <A>(
  run: (application: A, events: readonly EventOf<EventName>[], tx: Tx) => Promise<void>,
): TogetherReaction<A> => ({ kind: 'together', run });

/** A reaction that reaches outside (a command to another subgraph): at least once, so pass `event.id` on as its key. */
export const asEffect = <A, N extends EventName>(
  run: (application: A, event: EventOf<N>) => Promise<void>,
): EffectReaction<A, N> => ({ kind: 'effect', run });

/** The event types a table reacts to: what its subgraph consumes. */
export const eventNamesOf = <A>(table: ReactionTable<A>): readonly EventName[] =>
  Object.keys(table) as EventName[];

/** A reaction as the inbox sees it: it hands each one only events of the name it stands under. */
type AnyReaction<A> =
  | { readonly kind: 'transaction'; run(application: A, event: JournalEvent, tx: Tx): Promise<void> }
  | { readonly kind: 'together'; run(application: A, events: readonly JournalEvent[], tx: Tx): Promise<void> }
  | { readonly kind: 'effect'; run(application: A, event: JournalEvent): Promise<void> };

/** The table for the inbox. The application is asked for per event, as it is put together after its journal. */
export function boundReactions<A>(table: ReactionTable<A>, application: () => A): Reactions {
  const reactions: Readonly<Record<string, AnyReaction<A> | undefined>> = table;
  // What stands under several names stays one: only then are its events applied together.
  const known = new Map<AnyReaction<A>, Reactions[string]>();
  return Object.fromEntries(
    Object.entries(reactions).flatMap(([name, reaction]) => {
      if (reaction === undefined) return [];
      const made = known.get(reaction) ?? bound(reaction, application);
      known.set(reaction, made);
      return [[name, made]];
    }),
  );
}

function bound<A>(reaction: AnyReaction<A>, application: () => A): Reactions[string] {
  switch (reaction.kind) {
    case 'transaction':
      return { kind: 'transaction', run: (event, tx) => reaction.run(application(), event, tx) };
    case 'together':
      return { kind: 'together', run: (events, tx) => reaction.run(application(), events, tx) };
    default:
      return { kind: 'effect', run: (event) => reaction.run(application(), event) };
  }
}
