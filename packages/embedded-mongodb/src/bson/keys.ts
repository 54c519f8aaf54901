import { createHash } from 'node:crypto';
import type { Binary, BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson';
import { numericValue, rank, rankOf } from '../document/compare.ts';
import type { Decimal } from '../document/decimal.ts';
import { addDecimal, decimalToNumber, parseDecimal } from '../document/decimal.ts';
import type { Doc } from '../document/types.ts';

/**
 * Encodes values so that the bytes sort as MongoDB sorts the values. Every encoding ends where it says it
 * ends (no encoding is a prefix of another), so compound keys are plain concatenations.
 */
export class KeyWriter {
  #bytes: Buffer = Buffer.allocUnsafeSlow(16 * 1024);
  #at = 0;

  /** Starts a new key. */
  start(): this {
    this.#at = 0;
    return this;
  }

  /** Appends an unsigned 32-bit number, big-endian. */
  u32(value: number): this {
    this.#space(4);
    this.#at = this.#bytes.writeUInt32BE(value, this.#at);
    return this;
  }

  /** Appends a record id. */
  recordId(value: number): this {
    this.#space(6);
    this.#at = this.#bytes.writeUIntBE(value, this.#at, 6);
    return this;
  }

  /** Appends one value, its bytes inverted when it is to sort downwards. */
  value(value: unknown, descending = false): this {
    const from = this.#at;
    this.#any(value);
    if (descending) for (let i = from; i < this.#at; i++) this.#bytes[i] = ~(this.#bytes[i] as number);
    return this;
  }

  /** Appends bytes as they are. */
  raw(value: Uint8Array): this {
    this.#space(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  /** The key so far, as the caller's own buffer. */
  take(): Buffer {
    const out = Buffer.allocUnsafe(this.#at);
    this.#bytes.copy(out, 0, 0, this.#at);
    return out;
  }

  #space(count: number): void {
    if (this.#at + count <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow((this.#at + count) * 2);
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#bytes = grown;
  }

  #any(value: unknown): void {
    this.#space(32);
    const type = rankOf(value);
    this.#bytes[this.#at++] = type;
    switch (type) {
      case rank.number:
        return this.#number(value);
      case rank.string:
        return this.#text(typeof value === 'string' ? value : (value as BSONSymbol).value);
      case rank.object:
        return this.#doc(value as Doc);
      case rank.array:
        for (const item of value as unknown[]) this.#any(item);
        this.#space(1);
        this.#bytes[this.#at++] = 0;
        return;
      case rank.binary:
        return this.#binary(value as Binary);
      case rank.objectId:
        this.#bytes.set((value as ObjectId).id, this.#at);
        this.#at += 12;
        return;
      case rank.bool:
        this.#bytes[this.#at++] = value ? 1 : 0;
        return;
      case rank.date: {
        const ms = (value as Date).getTime();
        this.#sortableDouble(Number.isNaN(ms) ? -Infinity : ms);
        return;
      }
      case rank.timestamp:
        this.#at = this.#bytes.writeUInt32BE((value as Timestamp).high >>> 0, this.#at);
        this.#at = this.#bytes.writeUInt32BE((value as Timestamp).low >>> 0, this.#at);
        return;
      case rank.regex:
        this.#text((value as BSONRegExp).pattern);
        return this.#text((value as BSONRegExp).options);
      case rank.code:
      case rank.codeWithScope:
        return this.#text((value as Code).code);
    }
  }

  #text(value: string): void {
    this.#space(value.length * 6 + 4);
    const bytes = this.#bytes;
    const from = this.#at;
    let end = from + bytes.utf8Write(value, from);
    if (value.includes('\0')) {
      const escaped = Buffer.from(bytes.subarray(from, end));
      end = from;
      for (const byte of escaped) {
        bytes[end++] = byte;
        if (byte === 0) bytes[end++] = 0xff;
      }
    }
    bytes[end++] = 0;
    bytes[end++] = 0;
    this.#at = end;
  }

  #doc(doc: Doc): void {
    for (const name of Object.keys(doc)) {
      this.#space(1);
      this.#bytes[this.#at++] = rankOf(doc[name]);
      this.#text(name);
      this.#any(doc[name]);
    }
    this.#space(1);
    this.#bytes[this.#at++] = 0;
  }

  #binary(value: Binary): void {
    this.#space(value.position + 8);
    this.#at = this.#bytes.writeUInt32BE(value.position, this.#at);
    this.#bytes[this.#at++] = value.sub_type;
    this.#bytes.set(value.buffer.subarray(0, value.position), this.#at);
    this.#at += value.position;
  }

  /** A double, then one byte telling whether the value is exactly it, then the rest when it is not. */
  #number(value: unknown): void {
    const exact = numericValue(value);
    if (typeof exact === 'number') {
      this.#sortableDouble(exact);
      this.#bytes[this.#at++] = 0x80;
      return;
    }
    const near = typeof exact === 'bigint' ? Number(exact) : decimalToNumber(exact);
    this.#sortableDouble(near);
    const rest = typeof exact === 'bigint' ? Number(exact - BigInt(near)) : restOf(exact, near);
    if (rest === 0) this.#bytes[this.#at++] = 0x80;
    else {
      this.#bytes[this.#at++] = rest < 0 ? 0x7f : 0x81;
      this.#sortableDouble(rest);
    }
  }

  #sortableDouble(value: number): void {
    const bytes = this.#bytes;
    const at = this.#at;
    this.#at = at + 8;
    if (Number.isNaN(value)) {
      bytes.fill(0, at, at + 8);
      return;
    }
    bytes.writeDoubleBE(value === 0 ? 0 : value, at);
    if ((bytes[at] as number) & 0x80) for (let i = at; i < at + 8; i++) bytes[i] = ~(bytes[i] as number);
    else bytes[at] = (bytes[at] as number) | 0x80;
  }
}

function restOf(exact: Decimal, near: number): number {
  if (!Number.isFinite(near)) return 0;
  const double = parseDecimal(exactDigits(near));
  if (typeof double === 'number') return 0;
  return decimalToNumber(addDecimal(exact, { coefficient: -double.coefficient, exponent: double.exponent }));
}

/**
 * A double between decimals counts as the fifteen-digit number it is compared as, unless the decimal is the
 * shortest text of that very double, which is how such values come about.
 */
function exactDigits(near: number): string {
  return Number.isInteger(near) ? near.toPrecision(21) : String(near);
}

/** LMDB's limit for a key is 1978 bytes; index id and record id take their share. */
const longest = 1_900;

/** Cuts a key that LMDB could not hold; the digest keeps different values apart, their order is lost. */
export function shorten(key: Buffer): Buffer {
  if (key.length <= longest) return key;
  const digest = createHash('sha256').update(key).digest();
  return Buffer.concat([key.subarray(0, longest - digest.length), digest]);
}

/** True when `shorten` would cut a key of this length. */
export function isTooLong(key: Buffer): boolean {
  return key.length > longest;
}

/** The smallest key above every key that starts with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  const after = Buffer.from(prefix);
  for (let i = after.length - 1; i >= 0; i--) {
    if (after[i] === 0xff) continue;
    after[i] = (after[i] as number) + 1;
    return after.subarray(0, i + 1);
  }
  return Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]);
}
