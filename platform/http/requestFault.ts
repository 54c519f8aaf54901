/** What a refused request is answered with. */
export interface FaultShape {
  /** HTTP status when the answer is a plain HTTP response. */
  readonly status: number;
  /** Stable, upper-case code clients switch on. */
  readonly code: string;
  /** Response headers that belong to the refusal, e.g. `retry-after`. Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further fields of `errors[0].extensions`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /**
   * True when the HTTP request was well formed and only its GraphQL was refused: then a client that
   * accepts nothing newer than `application/json` is answered 200, as GraphQL over HTTP asks.
   */
  readonly wellFormed?: boolean;
}

/** A caller's mistake, with a message that is safe to show. Everything else that is thrown is a bug and gets masked. */
export class RequestFault extends Error {
  readonly shape: FaultShape;

  constructor(message: string, shape: FaultShape) {
    super(message);
    this.name = 'RequestFault';
    this.shape = shape;
  }
}

/** The request itself is malformed. */
export const badRequest = (message: string, status = 400): RequestFault =>
  new RequestFault(message, { status, code: 'BAD_REQUEST' });

/** The fault as a GraphQL response body. */
export const faultBody = (fault: RequestFault): string =>
  JSON.stringify({
    errors: [{ message: fault.message, extensions: { code: fault.shape.code, ...fault.shape.extensions } }],
  });
