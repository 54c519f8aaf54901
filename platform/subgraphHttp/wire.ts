import type { SubgraphHeaders } from './answer.ts';
import { SubgraphUnavailable } from './subgraphUnavailable.ts';

/** Told how an exchange ended, once; not at all after `abort`. */
export interface WireOutcome {
  /** An answer of any status, its body read. `headers` reads them only when it is called. */
  answered(status: number, text: string, headers: () => SubgraphHeaders): void;
  failed(error: SubgraphUnavailable): void;
}

/** A request on its way. */
export interface WireExchange {
  /** Gives it up: the connection it uses is closed, because the answer may still come. */
  abort(): void;
}

/** Kept connections to one address, over which JSON texts are posted. */
export interface Wire {
  /** `headers` (name, value, name, value, …) go on top of those every request carries. Throws when one is not sendable. */
  post(headers: readonly string[], body: string, outcome: WireOutcome): WireExchange;
  /** Resolves when what is under way has ended and the connections are closed. */
  close(): Promise<void>;
}

/** What a wire is made for. */
export interface WireOptions {
  readonly url: URL;
  /** Connections at most; further requests wait for a free one. */
  readonly connections: number;
  /** Bytes of answer beyond which an exchange is given up. */
  readonly maxAnswerBytes: number;
}

/** Headers of every request. */
export const constantHeaders = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json',
] as const;

export const unreachable = (cause?: unknown): SubgraphUnavailable =>
  new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph could not be reached.', cause);

export const answerTooLarge = (): SubgraphUnavailable =>
  new SubgraphUnavailable('SUBGRAPH_ANSWER_TOO_LARGE', 'The subgraph answered more than is accepted.');
