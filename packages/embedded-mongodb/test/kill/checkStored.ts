import type { Collection, Db, Document } from 'mongodb';
import { possibleStates, stateText } from './model.ts';
import type { WriterState } from './model.ts';
import type { StoredRow, WriterEnd } from './writer.ts';

/**
 * Compares what is stored after a restart with what the writers know. Throws when an acknowledged change is missing,
 * when something is there that nobody wrote, or when the change under way is there in part. Gives the true states.
 */
export async function checkStored(db: Db, ends: readonly WriterEnd[]): Promise<WriterState[]> {
  const stored = await storedStates(db, ends.length);
  return ends.map(({ state, inFlight }, writer) => {
    const actual = stored[writer] as WriterState;
    const allowed = inFlight ? possibleStates(state, inFlight) : [state];
    if (allowed.some((candidate) => stateText(candidate) === stateText(actual))) return actual;
    throw new Error(
      `writer ${writer}: stored ${stateText(actual)}, acknowledged ${stateText(state)}, ` +
        `under way ${JSON.stringify(inFlight)}`,
    );
  });
}

async function storedStates(db: Db, writers: number): Promise<WriterState[]> {
  const states: WriterState[] = Array.from({ length: writers }, () => ({ rows: {}, ledger: [] }));
  for await (const { _id, code, n } of db.collection<StoredRow>('rows').find())
    writerOf(states, _id).rows[_id] = { code, n };
  for await (const { _id } of db.collection<{ _id: string }>('ledger').find())
    writerOf(states, _id).ledger.push(_id);
  return states;
}

function writerOf(states: WriterState[], key: string): WriterState {
  const state = states[Number.parseInt(key, 10)];
  if (!state) throw new Error(`${key} is stored, but no writer wrote it`);
  return state;
}

/** Every index agrees with a full scan, counts agree, and the server's own validation finds nothing. */
export async function checkIndexes(db: Db, name: string): Promise<void> {
  const collection = db.collection<Document>(name);
  const scanned = await idsBy(collection, { $natural: 1 });
  for (const index of await collection.indexes()) {
    const found = await idsBy(collection, index.name as string);
    if (found.join() !== scanned.join())
      throw new Error(`${name}: index ${index.name} holds ${found}, a scan ${scanned}`);
  }
  const counts = [await collection.countDocuments(), await collection.estimatedDocumentCount()];
  if (counts.some((count) => count !== scanned.length))
    throw new Error(`${name}: counts ${counts}, a scan ${scanned.length}`);
  const codes = await collection.distinct('code');
  if (name === 'rows' && codes.length !== scanned.length)
    throw new Error(`${name}: a unique code is there twice`);
  const { valid, errors } = await db.command({ validate: name });
  if (!valid) throw new Error(`${name}: validation says ${JSON.stringify(errors)}`);
}

async function idsBy(collection: Collection<Document>, hint: string | Document): Promise<string[]> {
  const rows = await collection.find({}, { hint, projection: { _id: 1 } }).toArray();
  return rows.map(({ _id }) => String(_id)).sort();
}
