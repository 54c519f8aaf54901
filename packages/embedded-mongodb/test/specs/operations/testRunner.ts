import { ClientSession } from 'mongodb';
import { createEntities } from '../createEntities.ts';
import { Mismatch } from '../format.ts';
import { show } from '../match.ts';
import { ObservedClient } from '../observedClient.ts';
import type { OperationContext, OperationTable } from './operation.ts';
import { hidden } from '../driverInternals.ts';

/** The driver's word for each of the format's transaction states. */
const TRANSACTION_STATES: Record<string, string> = {
  none: 'NO_TRANSACTION',
  starting: 'STARTING_TRANSACTION',
  in_progress: 'TRANSACTION_IN_PROGRESS',
  committed: 'TRANSACTION_COMMITTED',
  aborted: 'TRANSACTION_ABORTED',
};

/** Operations of the runner itself: fail points and assertions. */
export const testRunnerOperations: OperationTable = {
  createEntities: ({ args, entities, uri }) => createEntities(args.entities, entities, uri),
  failPoint: async ({ args, entities, rememberFailPoint }) => {
    const { failPoint } = args;
    await entities
      .typed(args.client, ObservedClient)
      .db('admin')
      .command(failPoint, { readPreference: 'primary' });
    rememberFailPoint(failPoint.configureFailPoint);
  },
  targetedFailPoint: () => {
    throw new Error('targetedFailPoint needs a session pinned to a router, and there are none here');
  },
  assertSessionTransactionState: ({ args, entities }) => {
    const { state } = hidden(sessionOf(entities, args.session), 'transaction');
    ensure(state === TRANSACTION_STATES[args.state], `transaction is ${state}, expected ${args.state}`);
  },
  assertSessionPinned: ({ args, entities }) =>
    ensure(sessionOf(entities, args.session).isPinned, 'session is not pinned'),
  assertSessionUnpinned: ({ args, entities }) =>
    ensure(!sessionOf(entities, args.session).isPinned, 'session is pinned'),
  assertSessionDirty: ({ args, entities }) => ensure(isDirty(entities, args.session), 'session is not dirty'),
  assertSessionNotDirty: ({ args, entities }) => ensure(!isDirty(entities, args.session), 'session is dirty'),
  assertSameLsidOnLastTwoCommands: (context) => {
    const [before, last] = lastTwoLsids(context);
    ensure(before === last, `lsids differ: ${before}, ${last}`);
  },
  assertDifferentLsidOnLastTwoCommands: (context) => {
    const [before, last] = lastTwoLsids(context);
    ensure(before !== last, `lsids are the same: ${last}`);
  },
  assertNumberConnectionsCheckedOut: ({ args, entities }) => {
    const { connectionsInUse } = entities.typed(args.client, ObservedClient);
    ensure(connectionsInUse === args.connections, `${connectionsInUse} connections in use`);
  },
  assertCollectionExists: async (context) =>
    ensure(await collectionExists(context), 'collection does not exist'),
  assertCollectionNotExists: async (context) =>
    ensure(!(await collectionExists(context)), 'collection exists'),
  assertIndexExists: async (context) => ensure(await indexExists(context), 'index does not exist'),
  assertIndexNotExists: async (context) => ensure(!(await indexExists(context)), 'index exists'),
};

type Entities = OperationContext['entities'];

function sessionOf(entities: Entities, name: string): ClientSession {
  return entities.typed(name, ClientSession);
}

function isDirty(entities: Entities, name: string): boolean {
  return hidden(sessionOf(entities, name), 'serverSession').isDirty === true;
}

function lastTwoLsids({ args, entities }: OperationContext): [string, string] {
  const started = entities
    .typed(args.client, ObservedClient)
    .seen.filter(({ type }) => type === 'commandStartedEvent');
  const [before, last] = started.slice(-2).map(({ fields }) => fields.command.lsid);
  if (!before || !last) throw new Mismatch('fewer than two commands with an lsid were seen');
  return [show(before), show(last)];
}

async function collectionExists({ args, internal }: OperationContext): Promise<boolean> {
  const rows = await internal.db(args.databaseName).listCollections({ name: args.collectionName }).toArray();
  return rows.length > 0;
}

async function indexExists(context: OperationContext): Promise<boolean> {
  const { args, internal } = context;
  if (!(await collectionExists(context))) return false;
  const indexes = await internal
    .db(args.databaseName)
    .collection(args.collectionName)
    .listIndexes()
    .toArray();
  return indexes.some(({ name }) => name === args.indexName);
}

function ensure(holds: boolean, why: string): void {
  if (!holds) throw new Mismatch(why);
}
