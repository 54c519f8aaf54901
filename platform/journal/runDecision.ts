import { builtFilter } from '../mongo/modelOf.ts';
import { saveVersioned, type VersionedDocument } from '../mongo/saveVersioned.ts';
import { withTransaction, type Tx } from '../mongo/withTransaction.ts';
import type { Aggregate } from './aggregate.ts';
import type { Journal } from './journal.ts';
import type { JournalEvent, NewEvent } from './journalRow.ts';

/** What a decision says: the events (none: nothing changes) and, if it wants, something for its caller. */
export type Decision<E extends NewEvent, R> =
  readonly E[] | { readonly events: readonly E[]; readonly outcome: R };

/** One decision on one aggregate. */
export interface DecisionInput<S, E extends NewEvent, R> {
  readonly id: string;
  readonly actor: string;
  readonly cause: string;
  /** Pure: it may run again when somebody else was faster. Throw a coded error to refuse. */
  readonly decide: (state: S | undefined) => Decision<E, R>;
  /** Take part in this transaction (which then does the retrying) instead of opening one. */
  readonly tx?: Tx | undefined;
  /** More writes of the same transaction, once the events are known. */
  readonly also?: (tx: Tx, result: DecisionResult<S, R>) => Promise<void>;
}

/** What became of it. */
export interface DecisionResult<S, R> {
  /** State after the events; undefined only if there was none and none was made. */
  readonly state: S | undefined;
  readonly version: number;
  readonly events: readonly JournalEvent[];
  readonly outcome: R | undefined;
}

/**
 * Load the aggregate, decide, fold the events, save the state and append the events: one transaction, tried again as
 * a whole when another writer was faster.
 */
export async function runDecision<S extends object, E extends NewEvent, R = undefined>(
  journal: Journal,
  aggregate: Aggregate<S, E>,
  input: DecisionInput<S, E, R>,
): Promise<DecisionResult<S, R>> {
  if (typeof input.id !== 'string' || input.id === '')
    throw new TypeError(`A decision on ${aggregate.name} needs an id.`);
  if (input.tx !== undefined) return decideIn(input.tx, journal, aggregate, input);
  return journal.exclusive(`${aggregate.name}:${input.id}`, () =>
    withTransaction(journal.connection, (tx) => decideIn(tx, journal, aggregate, input)),
  );
}

async function decideIn<S extends object, E extends NewEvent, R>(
  tx: Tx,
  journal: Journal,
  aggregate: Aggregate<S, E>,
  input: DecisionInput<S, E, R>,
): Promise<DecisionResult<S, R>> {
  const { id, actor, cause } = input;
  const filter = builtFilter<VersionedDocument & S>({ _id: id });
  const found = await aggregate.model
    .findOne(filter)
    .session(tx.session)
    .lean<VersionedDocument & S>()
    .exec();
  const before = found === null ? undefined : stateOf<S>(found);
  const version = found?.version ?? 0;
  const decided = input.decide(before);
  const events = 'events' in decided ? decided.events : decided;
  const outcome = 'events' in decided ? decided.outcome : undefined;
  const stream = `${aggregate.name}:${id}`;
  let state = before;
  for (const event of events) state = aggregate.evolve(state, event, journal.clock.nowMs());
  let written: JournalEvent[] = [];
  if (events.length > 0 && state !== undefined) {
    const document = { ...state, _id: id, version: version + events.length };
    await saveVersioned(aggregate.model, tx, document, version);
    written = await journal.append(tx, { stream, expectedSeq: version, events, actor, cause });
  }
  const result = { state, version: version + events.length, events: written, outcome };
  await input.also?.(tx, result);
  journal.crashpoint(`${aggregate.name}.beforeCommit`);
  return result;
}

/** The state without what the storage adds. An `id` field of the state itself is kept. */
function stateOf<S>(document: VersionedDocument & S): S {
  const { version: _version, ...state } = document as VersionedDocument & Record<string, unknown>;
  return state as S;
}
