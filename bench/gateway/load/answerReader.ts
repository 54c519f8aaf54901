/** What the generator looks at in an answer. */
export interface Answer {
  readonly status: number;
  /** Whether the body starts or ends like one with `errors`. */
  readonly hasErrors: boolean;
}

const headEnd = Buffer.from('\r\n\r\n');
const chunksEnd = Buffer.from('0\r\n\r\n');
const errorsMember = Buffer.from('"errors":');

/** Finds where HTTP/1.1 answers end on one connection without pipelining; reads nothing else of them. */
export class AnswerReader {
  readonly #onAnswer: (answer: Answer) => void;
  #head: Buffer | undefined;
  #status = 0;
  /** Bytes of the body still to come; undefined while it comes in chunks. */
  #left: number | undefined;
  #tail: Buffer = Buffer.alloc(0);
  #hasErrors = false;

  constructor(onAnswer: (answer: Answer) => void) {
    this.#onAnswer = onAnswer;
  }

  read(bytes: Buffer): void {
    const body = this.#status === 0 ? this.#readHead(bytes) : bytes;
    if (body === undefined) return;
    // Gateways write `errors` first or last, so both ends of what arrives are looked at.
    this.#hasErrors ||=
      body.subarray(0, 64).includes(errorsMember) || body.subarray(-2_048).includes(errorsMember);
    if (this.#left !== undefined) {
      this.#left -= body.length;
      if (this.#left <= 0) this.#end();
      return;
    }
    this.#tail = Buffer.concat([this.#tail, body]).subarray(-chunksEnd.length);
    if (this.#tail.equals(chunksEnd)) this.#end();
  }

  /** The part of the body that came with the head, once the head is whole. */
  #readHead(bytes: Buffer): Buffer | undefined {
    const head = this.#head === undefined ? bytes : Buffer.concat([this.#head, bytes]);
    const at = head.indexOf(headEnd);
    if (at < 0) {
      this.#head = head;
      return undefined;
    }
    const text = head.toString('latin1', 0, at);
    this.#status = Number(text.slice(9, 12));
    const length = /content-length: *(\d+)/i.exec(text);
    this.#left = length === null ? undefined : Number(length[1]);
    return head.subarray(at + headEnd.length);
  }

  #end(): void {
    const answer = { status: this.#status, hasErrors: this.#hasErrors };
    this.#head = undefined;
    this.#status = 0;
    this.#left = undefined;
    this.#tail = Buffer.alloc(0);
    this.#hasErrors = false;
    this.#onAnswer(answer);
  }
}
