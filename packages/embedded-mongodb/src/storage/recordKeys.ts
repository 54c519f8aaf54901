import type { Index } from './collection.ts';

/** The key of a record. */
export function recordKey(collectionId: number, recordId: number): Buffer {
  const key = Buffer.allocUnsafe(10);
  key.writeUInt32BE(collectionId, 0);
  key.writeUIntBE(recordId, 4, 6);
  return key;
}

/** Reads the record id out of an index entry's value. */
export function readRecordId(value: Buffer): number {
  return value.readUIntBE(0, 6);
}

/** A record id as the value of an index entry. */
export function recordIdBytes(id: number): Buffer {
  const bytes = Buffer.allocUnsafe(6);
  bytes.writeUIntBE(id, 0, 6);
  return bytes;
}

/** The key of an index entry: ids tell equal values apart where they may repeat. */
export function entryKey(index: Index, key: Buffer, recordId: Buffer): Buffer {
  return index.unique ? key : Buffer.concat([key, recordId]);
}
