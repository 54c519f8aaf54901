import type { Model } from 'mongoose';
import type { Tx } from './withTransaction.ts';
import { builtFilter } from './modelOf.ts';
import { isDuplicateKey, VersionConflictError } from './versionConflict.ts';

/** A stored aggregate: its version is the seq of the last event folded into it. */
export interface VersionedDocument {
  readonly _id: string;
  readonly version: number;
}

/**
 * Write the whole document if its stored version is still `expectedVersion` (0: it must not exist yet), otherwise
 * throw VersionConflictError. Mongoose checks the document against the schema.
 */
export async function saveVersioned<D extends VersionedDocument>(
  model: Model<D>,
  tx: Tx,
  document: D,
  expectedVersion: number,
): Promise<void> {
  const conflict = (): VersionConflictError =>
    new VersionConflictError(`${model.modelName}:${document._id}`, expectedVersion);
  if (expectedVersion === 0) {
    try {
      // Mongoose checks the document itself; its type for a generic one cannot be worked out.
      await model.create([document] as never, { session: tx.session });
    } catch (error) {
      throw isDuplicateKey(error) && isIdIndex(error) ? conflict() : error;
    }
    return;
  }
  const filter = builtFilter<D>({ _id: document._id, version: expectedVersion });
  // Its type cannot be worked out either.
  const result = await model.replaceOne(filter, document as never, { session: tx.session });
  if (result.matchedCount !== 1) throw conflict();
}

function isIdIndex(error: unknown): boolean {
  const keys = error instanceof Error && 'keyPattern' in error ? error.keyPattern : undefined;
  return keys === undefined || (typeof keys === 'object' && keys !== null && '_id' in keys);
}
