import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { MongoClient } from 'mongodb';
import type { Collection, CreateCollectionOptions, Db, Document } from 'mongodb';
import { startTargetServer } from '../targetServer.ts';
import type { TargetServer } from '../targetServer.ts';
import type { Row } from '../rows.ts';

/** What a file of cases works with: one server and one database, a new collection for every case. */
export interface Target {
  readonly uri: string;
  readonly client: MongoClient;
  readonly db: Db;
  /** A new collection holding these documents, in this order. */
  collection(documents?: readonly Document[], options?: CreateCollectionOptions): Promise<Collection<Row>>;
}

/** Starts the server before the cases of this file and stops it after them. */
export function useTarget(): Target {
  const name = `conformance_${randomUUID().slice(0, 8)}`;
  let server: TargetServer | undefined;
  let client: MongoClient | undefined;
  let count = 0;
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the target is there only while cases run');
    return value;
  };
  beforeAll(async () => {
    server = await startTargetServer();
    client = await new MongoClient(server.uri).connect();
  });
  afterAll(async () => {
    await client?.db(name).dropDatabase();
    await client?.close();
    await server?.stop();
  });
  return {
    get uri() {
      return started(server).uri;
    },
    get client() {
      return started(client);
    },
    get db() {
      return started(client).db(name);
    },
    async collection(documents = [], options) {
      count += 1;
      const collection = await this.db.createCollection<Row>(`c${count}`, options);
      // Copies, because the driver adds a missing _id to what it is given.
      if (documents.length > 0) await collection.insertMany(documents.map((document) => ({ ...document })));
      return collection;
    },
  };
}
