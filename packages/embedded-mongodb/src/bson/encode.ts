import type { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../document/errors.ts';
import type { BsonObject, Doc } from '../document/types.ts';
import { isInt32 } from '../document/types.ts';

/** A buffer that grows; replies and documents are written into one and copied out once. */
export class Writer {
  bytes: Buffer = Buffer.allocUnsafeSlow(64 * 1024);
  at = 0;

  space(count: number): void {
    const need = this.at + count;
    if (need <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(need, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.at);
    this.bytes = grown;
  }

  take(from = 0): Buffer {
    const out = Buffer.allocUnsafe(this.at - from);
    this.bytes.copy(out, 0, from, this.at);
    return out;
  }

  /** Gives back what one unusually large message made the buffer grow to. */
  reset(): void {
    this.at = 0;
    if (this.bytes.length > 4 * 1024 * 1024) this.bytes = Buffer.allocUnsafeSlow(64 * 1024);
  }

  document(doc: object): void {
    this.space(5);
    const from = this.at;
    this.at += 4;
    for (const name in doc) {
      const value = (doc as Doc)[name];
      if (value !== undefined) this.element(name, value);
    }
    this.close(from);
  }

  array(items: readonly unknown[]): void {
    this.space(5);
    const from = this.at;
    this.at += 4;
    for (let i = 0; i < items.length; i++) this.element(indexName(i), items[i]);
    this.close(from);
  }

  close(from: number): void {
    this.space(1);
    this.bytes[this.at++] = 0;
    this.bytes.writeInt32LE(this.at - from, from);
  }

  #head(type: number, name: string): void {
    this.space(name.length * 3 + 20);
    const { bytes } = this;
    bytes[this.at++] = type;
    this.at = writeText(bytes, name, this.at);
    bytes[this.at++] = 0;
  }

  element(name: string, value: unknown): void {
    switch (typeof value) {
      case 'string':
        this.#head(0x02, name);
        this.#string(value);
        return;
      case 'number':
        if (isInt32(value)) {
          this.#head(0x10, name);
          this.at = this.bytes.writeInt32LE(value, this.at);
        } else this.#double(name, value);
        return;
      case 'boolean':
        this.#head(0x08, name);
        this.bytes[this.at++] = value ? 1 : 0;
        return;
      case 'bigint':
        this.#head(0x12, name);
        this.at = this.bytes.writeBigInt64LE(value, this.at);
        return;
      case 'undefined':
        this.#head(0x0a, name);
        return;
      default:
        this.#object(name, value as object | null);
    }
  }

  #object(name: string, value: object | null): void {
    if (value === null) this.#head(0x0a, name);
    else if (Array.isArray(value)) {
      this.#head(0x04, name);
      this.array(value);
    } else if (value instanceof Date) {
      this.#head(0x09, name);
      const ms = value.getTime();
      this.at = this.bytes.writeBigInt64LE(Number.isNaN(ms) ? -(2n ** 63n) : BigInt(ms), this.at);
    } else if (value instanceof Uint8Array) {
      this.#head(0x03, name);
      this.raw(value);
    } else if (typeof (value as BsonObject)._bsontype === 'string') this.#special(name, value as BsonObject);
    else {
      this.#head(0x03, name);
      this.document(value);
    }
  }

  raw(value: Uint8Array): void {
    this.space(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
  }

  #double(name: string, value: number): void {
    this.#head(0x01, name);
    this.at = this.bytes.writeDoubleLE(value, this.at);
  }

  #string(value: string): void {
    this.space(value.length * 3 + 5);
    const { bytes } = this;
    const from = this.at + 4;
    const end = writeText(bytes, value, from);
    bytes[end] = 0;
    bytes.writeInt32LE(end - from + 1, this.at);
    this.at = end + 1;
  }

  #cstring(value: string): void {
    this.space(value.length * 3 + 1);
    this.at = writeText(this.bytes, value, this.at);
    this.bytes[this.at++] = 0;
  }

  #special(name: string, value: BsonObject): void {
    switch (value._bsontype) {
      case 'ObjectId':
        this.#head(0x07, name);
        this.bytes.set((value as ObjectId).id, this.at);
        this.at += 12;
        return;
      case 'Double':
        this.#double(name, (value as Double).value);
        return;
      case 'Binary':
        this.#binary(name, value as Binary);
        return;
      case 'Decimal128':
        this.#head(0x13, name);
        this.bytes.set((value as Decimal128).bytes, this.at);
        this.at += 16;
        return;
      case 'Timestamp': {
        this.#head(0x11, name);
        this.at = this.bytes.writeUInt32LE((value as Timestamp).low >>> 0, this.at);
        this.at = this.bytes.writeUInt32LE((value as Timestamp).high >>> 0, this.at);
        return;
      }
      case 'BSONRegExp':
        this.#head(0x0b, name);
        this.#cstring((value as BSONRegExp).pattern);
        this.#cstring((value as BSONRegExp).options);
        return;
      case 'MinKey':
        this.#head(0xff, name);
        return;
      case 'MaxKey':
        this.#head(0x7f, name);
        return;
      case 'BSONSymbol':
        this.#head(0x0e, name);
        this.#string((value as BSONSymbol).value);
        return;
      case 'Code':
        this.#code(name, value as Code);
        return;
      default:
        throw new MongoError(2, `a value of class ${String(value._bsontype)} cannot be stored`);
    }
  }

  #binary(name: string, value: Binary): void {
    this.#head(0x05, name);
    const old = value.sub_type === 2;
    const size = value.position;
    this.space(size + 9);
    this.at = this.bytes.writeInt32LE(old ? size + 4 : size, this.at);
    this.bytes[this.at++] = value.sub_type;
    if (old) this.at = this.bytes.writeInt32LE(size, this.at);
    this.bytes.set(value.buffer.subarray(0, size), this.at);
    this.at += size;
  }

  #code(name: string, value: Code): void {
    if (!value.scope) {
      this.#head(0x0d, name);
      this.#string(value.code);
      return;
    }
    this.#head(0x0f, name);
    const from = this.at;
    this.at += 4;
    this.#string(value.code);
    this.document(value.scope);
    this.bytes.writeInt32LE(this.at - from, from);
  }
}

const indexNames = Array.from({ length: 1000 }, (_, i) => String(i));

function indexName(i: number): string {
  return indexNames[i] ?? String(i);
}

function writeText(bytes: Buffer, value: string, at: number): number {
  const { length } = value;
  if (length > 32) return at + bytes.utf8Write(value, at);
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code > 127) return at + bytes.utf8Write(value, at);
    bytes[at + i] = code;
  }
  return at + length;
}

const shared = new Writer();

/** Encodes a document; the result is the caller's own. */
export function encodeDocument(doc: object): Buffer {
  shared.reset();
  shared.document(doc);
  return shared.take();
}
