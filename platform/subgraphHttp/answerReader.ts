import type { AnswerHead } from './answerHead.ts';
import { badAnswer, parseHead } from './answerHead.ts';
import { ChunkedBody } from './chunkedBody.ts';
import { answerTooLarge } from './wire.ts';

/** Longest head accepted, bytes: what Node's own client accepts. */
const headLimit = 16_384;

const headEnd = Buffer.from('\r\n\r\n');

/**
 * Reads one HTTP/1.1 answer to a POST from bytes as they arrive. The bytes handed in may be overwritten afterwards:
 * what is needed later is copied, and an answer that comes in one piece, as most do, is not copied at all.
 * Throws a `SubgraphUnavailable` at what is no HTTP, or too much.
 */
export class AnswerReader {
  readonly #maxBytes: number;
  #head: AnswerHead | undefined;
  /** The head as text, without its status line's end: read for headers when somebody asks. */
  headText = '';
  text = '';
  /** True when bytes came that belong to no answer. */
  hasRest = false;
  /** Bytes of a head that is not whole yet. */
  #begun: Buffer | undefined;
  /** A body of known length that comes in pieces. */
  #body: Buffer | undefined;
  #filled = 0;
  /** A body whose end is the end of the connection. */
  #open: Buffer[] | undefined;
  #chunks: ChunkedBody | undefined;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get head(): AnswerHead {
    if (!this.#head) throw new Error('The head has not been read yet.');
    return this.#head;
  }

  /** Takes what has arrived; true when the answer is whole. */
  read(bytes: Buffer): boolean {
    if (this.#head) return this.#readBody(bytes, 0);
    let whole = this.#begun ? Buffer.concat([this.#begun, bytes]) : bytes;
    for (;;) {
      const end = whole.indexOf(headEnd);
      if (end > headLimit || (end < 0 && whole.length > headLimit))
        throw badAnswer("The headers of the subgraph's answer are too large.");
      if (end < 0) {
        this.#begun = Buffer.from(whole);
        return false;
      }
      this.headText = whole.toString('latin1', 0, end);
      const head = parseHead(this.headText);
      const bodyAt = end + headEnd.length;
      if (head.status >= 200) {
        this.#head = head;
        this.#begun = undefined;
        return this.#beginBody(head, whole, bodyAt);
      }
      // Something preliminary, such as 103: the answer is still to come. Another protocol (101) was not asked for.
      if (head.status === 101) throw badAnswer('The subgraph switched to another protocol.');
      whole = whole.subarray(bodyAt);
    }
  }

  /** The connection has ended; true when that is how this answer says it is whole. */
  end(): boolean {
    if (!this.#open) return false;
    this.text = Buffer.concat(this.#open).toString('utf8');
    return true;
  }

  #beginBody({ status, length, chunked }: AnswerHead, bytes: Buffer, at: number): boolean {
    if (status === 204 || status === 304 || length === 0) return this.#ends(bytes, at);
    if (chunked) this.#chunks = new ChunkedBody(this.#maxBytes);
    else if (length === undefined) this.#open = [];
    else {
      if (length > this.#maxBytes) throw answerTooLarge();
      if (bytes.length >= at + length) {
        this.text = bytes.toString('utf8', at, at + length);
        return this.#ends(bytes, at + length);
      }
      this.#body = Buffer.allocUnsafeSlow(length);
    }
    return at < bytes.length && this.#readBody(bytes, at);
  }

  #readBody(bytes: Buffer, at: number): boolean {
    if (this.#body) {
      const to = Math.min(bytes.length, at + this.#body.length - this.#filled);
      this.#filled += bytes.copy(this.#body, this.#filled, at, to);
      if (this.#filled < this.#body.length) return false;
      this.text = this.#body.toString('utf8', 0, this.#filled);
      return this.#ends(bytes, to);
    }
    if (this.#chunks) {
      const end = this.#chunks.read(bytes, at);
      if (end < 0) return false;
      this.text = this.#chunks.text();
      return this.#ends(bytes, end);
    }
    this.#open?.push(Buffer.from(bytes.subarray(at)));
    this.#filled += bytes.length - at;
    if (this.#filled > this.#maxBytes) throw answerTooLarge();
    return false;
  }

  #ends(bytes: Buffer, at: number): boolean {
    this.hasRest = bytes.length > at;
    return true;
  }
}
