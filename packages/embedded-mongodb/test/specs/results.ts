import type { Document } from 'mongodb';
import { withoutDidUpsert } from './driverQuirks.ts';
import { isDocument, mapsToDocuments } from './values.ts';

/** Operations whose result is a list of values, compared exactly, not of documents that may hold more. */
const LISTS_OF_VALUES = new Set(['distinct', 'listDatabaseNames', 'listCollectionNames', 'listIndexNames']);

/** Whether the result, or each row of it, may hold more fields than the test expects. */
export function mayHoldMore(operation: string): boolean {
  return !LISTS_OF_VALUES.has(operation);
}

/**
 * A driver result as the format sees it: plain documents, and a field the driver sets to null or leaves undefined
 * for "does not apply" (`upsertedId`) is absent.
 */
export function toComparable(result: unknown): unknown {
  const plain = mapsToDocuments(result);
  return isDocument(plain) && 'acknowledged' in plain ? withoutAbsent(plain) : plain;
}

function withoutAbsent(result: Document): Document {
  const kept = Object.entries(result).filter(([name, value]) => {
    return value !== undefined && !(name === 'upsertedId' && value === null);
  });
  return Object.fromEntries(kept.map(([name, value]) => [name, tidyUpdates(name, value)]));
}

function tidyUpdates(name: string, value: unknown): unknown {
  if (name !== 'updateResults' || !isDocument(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([index, row]) => [index, withoutDidUpsert(withoutAbsent(row as Document))]),
  );
}
