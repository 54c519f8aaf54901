import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { deserialize, serialize } from 'bson';
import type { Document } from 'bson';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

/** A whole message: header and body. */
export function frame(opCode: number, body: Uint8Array, requestId = 1): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + body.length, 0);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, body]);
}

/** An OP_MSG with one document, or with sections of one's own making. */
export function opMsg(command: Document | Uint8Array, { flags = 0, requestId = 1 } = {}): Buffer {
  const flagBits = Buffer.alloc(4);
  flagBits.writeUInt32LE(flags, 0);
  const sections =
    command instanceof Uint8Array ? command : Buffer.concat([Buffer.from([0]), serialize(command)]);
  return frame(OP_MSG, Buffer.concat([flagBits, sections]), requestId);
}

/** The old query message, which drivers still open a connection with. */
export function opQuery(collection: string, query: Document): Buffer {
  const numbers = Buffer.alloc(8);
  numbers.writeInt32LE(-1, 4);
  return frame(
    OP_QUERY,
    Buffer.concat([Buffer.alloc(4), Buffer.from(`${collection}\0`), numbers, serialize(query)]),
  );
}

/** A reply: which request it answers and its document. */
export interface Reply {
  responseTo: number;
  document: Document;
}

/** A socket one can write any bytes to. */
export class RawClient {
  readonly #socket: Socket;
  readonly #closed: Promise<void>;
  #received = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#closed = once(socket, 'close').then(() => undefined);
    socket.on('data', (chunk: Buffer) => (this.#received = Buffer.concat([this.#received, chunk])));
    // A reset by the server is one of the answers the tests expect.
    socket.on('error', () => undefined);
  }

  /** Connects to the host and port of a connection string. */
  static async open(uri: string): Promise<RawClient> {
    const { hostname, port } = new URL(uri);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  /** Sends bytes as they are. */
  send(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** The next whole reply, or 'closed' when the server closes instead. */
  async next(): Promise<Reply | 'closed'> {
    for (;;) {
      const reply = this.#takeReply();
      if (reply) return reply;
      if (this.#socket.destroyed) return 'closed';
      await Promise.race([once(this.#socket, 'data').catch(() => undefined), this.#closed]);
    }
  }

  /** Ends the connection at once, without a word. */
  async vanish(): Promise<void> {
    this.#socket.destroy();
    await this.#closed;
  }

  /** No more bytes will come from here; the server may still answer. */
  endWriting(): void {
    this.#socket.end();
  }

  #takeReply(): Reply | undefined {
    if (this.#received.length < 16 || this.#received.length < this.#received.readInt32LE(0)) return undefined;
    const message = this.#received.subarray(0, this.#received.readInt32LE(0));
    this.#received = this.#received.subarray(message.length);
    const document = message.readInt32LE(12) === OP_REPLY ? message.subarray(36) : message.subarray(21);
    return { responseTo: message.readInt32LE(8), document: deserialize(document) };
  }
}
