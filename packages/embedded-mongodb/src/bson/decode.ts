import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isInt32, setField } from '../document/types.ts';

/** Deeper nesting than this is refused while parsing, before it can exhaust the stack. */
const maxDepth = 200;

function malformed(why: string): MongoError {
  return new MongoError(22, `invalid BSON: ${why}`);
}

/** Reads the encoded document that starts at `offset`. Throws InvalidBSON when its lengths do not add up. */
export function decodeDocument(bytes: Buffer, offset = 0): Doc {
  return new Reader(bytes, offset).document(0);
}

/** The length field of the document at `offset`, checked against what is there. */
export function documentLength(bytes: Buffer, offset: number): number {
  if (offset + 5 > bytes.length) throw malformed('document is cut short');
  const size = bytes.readInt32LE(offset);
  if (size < 5 || offset + size > bytes.length) throw malformed(`document length ${size} is out of bounds`);
  if (bytes[offset + size - 1] !== 0) throw malformed('document does not end in a zero byte');
  return size;
}

class Reader {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  document(depth: number): Doc {
    const end = this.#open(depth);
    const doc: Doc = {};
    for (;;) {
      const type = this.#bytes[this.#at++];
      if (type === 0) break;
      const name = this.#cstring(end);
      const value = this.#value(type as number, depth, end);
      if (name === '__proto__') setField(doc, name, value);
      else doc[name] = value;
    }
    if (this.#at !== end) throw malformed('document length does not match its content');
    return doc;
  }

  #array(depth: number): unknown[] {
    const end = this.#open(depth);
    const items: unknown[] = [];
    for (;;) {
      const type = this.#bytes[this.#at++];
      if (type === 0) break;
      this.#skipCstring(end);
      items.push(this.#value(type as number, depth, end));
    }
    if (this.#at !== end) throw malformed('array length does not match its content');
    return items;
  }

  #open(depth: number): number {
    if (depth > maxDepth) throw new MongoError(15, `BSON nesting is deeper than ${maxDepth} levels`);
    const size = documentLength(this.#bytes, this.#at);
    const end = this.#at + size;
    this.#at += 4;
    return end;
  }

  #need(count: number, end: number): number {
    const from = this.#at;
    if (count < 0 || from + count > end - 1) throw malformed('a value reaches past its document');
    this.#at = from + count;
    return from;
  }

  #skipCstring(end: number): number {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < end && bytes[at] !== 0) at++;
    if (at >= end) throw malformed('a name is not terminated');
    this.#at = at + 1;
    return at;
  }

  #cstring(end: number): string {
    const from = this.#at;
    return text(this.#bytes, from, this.#skipCstring(end));
  }

  #string(end: number): string {
    const bytes = this.#bytes;
    const size = bytes.readInt32LE(this.#need(4, end));
    if (size < 1) throw malformed('a string has no terminator');
    const from = this.#need(size, end);
    if (bytes[from + size - 1] !== 0) throw malformed('a string has no terminator');
    return text(bytes, from, from + size - 1);
  }

  #value(type: number, depth: number, end: number): unknown {
    const bytes = this.#bytes;
    switch (type) {
      case 0x10:
        return bytes.readInt32LE(this.#need(4, end));
      case 0x02:
        return this.#string(end);
      case 0x07:
        return new ObjectId(bytes.subarray(this.#need(12, end), this.#at));
      case 0x01: {
        const value = bytes.readDoubleLE(this.#need(8, end));
        return isInt32(value) ? new Double(value) : value;
      }
      case 0x12:
        return bytes.readBigInt64LE(this.#need(8, end));
      case 0x03:
        return this.document(depth + 1);
      case 0x04:
        return this.#array(depth + 1);
      case 0x08: {
        const flag = bytes[this.#need(1, end)];
        if (flag !== 0 && flag !== 1) throw malformed('a boolean is neither 0 nor 1');
        return flag === 1;
      }
      case 0x09: {
        const from = this.#need(8, end);
        return new Date(bytes.readInt32LE(from + 4) * 4294967296 + bytes.readUInt32LE(from));
      }
      case 0x0a:
        return null;
      case 0x05:
        return this.#binary(end);
      default:
        return this.#rareValue(type, depth, end);
    }
  }

  #binary(end: number): Binary {
    const size = this.#bytes.readInt32LE(this.#need(4, end));
    const subType = this.#bytes[this.#need(1, end)] as number;
    const from = this.#need(size, end);
    if (subType !== 2) return new Binary(copy(this.#bytes, from, from + size), subType);
    if (size < 4) throw malformed('an old binary has no inner length');
    return new Binary(copy(this.#bytes, from + 4, from + size), subType);
  }

  #rareValue(type: number, depth: number, end: number): unknown {
    const bytes = this.#bytes;
    switch (type) {
      case 0x06:
        return null;
      case 0x0b: {
        const pattern = this.#cstring(end);
        return new BSONRegExp(pattern, this.#cstring(end));
      }
      case 0x0d:
        return new Code(this.#string(end));
      case 0x0e:
        return new BSONSymbol(this.#string(end));
      case 0x0f: {
        this.#need(4, end);
        const code = this.#string(end);
        return new Code(code, this.document(depth + 1));
      }
      case 0x11: {
        const from = this.#need(8, end);
        return new Timestamp({ i: bytes.readUInt32LE(from), t: bytes.readUInt32LE(from + 4) });
      }
      case 0x13: {
        const from = this.#need(16, end);
        return new Decimal128(copy(bytes, from, from + 16));
      }
      case 0xff:
        return new MinKey();
      case 0x7f:
        return new MaxKey();
      default:
        throw malformed(`unknown element type 0x${type.toString(16)}`);
    }
  }
}

function copy(bytes: Buffer, from: number, to: number): Buffer {
  return Buffer.from(bytes.subarray(from, to));
}

/** Short ASCII text is by far the commonest; building it from character codes beats a call into the decoder. */
function text(bytes: Buffer, from: number, to: number): string {
  if (to - from > 24) return bytes.utf8Slice(from, to);
  let short = '';
  for (let at = from; at < to; at++) {
    const code = bytes[at] as number;
    if (code > 127) return bytes.utf8Slice(from, to);
    short += String.fromCharCode(code);
  }
  return short;
}

/**
 * Reads back what this server wrote itself: the file holds a document of this shape because nothing else writes there.
 * For what clients send use `decodeDocument` and look before believing.
 */
export function decodeOwn<T extends object>(bytes: Buffer): T {
  return decodeDocument(bytes) as T;
}
