import { trusted } from '../../../platform/mongo/connect.ts';
import type { Model } from '../../../platform/mongo/mongoTypes.ts';
import { entryIdOf } from '../domain/entries.ts';
import type { ReturnDoc } from '../store/models.ts';

/** Gives the entries of returns stored before entries had ids theirs. Answers how many returns it was. */
export async function upgradeEntries(model: Model<ReturnDoc>): Promise<number> {
  const rows = await model.find({ 'lines.entryId': trusted({ $exists: false }) }).lean<ReturnDoc[]>();
  let upgraded = 0;
  for (const { _id, version, lines } of rows) {
    const named = lines.map((line, at) => ({ ...line, entryId: entryIdOf(_id, at) }));
    // Somebody else who opens the same database has done it, if nothing is changed here.
    upgraded += (await model.updateOne({ _id, version }, { $set: { lines: named } })).modifiedCount;
  }
  return upgraded;
}
