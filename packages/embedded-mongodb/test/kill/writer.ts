import type { Collection, Db, MongoClient } from 'mongodb';
import { chooseChange } from './chooseChange.ts';
import { stateAfter } from './model.ts';
import type { Change, Row, WriterState } from './model.ts';

/** A stored row; its key is `_id`. */
export type StoredRow = Row & { _id: string };

/** What a writer knows when the server is gone. */
export interface WriterEnd {
  /** All acknowledged changes applied. */
  state: WriterState;
  /** The change that was under way, neither acknowledged nor refused. */
  inFlight: Change | undefined;
  /** How many changes were acknowledged. */
  acknowledged: number;
}

/** What one writer is to do. */
export interface WriterTask {
  /** Its number; no other writer touches its documents. */
  writer: number;
  /** Its documents as they are stored now. */
  begin: WriterState;
  /** The serial number of its first change. */
  firstSerial: number;
  random: () => number;
  /** Called after each acknowledged change. */
  acknowledge: () => void;
}

/** Changes the writer's own documents until the server is gone; only an acknowledged change enters the state, and is told. */
export async function runWriter(
  client: MongoClient,
  db: Db,
  { writer, begin, firstSerial, random, acknowledge }: WriterTask,
): Promise<WriterEnd> {
  let state = begin;
  for (let done = 0; ; done += 1) {
    const change = chooseChange(writer, state, firstSerial + done, random);
    try {
      await apply(client, db, change);
    } catch {
      return { state, inFlight: change, acknowledged: done };
    }
    state = stateAfter(state, change);
    acknowledge();
  }
}

async function apply(client: MongoClient, db: Db, change: Change): Promise<void> {
  const rows: Collection<StoredRow> = db.collection('rows');
  switch (change.kind) {
    case 'insert':
      return void (await rows.insertOne({ _id: change.key, ...change.row }));
    case 'insertMany':
      return void (await rows.insertMany(change.rows.map(([_id, row]) => ({ _id, ...row }))));
    case 'update':
      return void (await rows.updateOne({ _id: change.key }, { $set: change.row }));
    case 'delete':
      return void (await rows.deleteOne({ _id: change.key }));
    case 'transaction':
      return moveInTransaction(client, db, change);
  }
}

async function moveInTransaction(
  client: MongoClient,
  db: Db,
  change: Change & { kind: 'transaction' },
): Promise<void> {
  const session = client.startSession();
  try {
    session.startTransaction({ writeConcern: { w: 'majority', j: true } });
    await db.collection<StoredRow>('rows').updateOne({ _id: change.key }, { $set: change.row }, { session });
    await db.collection<{ _id: string }>('ledger').insertOne({ _id: change.entry }, { session });
    await session.commitTransaction();
  } finally {
    await session.endSession().catch(() => undefined);
  }
}
