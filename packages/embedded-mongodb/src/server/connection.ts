import type { Socket } from 'node:net';
import { codeName, MongoError } from '../document/errors.ts';
import type { LogicalTime } from '../document/logicalTime.ts';
import type { Request } from '../wire/message.ts';
import { BadFrame, failure, frameLength, maxMessageSize, readRequest, writeReply } from '../wire/message.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Peer } from './peer.ts';
import { replyTo } from './reply.ts';

/** One client's connection: frames in, replies out. */
export class Connection implements Peer {
  readonly id: number;
  readonly remote: string;
  appName: string | undefined;
  readonly #socket: Socket;
  readonly #dispatcher: Dispatcher;
  readonly #closers: (() => void)[] = [];
  #pieces: Buffer[] = [];
  #received = 0;
  #wanted = 16;

  constructor(id: number, socket: Socket, dispatcher: Dispatcher) {
    this.id = id;
    this.#socket = socket;
    this.#dispatcher = dispatcher;
    this.remote = `${socket.remoteAddress ?? 'socket'}:${socket.remotePort ?? id}`;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const closer of this.#closers.splice(0)) closer();
    });
  }

  onClose(listener: () => void): void {
    if (this.#socket.destroyed) listener();
    else this.#closers.push(listener);
  }

  get gone(): boolean {
    return this.#socket.destroyed;
  }

  close(): void {
    this.#socket.destroy();
  }

  /** Sends a reply, unless the client wanted none or is gone. */
  send(request: Request, reply: object, withTimes: boolean): void {
    if (!request.wantsReply || this.#socket.destroyed) return;
    const time = withTimes ? this.#dispatcher.engine.history.time : undefined;
    this.#socket.write(encodeReply(request, reply, time));
  }

  #receive(chunk: Buffer): void {
    this.#pieces.push(chunk);
    this.#received += chunk.length;
    try {
      while (this.#received >= this.#wanted) {
        const bytes = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
        const length = frameLength(bytes);
        this.#pieces = [bytes];
        if (length === 0 || bytes.length < length) {
          this.#wanted = length || 16;
          return;
        }
        this.#received = bytes.length - length;
        this.#pieces = this.#received ? [bytes.subarray(length)] : [];
        this.#wanted = 16;
        this.#handle(bytes.subarray(0, length));
      }
    } catch (error) {
      if (!(error instanceof BadFrame)) throw error;
      this.#socket.destroy();
    }
  }

  #handle(frame: Buffer): void {
    let request: Request;
    try {
      request = readRequest(frame);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      const answer = { requestId: frame.readInt32LE(4), body: {}, legacy: false, wantsReply: true };
      this.send(answer, failure(error, codeName(error.code)), false);
      return;
    }
    try {
      this.#dispatcher.dispatch(this, request);
    } catch (error) {
      this.send(request, replyTo(error), true);
    }
  }
}

/** A reply that cannot be sent, being too large or holding what BSON cannot, becomes an error that can. */
function encodeReply(request: Request, reply: object, time: LogicalTime | undefined): Buffer {
  try {
    const bytes = writeReply(request, reply, time);
    if (bytes.length <= maxMessageSize) return bytes;
    return writeReply(
      request,
      replyTo(new MongoError(10334, `a reply of ${bytes.length} bytes is too large`)),
      time,
    );
  } catch (error) {
    return writeReply(request, replyTo(error), time);
  }
}
