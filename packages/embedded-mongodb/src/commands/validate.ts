import { documentLength } from '../bson/decode.ts';
import { afterPrefix } from '../bson/keys.ts';
import { collectionName, findCollection } from '../collections/collections.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { Command } from '../engine/command.ts';
import { candidates } from '../query/candidates.ts';
import type { Collection, Index } from '../storage/collection.ts';
import { recordKey } from '../storage/recordKeys.ts';
import { planned } from '../storage/records.ts';
import type { View } from '../storage/view.ts';
import { walk } from '../storage/view.ts';

interface Findings {
  nrecords: number;
  bytes: number;
  keys: Map<Index, number>;
  errors: string[];
}

function inspect(view: View, collection: Collection): Findings {
  const findings: Findings = {
    nrecords: 0,
    bytes: 0,
    keys: new Map(collection.indexes.map((index) => [index, 0])),
    errors: [],
  };
  for (const record of candidates(view, collection, { kind: 'scan', reverse: false, sorted: false })) {
    findings.nrecords++;
    findings.bytes += record.raw.length;
    try {
      if (documentLength(record.raw, 0) !== record.raw.length) throw new Error('length');
      for (const index of collection.indexes) checkEntries(view, index, record, findings);
    } catch (error) {
      findings.errors.push(`record ${record.id} is not readable: ${(error as Error).message}`);
    }
  }
  return findings;
}

function checkEntries(view: View, index: Index, record: { id: number; doc: Doc }, findings: Findings): void {
  const { keys } = planned(index, record.doc);
  findings.keys.set(index, (findings.keys.get(index) ?? 0) + keys.length);
  const id = recordKey(0, record.id).subarray(4);
  for (const key of keys) {
    const entry = view.get('index', index.unique ? key : Buffer.concat([key, id]));
    if (!entry?.equals(id))
      findings.errors.push(`record ${record.id} is missing in index ${index.spec.name}`);
  }
}

function entriesOf(view: View, index: Index): number {
  const from = Buffer.alloc(4);
  from.writeUInt32BE(index.id);
  let n = 0;
  for (const entry of walk(view, 'index', { from, to: afterPrefix(from) })) if (entry) n++;
  return n;
}

/** Compares records, indexes and counts with each other. */
export const validate: Command = {
  name: 'validate',
  kind: 'read',
  run(context) {
    const name = collectionName(context, 'validate');
    const collection = findCollection(context, name);
    if (!collection)
      throw new MongoError(26, `Collection '${context.db}.${name}' does not exist to validate.`);
    if ('viewOn' in collection.spec.options) throw new MongoError(166, 'Cannot validate a view');
    const { nrecords, bytes, keys, errors } = inspect(context.view, collection);
    const keysPerIndex: Doc = {};
    for (const [index, expected] of keys) {
      const found = entriesOf(context.view, index);
      keysPerIndex[index.spec.name] = found;
      if (found !== expected)
        errors.push(`index ${index.spec.name} has ${found} entries instead of ${expected}`);
    }
    if (nrecords !== collection.count)
      errors.push(`the collection counts ${collection.count} documents but has ${nrecords}`);
    if (bytes !== collection.size)
      errors.push(`the collection counts ${collection.size} bytes but has ${bytes}`);
    return {
      ns: collection.ns,
      nrecords,
      nIndexes: collection.indexes.length,
      keysPerIndex,
      valid: errors.length === 0,
      warnings: [],
      errors,
    };
  },
};
