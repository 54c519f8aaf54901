import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { AnswerReader } from './answerReader.ts';
import type { Posting } from './posting.ts';
import { SubgraphUnavailable } from './subgraphUnavailable.ts';
import { unreachable } from './wire.ts';

/** Told about a connection's life. */
export interface ConnectionOwner {
  readonly maxAnswerBytes: number;
  /** An exchange has ended well: the connection can carry the next one. */
  released(connection: PlainConnection): void;
  /** The connection is gone, once. */
  closed(connection: PlainConnection): void;
}

const readBytes = 65_536;
const shared = Buffer.allocUnsafeSlow(readBytes);

/**
 * Memory to read into. What is read is used before the next read of any connection, so one piece serves all, and no
 * memory is taken or given back on a read; on Windows a read is begun before its bytes are there, which forbids that.
 */
const readBuffer = (): Buffer => (process.platform === 'win32' ? Buffer.allocUnsafeSlow(readBytes) : shared);

/** How long an idle connection is trusted when the server does not say how long it keeps one, milliseconds. */
const defaultKeepMs = 4_000;
/** A server's word is taken less this: its clock started before ours. */
const keepMarginMs = 1_000;
const longestKeepMs = 60_000;

/** One kept connection: carries one exchange at a time. */
export class PlainConnection {
  readonly #owner: ConnectionOwner;
  readonly #socket: Socket;
  #posting: Posting | undefined;
  #reader: AnswerReader | undefined;
  #keepMs = defaultKeepMs;
  #idleSinceMs = 0;
  #error: Error | undefined;

  constructor(owner: ConnectionOwner, host: string, port: number) {
    this.#owner = owner;
    this.#socket = connect({
      host,
      port,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: 60_000,
      onread: { buffer: readBuffer(), callback: (length, bytes) => this.#read(length, bytes) },
    });
    this.#socket.on('error', (error) => (this.#error = error));
    this.#socket.on('end', () => this.#ended());
    this.#socket.on('close', () => this.#closed());
  }

  /** Sends a request; its posting hears how it ended. */
  carry(posting: Posting): void {
    this.#posting = posting;
    this.#reader = new AnswerReader(this.#owner.maxAnswerBytes);
    posting.connection = this;
    this.#socket.write(posting.message);
  }

  /** Whether an idle connection is likely to be there still. */
  isFresh(nowMs: number): boolean {
    return nowMs - this.#idleSinceMs < this.#keepMs;
  }

  /** Closes it, whatever it carries: nobody is told but the owner. */
  destroy(): void {
    this.#posting = undefined;
    this.#socket.destroy();
  }

  #read(length: number, bytes: Uint8Array): boolean {
    const reader = this.#reader;
    if (!this.#posting || !reader) {
      // Something that answers nothing: whatever comes next could not be trusted.
      this.destroy();
      return false;
    }
    let isWhole: boolean;
    try {
      isWhole = reader.read((bytes as Buffer).subarray(0, length));
    } catch (error) {
      this.#fail(error instanceof SubgraphUnavailable ? error : unreachable(error));
      return false;
    }
    if (isWhole) this.#finish(this.#posting, reader);
    return true;
  }

  #finish(posting: Posting, reader: AnswerReader): void {
    const { head } = reader;
    this.#posting = this.#reader = undefined;
    if (head.reusable && !reader.hasRest) {
      if (head.keepMs !== undefined) {
        this.#keepMs = Math.max(0, Math.min(longestKeepMs, head.keepMs - keepMarginMs));
      }
      this.#idleSinceMs = performance.now();
      this.#owner.released(this);
    } else this.#socket.destroy();
    posting.answered(head.status, reader);
  }

  #ended(): void {
    const posting = this.#posting;
    if (posting && this.#reader?.end() === true) this.#finish(posting, this.#reader);
  }

  #closed(): void {
    this.#owner.closed(this);
    if (this.#posting) this.#fail(unreachable(this.#error));
  }

  #fail(error: SubgraphUnavailable): void {
    const posting = this.#posting;
    this.destroy();
    posting?.failed(error);
  }
}
