import { badAnswer } from './answerHead.ts';
import { answerTooLarge } from './wire.ts';

/** Longest line that stands between chunks, and longest trailer. */
const lineLimit = 4_096;

const malformed = () => badAnswer("The subgraph's chunked body is malformed.");

/** Puts together a body that comes in chunks, however the chunks themselves are cut on their way. */
export class ChunkedBody {
  readonly #maxBytes: number;
  readonly #parts: Buffer[] = [];
  #bytes = 0;
  /** Bytes of the present chunk still to come. */
  #left = 0;
  /** The line being read. */
  #line = '';
  #trailer = 0;
  #expects: 'size' | 'data' | 'end of data' | 'trailer' = 'size';

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Takes bytes from `at` on; returns where the body ends in them, or -1 when more must come. */
  read(bytes: Buffer, at: number): number {
    let from = at;
    while (from < bytes.length) {
      if (this.#expects === 'data') {
        from = this.#readData(bytes, from);
        continue;
      }
      const end = bytes.indexOf(10, from);
      this.#line += bytes.toString('latin1', from, end < 0 ? bytes.length : end);
      if (this.#line.length > lineLimit) throw malformed();
      if (end < 0) return -1;
      from = end + 1;
      if (this.#takeLine()) return from;
    }
    return -1;
  }

  text(): string {
    const whole = this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts);
    return whole.toString('utf8');
  }

  #readData(bytes: Buffer, from: number): number {
    const to = Math.min(bytes.length, from + this.#left);
    // The bytes lie in memory that the next read uses again.
    this.#parts.push(Buffer.from(bytes.subarray(from, to)));
    this.#left -= to - from;
    if (this.#left === 0) this.#expects = 'end of data';
    return to;
  }

  /** Understands a line; true when it was the last one of the body. */
  #takeLine(): boolean {
    if (!this.#line.endsWith('\r')) throw malformed();
    const line = this.#line.slice(0, -1);
    this.#line = '';
    if (this.#expects === 'trailer') {
      this.#trailer += line.length;
      if (this.#trailer > lineLimit) throw malformed();
      return line === '';
    }
    if (this.#expects === 'end of data') {
      if (line !== '') throw malformed();
      this.#expects = 'size';
      return false;
    }
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;|$)/i.exec(line)?.[1];
    if (size === undefined) throw malformed();
    this.#left = parseInt(size, 16);
    this.#bytes += this.#left;
    if (this.#bytes > this.#maxBytes) throw answerTooLarge();
    this.#expects = this.#left === 0 ? 'trailer' : 'data';
    return false;
  }
}
