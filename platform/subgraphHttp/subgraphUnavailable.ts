/** Why a subgraph call brought no GraphQL answer. */
export type UnavailableCode =
  | 'SUBGRAPH_UNAVAILABLE'
  | 'SUBGRAPH_TIMEOUT'
  | 'SUBGRAPH_BAD_ANSWER'
  | 'SUBGRAPH_ANSWER_TOO_LARGE'
  | 'SUBGRAPH_OVERLOADED'
  | 'REQUEST_CANCELLED';

/** Thrown by transports. The message is safe to show to clients: no addresses, no stack, no bytes of the answer. */
export class SubgraphUnavailable extends Error {
  readonly code: UnavailableCode;

  constructor(code: UnavailableCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SubgraphUnavailable';
    this.code = code;
  }
}
