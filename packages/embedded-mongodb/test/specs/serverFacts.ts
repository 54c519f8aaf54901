import type { MongoClient } from 'mongodb';
import type { ServerFacts } from './requirements.ts';

/** Asks the server what it is, for the tests' requirements. */
export async function serverFacts(internal: MongoClient): Promise<ServerFacts> {
  const admin = internal.db('admin');
  const { version } = await admin.command({ buildInfo: 1 });
  const hello = await admin.command({ hello: 1 });
  const topology = hello.setName ? 'replicaset' : hello.msg === 'isdbgrid' ? 'sharded' : 'single';
  return { version, topology, auth: internal.options.credentials !== undefined };
}
