import type { Model } from 'mongoose';
import type { Tx } from './withTransaction.ts';

/**
 * Replaces or creates many documents of ours, already checked, in a transaction. It speaks to the driver directly:
 * casting and validating thousands of rows that our own code has just built costs more than writing them.
 * `known` are the ids that exist; the others are inserted.
 */
export async function replaceMany<D extends { readonly _id: string }>(
  model: Model<D>,
  tx: Tx,
  documents: readonly D[],
  known: { has(id: string): boolean },
): Promise<void> {
  const fresh = documents.filter((each) => !known.has(each._id));
  const changed = documents.filter((each) => known.has(each._id));
  const options = { session: tx.session };
  // The driver's type of a generic document cannot be worked out.
  if (fresh.length > 0) await model.collection.insertMany(fresh as never[], options);
  const replacements = changed.map((each) => ({
    replaceOne: { filter: { _id: each._id }, replacement: each },
  }));
  // As above.
  if (replacements.length > 0) await model.collection.bulkWrite(replacements as never[], options);
}
