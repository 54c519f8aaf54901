import { Db, GridFSBucket, ReadPreference } from 'mongodb';
import type {
  ClientSessionOptions,
  Document,
  MongoClientOptions,
  ReadPreferenceMode,
  Timestamp,
} from 'mongodb';
import { concerns, transactionOptions } from './driverOptions.ts';
import type { EntityMap } from './entityMap.ts';
import { ObservedClient } from './observedClient.ts';
import { hidden } from './driverInternals.ts';

/** Creates the described entities in order, against the server at `uri`. */
export async function createEntities(
  descriptions: Document[],
  entities: EntityMap,
  uri: string,
): Promise<void> {
  for (const description of descriptions) {
    const [kind, fields] = Object.entries(description)[0] as [string, Document];
    const create = CREATORS[kind];
    if (!create) throw new Error(`this runner has no entity of kind ${kind}`);
    entities.set(fields.id, await create(fields, entities, uri));
  }
}

type Creator = (fields: Document, entities: EntityMap, uri: string) => unknown;

const CREATORS: Record<string, Creator> = {
  client: createClient,
  database: ({ client, databaseName, databaseOptions }, entities) =>
    entities.typed(client, ObservedClient).db(databaseName, concerns(databaseOptions ?? {})),
  collection: ({ database, collectionName, collectionOptions }, entities) =>
    entities.typed(database, Db).collection(collectionName, concerns(collectionOptions ?? {})),
  session: createSession,
  bucket: ({ database, bucketOptions }, entities) =>
    new GridFSBucket(entities.typed(database, Db), bucketOptions),
};

async function createClient(fields: Document, _entities: EntityMap, uri: string): Promise<ObservedClient> {
  const url = new URL(uri);
  const { readPreference, ...uriOptions } = (fields.uriOptions ?? {}) as Document;
  for (const [key, value] of Object.entries(uriOptions)) url.searchParams.set(key, String(value));
  const options = {
    ...(fields.serverApi && { serverApi: fields.serverApi }),
    // A real server's fail points must not be spent on the driver's own first ping.
    __skipPingOnConnect: true,
    heartbeatFrequencyMS: 500,
    minHeartbeatFrequencyMS: 50,
  } as MongoClientOptions;
  const client = new ObservedClient(
    url.href,
    options,
    fields.observeEvents ?? [],
    fields.ignoreCommandMonitoringEvents ?? [],
  );
  await client.connect();
  if (readPreference) preferAfterConnecting(client, readPreference);
  return client;
}

/**
 * Connecting, the driver waits for a server of the client's read preference, and a replica set of one has no
 * secondary; the tests that prefer one only ask what is sent, so the preference is set when the client is connected.
 */
function preferAfterConnecting(client: ObservedClient, mode: ReadPreferenceMode): void {
  hidden(client, 's').options.readPreference = new ReadPreference(mode);
}

function createSession({ client, sessionOptions }: Document, entities: EntityMap): unknown {
  const { defaultTransactionOptions, snapshotTime, ...others } = (sessionOptions ?? {}) as Document;
  const options: ClientSessionOptions = {
    ...others,
    ...(defaultTransactionOptions && {
      defaultTransactionOptions: transactionOptions(defaultTransactionOptions),
    }),
  };
  const session = entities.typed(client, ObservedClient).startSession(options);
  // The driver takes no snapshotTime option yet; the field it would set is there.
  if (snapshotTime !== undefined)
    (session as { snapshotTime?: Timestamp }).snapshotTime = entities.get(snapshotTime) as Timestamp;
  return session;
}
