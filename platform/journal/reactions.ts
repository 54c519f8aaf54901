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

/** Reaches outside. */
export interface EffectReaction<A, N extends EventName> {
  readonly kind: 'effect';
  run(application: A, event: EventOf<N>): Promise<void>;
}

/** What a subgraph does on events, by their names: each name stands here once, and its payload follows from it. */
export type ReactionTable<A> = {
  readonly [N in EventName]?: TransactionReaction<A, N> | EffectReaction<A, N>;
};

/** A reaction whose writes commit together with the inbox row: exactly once. It touches nothing but the database. */
export const inTransaction = <A, N extends EventName>(
  run: (application: A, event: EventOf<N>, tx: Tx) => Promise<void>,
): TransactionReaction<A, N> => ({ kind: 'transaction', run });

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
  | { readonly kind: 'effect'; run(application: A, event: JournalEvent): Promise<void> };

/** The table for the inbox. The application is asked for per event, as it is put together after its journal. */
export function boundReactions<A>(table: ReactionTable<A>, application: () => A): Reactions {
  const reactions: Readonly<Record<string, AnyReaction<A> | undefined>> = table;
  return Object.fromEntries(
    Object.entries(reactions).flatMap(([name, reaction]) =>
      reaction === undefined ? [] : [[name, bound(reaction, application)]],
    ),
  );
}

const bound = <A>(reaction: AnyReaction<A>, application: () => A): Reactions[string] =>
  reaction.kind === 'transaction'
    ? { kind: 'transaction', run: (event, tx) => reaction.run(application(), event, tx) }
    : { kind: 'effect', run: (event) => reaction.run(application(), event) };
