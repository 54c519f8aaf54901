import type { Dispatcher } from 'undici';
import { Pool } from 'undici';
import type { SubgraphHeaders } from './answer.ts';
import { addHeader } from './answerHead.ts';
import type { SubgraphUnavailable } from './subgraphUnavailable.ts';
import type { Wire, WireExchange, WireOptions, WireOutcome } from './wire.ts';
import { answerTooLarge, constantHeaders, unreachable } from './wire.ts';

/** HTTP over TLS, by undici: names, certificates and sessions are in hands that know them. */
export class UndiciWire implements Wire {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #maxAnswerBytes: number;

  constructor({ url, connections, maxAnswerBytes }: WireOptions) {
    this.#pool = new Pool(url.origin, { connections, pipelining: 1 });
    this.#path = url.pathname + url.search;
    this.#maxAnswerBytes = maxAnswerBytes;
  }

  post(headers: readonly string[], body: string, outcome: WireOutcome): WireExchange {
    const exchange = new UndiciExchange(outcome, this.#maxAnswerBytes);
    const request = {
      path: this.#path,
      method: 'POST' as const,
      headers: [...constantHeaders, ...headers],
      body,
    };
    this.#pool.dispatch(request, exchange);
    return exchange;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** Posts a JSON text and reads the answer, without streams, promises or header objects in between. */
class UndiciExchange implements Dispatcher.DispatchHandler, WireExchange {
  readonly #outcome: WireOutcome;
  readonly #maxAnswerBytes: number;
  #stop: ((error?: Error) => void) | undefined;
  #status = 0;
  #rawHeaders: readonly Buffer[] = [];
  readonly #parts: Buffer[] = [];
  #bytes = 0;
  #isOver = false;

  constructor(outcome: WireOutcome, maxAnswerBytes: number) {
    this.#outcome = outcome;
    this.#maxAnswerBytes = maxAnswerBytes;
  }

  abort(): void {
    this.#isOver = true;
    this.#stop?.();
  }

  onConnect(stop: (error?: Error) => void): void {
    this.#stop = stop;
    if (this.#isOver) stop();
  }

  onHeaders(status: number, headers: Buffer[]): boolean {
    this.#status = status;
    this.#rawHeaders = headers;
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.#bytes += chunk.length;
    if (this.#bytes <= this.#maxAnswerBytes) this.#parts.push(chunk);
    else this.#fail(answerTooLarge());
    return true;
  }

  onComplete(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const text = Buffer.concat(this.#parts).toString('utf8');
    this.#outcome.answered(this.#status, text, () => headersOf(this.#rawHeaders));
  }

  onError(error: Error): void {
    this.#fail(unreachable(error));
  }

  #fail(error: SubgraphUnavailable): void {
    if (this.#isOver) return;
    this.abort();
    this.#outcome.failed(error);
  }
}

function headersOf(raw: readonly Buffer[]): SubgraphHeaders {
  const headers: Record<string, string | string[]> = {};
  for (let index = 0; index + 1 < raw.length; index += 2) {
    addHeader(
      headers,
      (raw[index] as Buffer).toString('latin1'),
      (raw[index + 1] as Buffer).toString('latin1'),
    );
  }
  return headers;
}
