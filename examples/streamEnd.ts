/** An error of the server, as every client hands it on. */
export interface ServerError {
  readonly message: string;
  readonly extensions?: { readonly [name: string]: unknown } | undefined;
}

/** With these the server ends a stream that it will give again: it restarts, or the reader was too slow. */
const passing = new Set<unknown>(['SHUTTING_DOWN', 'SUBSCRIBER_TOO_SLOW', 'INTERNAL_SERVER_ERROR']);

/** Whether a stream that ended with these errors should be asked for again. */
export const mayFollowAgain = (errors: readonly ServerError[]): boolean =>
  errors.some(({ extensions }) => passing.has(extensions?.['code']));
