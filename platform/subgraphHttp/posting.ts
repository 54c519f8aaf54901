import type { AnswerReader } from './answerReader.ts';
import { readHeaders } from './answerHead.ts';
import type { SubgraphUnavailable } from './subgraphUnavailable.ts';
import type { WireExchange, WireOutcome } from './wire.ts';

/** A request on its way over a plain connection, or waiting for one. */
export class Posting implements WireExchange {
  /** Head and body as they go over the wire. */
  readonly message: string | Buffer;
  readonly #outcome: WireOutcome;
  /** What carries it; to give the posting up is to close that. */
  connection: { destroy(): void } | undefined;
  isAborted = false;

  constructor(message: string | Buffer, outcome: WireOutcome) {
    this.message = message;
    this.#outcome = outcome;
  }

  abort(): void {
    this.isAborted = true;
    this.connection?.destroy();
  }

  answered(status: number, reader: AnswerReader): void {
    this.connection = undefined;
    this.#outcome.answered(status, reader.text, () => readHeaders(reader.headText));
  }

  failed(error: SubgraphUnavailable): void {
    this.connection = undefined;
    this.#outcome.failed(error);
  }
}
