import { AbstractCursor, ChangeStream, ClientSession, ReadPreference } from 'mongodb';
import type { Document, MongoClient } from 'mongodb';
import { createEntities } from './createEntities.ts';
import { EntityMap } from './entityMap.ts';
import { executeOperation } from './executeOperation.ts';
import type { TestContext } from './executeOperation.ts';
import { expectEvents } from './expectEvents.ts';
import type { CollectionData, SpecFile, SpecTest } from './format.ts';
import { match } from './match.ts';
import { ObservedClient } from './observedClient.ts';

/** Runs one test from a fresh state and cleans up after it; throws what went wrong. Gives up after `limitMs`. */
export async function runTest(
  file: SpecFile,
  test: SpecTest,
  internal: MongoClient,
  uri: string,
  limitMs: number,
): Promise<void> {
  const failPoints = new Set<string>();
  const entities = new EntityMap();
  const context: TestContext = { entities, internal, uri, rememberFailPoint: (name) => failPoints.add(name) };
  try {
    await within(
      limitMs,
      steps(file, test, context, () => disable(failPoints, internal)),
    );
  } catch (error) {
    await within(limitMs, internal.db('admin').command({ killAllSessions: [] })).catch(() => undefined);
    throw error;
  } finally {
    await within(
      limitMs,
      cleanUp(entities, () => disable(failPoints, internal)),
    ).catch(() => undefined);
  }
}

async function steps(
  file: SpecFile,
  test: SpecTest,
  context: TestContext,
  disarm: () => Promise<void>,
): Promise<void> {
  if (test.expectLogMessages) throw new Error('this runner does not check log messages');
  for (const data of file.initialData ?? []) await fill(data, context.internal);
  await createEntities(file.createEntities ?? [], context.entities, context.uri);
  for (const operation of test.operations) await executeOperation(operation, context);
  for (const client of context.entities.all(ObservedClient)) client.stopObserving();
  await disarm();
  for (const expected of test.expectEvents ?? []) expectEvents(expected, context.entities);
  for (const data of test.outcome ?? []) await expectOutcome(data, context);
}

async function fill(data: CollectionData, internal: MongoClient): Promise<void> {
  const db = internal.db(data.databaseName);
  await db.dropCollection(data.collectionName, { writeConcern: { w: 'majority' } });
  if (data.createOptions || data.documents.length === 0) {
    await db.createCollection(data.collectionName, {
      ...data.createOptions,
      writeConcern: { w: 'majority' },
    });
  }
  if (data.documents.length === 0) return;
  const copies = data.documents.map((document) => ({ ...document }));
  await db.collection(data.collectionName).insertMany(copies, { writeConcern: { w: 'majority' } });
}

async function expectOutcome(data: CollectionData, { entities, internal }: TestContext): Promise<void> {
  const rows = internal
    .db(data.databaseName)
    .collection(data.collectionName)
    .find<Document>(
      {},
      {
        sort: { _id: 1 },
        readPreference: ReadPreference.primary,
        readConcern: 'local',
      },
    );
  const path = `outcome of ${data.collectionName}`;
  match(data.documents, await rows.toArray(), { entities, path, root: false });
}

async function disable(failPoints: Set<string>, internal: MongoClient): Promise<void> {
  for (const name of failPoints)
    await internal.db('admin').command({ configureFailPoint: name, mode: 'off' });
  failPoints.clear();
}

async function cleanUp(entities: EntityMap, disarm: () => Promise<void>): Promise<void> {
  await disarm();
  for (const cursor of [...entities.all(ChangeStream), ...entities.all(AbstractCursor)]) {
    await cursor.close().catch(() => undefined);
  }
  for (const session of entities.all(ClientSession)) await session.endSession().catch(() => undefined);
  for (const client of entities.all(ObservedClient)) await client.close();
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished after ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}
