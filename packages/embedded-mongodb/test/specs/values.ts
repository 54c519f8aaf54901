import { BSON, Double, Int32, Long } from 'mongodb';
import type { Document } from 'mongodb';

const { deserialize, serialize } = BSON;

/** A plain document: not an array, not a date, pattern, buffer or BSON value. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (
    !('_bsontype' in value) &&
    !(value instanceof Date || value instanceof RegExp || value instanceof Uint8Array)
  );
}

/** The number in any of BSON's numeric types except Decimal128, which never equals the others; else undefined. */
export function numeric(value: unknown): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (Long.isLong(value)) return value.toBigInt();
  return undefined;
}

/**
 * A command or reply as it stands now, with exact number types: the driver changes some of its commands after
 * announcing them, and builds some from Maps.
 */
export function snapshot(document: Document): Document {
  return deserialize(serialize(document, { ignoreUndefined: true }), {
    promoteValues: false,
    promoteBuffers: false,
  });
}

/** A driver result with every Map made a document, for results keyed by index. */
export function mapsToDocuments(value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [String(key), mapsToDocuments(item)]));
  }
  if (Array.isArray(value)) return value.map(mapsToDocuments);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapsToDocuments(item)]));
}
