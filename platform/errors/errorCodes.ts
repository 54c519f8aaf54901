/** What a code means to a caller: the nearest HTTP status and one sentence of help. */
export interface ErrorCodeMeaning {
  readonly status: number;
  readonly description: string;
}

/** Codes every process may answer with. A subgraph adds its own with `defineErrorCodes`. */
export const errorCodes = {
  BAD_USER_INPUT: {
    status: 400,
    description: 'An argument has a value that is not allowed; the message names it.',
  },
  INVALID_QUANTITY: { status: 400, description: 'A quantity is not a whole number from 1 to 999,999.' },
  INVALID_MONEY: { status: 400, description: 'An amount is not a safe whole number of minor units.' },
  CURRENCY_MISMATCH: { status: 400, description: 'Amounts of different currencies met in one calculation.' },
  INVALID_CURSOR: { status: 400, description: 'A cursor was not issued by this list.' },
  INVALID_TRANSITION: { status: 409, description: 'The thing is not in a state that allows this step.' },
  UNAUTHENTICATED: { status: 401, description: 'No valid credential came with the call.' },
  FORBIDDEN: { status: 403, description: 'The caller is known and may not do this.' },
  NOT_FOUND: { status: 404, description: 'There is no such thing, or it is not yours: both look the same.' },
  CONFLICT: {
    status: 409,
    description: 'Somebody changed the same thing at the same time; read again and retry.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    description: 'This operation needs an idempotency key of 1 to 255 printable characters.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    description: 'The first call with this key has not finished; retry later.',
  },
  IDEMPOTENCY_KEY_REUSED: { status: 422, description: 'This key was used before with other input.' },
  INVALID_SIGNATURE: {
    status: 401,
    description: 'A signed request is not signed by somebody we know, is too old, or came twice.',
  },
  PAYLOAD_TOO_LARGE: { status: 413, description: 'The request body is larger than this door accepts.' },
  DEADLINE_EXCEEDED: {
    status: 504,
    description: 'The work did not finish before the caller stopped waiting.',
  },
  SUBGRAPH_UNAVAILABLE: { status: 503, description: 'A part of the system did not answer; retry later.' },
  SHUTTING_DOWN: { status: 503, description: 'This process is stopping; another one will answer.' },
  INTERNAL_SERVER_ERROR: { status: 500, description: 'A fault of ours; the error id finds it in our logs.' },
} as const satisfies Record<string, ErrorCodeMeaning>;

/** A code of the platform's own table. */
export type PlatformErrorCode = keyof typeof errorCodes;
