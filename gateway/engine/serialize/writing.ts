import type { GraphQLFormattedError } from 'graphql';
import type { Failure } from '../data/errorLedger.ts';
import type { ClientPath } from './clientPath.ts';
import type { Deferral } from './deferral.ts';
import type { RunBounds } from '../data/runBounds.ts';

/** State of writing one response. */
export interface Writing {
  /** Response path of the place being written; only the first `depth` entries (known to each writer) count. */
  readonly path: (string | number)[];
  readonly errors: GraphQLFormattedError[];
  /** Set when a null spread to a place around it: what stands below that place is not looked at any more. */
  spread: boolean;
  /** What may still be written. */
  readonly bounds: RunBounds;
  /** Fragments to be answered later; absent when nothing is deferred. */
  readonly pending?: PendingFragment[];
}

/**
 * Writes one value as JSON text. `null` means the value is null and nobody has said why; `undefined` means it is
 * null and an error about it stands in `errors` already. Only the field or list around it knows if it may be null.
 */
export type WriteValue = (value: unknown, writing: Writing) => string | null | undefined;

/** A deferred fragment of one selection, compiled. */
export interface DeferredWriter extends Deferral {
  readonly write: WriteValue;
}

/** A deferred fragment of one object of the answer, waiting for its part. */
export interface PendingFragment extends DeferredWriter {
  readonly object: unknown;
  readonly path: readonly (string | number)[];
}

/** Below a leaf there is nothing. */
const none: ClientPath = () => [];

/** Most errors one response carries; the answer to a subgraph that fails for thousands of entities stays small. */
const errorLimit = 100;

/** What is told of an answer that is not what the schema promises. */
const notAsPromised = Object.freeze({ code: 'SUBGRAPH_INVALID_ANSWER' });

/** Reports an error at the place being written. */
export function reportError(
  writing: Writing,
  depth: number,
  message: string,
  extensions: Readonly<Record<string, unknown>> = notAsPromised,
): undefined {
  if (writing.errors.length < errorLimit) {
    const path = writing.path.slice(0, depth);
    writing.errors.push({ message, path, extensions });
  }
  return undefined;
}

/** Reports what a subgraph said about the null found here, with the rest of the subgraph's own path below it. */
export function reportFailure(
  writing: Writing,
  depth: number,
  failure: Failure,
  clientPath: ClientPath = none,
): undefined {
  let one: Failure | undefined = failure;
  while (one) {
    one.reported = true;
    if (one.loud && writing.errors.length < errorLimit) {
      writing.errors.push({
        ...one.error,
        path: [...writing.path.slice(0, depth), ...clientPath(one.below)],
      });
    }
    one = one.next;
  }
  return undefined;
}
