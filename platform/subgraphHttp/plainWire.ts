import type { ConnectionOwner } from './plainConnection.ts';
import { PlainConnection } from './plainConnection.ts';
import { Posting } from './posting.ts';
import type { Wire, WireExchange, WireOptions, WireOutcome } from './wire.ts';
import { constantHeaders, unreachable } from './wire.ts';

/** How often idle connections are looked at, milliseconds. */
const sweepMs = 1_000;

/** Characters a header value must not hold: they could end the header, or cannot be written as one byte. */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;
const beyondAscii = /[\x80-\xff]/;

/**
 * HTTP/1.1 over plain sockets, one exchange at a time on each. It knows just what a subgraph call needs: a general
 * HTTP client was a quarter of a small request's whole price (gateway/README.md has the figures).
 *
 * The connection that became free last is taken first, so that no more are in use than the load needs, and those the
 * load does not need grow old and are closed.
 */
export class PlainWire implements Wire, ConnectionOwner {
  readonly maxAnswerBytes: number;
  readonly #host: string;
  readonly #port: number;
  readonly #limit: number;
  /** The request up to the headers that differ. */
  readonly #begin: string;
  /** Free connections, the one used last at the end. */
  readonly #idle: PlainConnection[] = [];
  readonly #open = new Set<PlainConnection>();
  readonly #waiting: Posting[] = [];
  #sweep: NodeJS.Timeout | undefined;
  #whenClosed: (() => void) | undefined;
  #closing = false;

  constructor({ url, connections, maxAnswerBytes }: WireOptions) {
    this.maxAnswerBytes = maxAnswerBytes;
    this.#host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    this.#port = Number(url.port === '' ? 80 : url.port);
    this.#limit = connections;
    this.#begin =
      `POST ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\nconnection: keep-alive\r\n` +
      headerLines(constantHeaders);
  }

  post(headers: readonly string[], body: string, outcome: WireOutcome): WireExchange {
    if (this.#closing) throw unreachable();
    const head = `${this.#begin}${headerLines(headers)}content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const message = beyondAscii.test(head)
      ? Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body, 'utf8')])
      : head + body;
    const posting = new Posting(message, outcome);
    const connection = this.#takeIdle() ?? this.#connect();
    if (connection) connection.carry(posting);
    else this.#waiting.push(posting);
    return posting;
  }

  released(connection: PlainConnection): void {
    const next = this.#nextWaiting();
    if (next) connection.carry(next);
    else if (this.#closing) {
      this.#drop(connection);
      this.#endIfClosed();
    } else {
      this.#idle.push(connection);
      this.#sweep ??= setInterval(() => this.#closeStale(), sweepMs).unref();
    }
  }

  closed(connection: PlainConnection): void {
    this.#open.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    const next = this.#open.size < this.#limit ? this.#nextWaiting() : undefined;
    if (next) this.#connect()?.carry(next);
    else this.#endIfClosed();
  }

  close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#sweep);
    for (const connection of this.#idle.splice(0)) this.#drop(connection);
    if (this.#open.size === 0) return Promise.resolve();
    return new Promise((resolve) => (this.#whenClosed = resolve));
  }

  /** A free connection that is likely to be there still; one that is not is replaced by a new one. */
  #takeIdle(): PlainConnection | undefined {
    const connection = this.#idle.pop();
    if (connection === undefined || connection.isFresh(performance.now())) return connection;
    this.#drop(connection);
    return undefined;
  }

  #drop(connection: PlainConnection): void {
    this.#open.delete(connection);
    connection.destroy();
  }

  /** A new connection, unless there are as many as there may be. */
  #connect(): PlainConnection | undefined {
    if (this.#open.size >= this.#limit) return undefined;
    const connection = new PlainConnection(this, this.#host, this.#port);
    this.#open.add(connection);
    return connection;
  }

  #endIfClosed(): void {
    if (this.#closing && this.#open.size === 0) this.#whenClosed?.();
  }

  #nextWaiting(): Posting | undefined {
    for (;;) {
      const next = this.#waiting.shift();
      if (!next?.isAborted) return next;
    }
  }

  #closeStale(): void {
    const nowMs = performance.now();
    for (const connection of [...this.#idle]) {
      if (connection.isFresh(nowMs)) continue;
      this.#idle.splice(this.#idle.indexOf(connection), 1);
      this.#drop(connection);
    }
    if (this.#idle.length > 0) return;
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }
}

function headerLines(headers: readonly string[]): string {
  let lines = '';
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] as string;
    const value = headers[index + 1] as string;
    if (unsendable.test(value) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      throw new TypeError(`The header ${JSON.stringify(name)} cannot be sent.`);
    }
    lines += `${name}: ${value}\r\n`;
  }
  return lines;
}
