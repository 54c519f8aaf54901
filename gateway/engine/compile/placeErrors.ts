import { isInherited } from '../data/inheritedNames.ts';
import type { GraphQLFormattedError } from 'graphql';
import type { BareError, ErrorLedger } from '../data/errorLedger.ts';
import { Failure } from '../data/errorLedger.ts';

type Fields = Record<string, unknown>;
type Keys = readonly (string | number)[];

/** A subgraph's error as the client may see it: no locations (they point into a text the client never wrote). */
export function bareError(error: GraphQLFormattedError, subgraph: string): BareError {
  const message = typeof error.message === 'string' ? error.message : 'The subgraph reported an error.';
  return { message, extensions: { ...error.extensions, serviceName: subgraph } };
}

/**
 * Writes an error into the null it caused, following the subgraph's own path from `root`.
 * Returns false when the path does not lead to a null: the error then has no place.
 */
export function placeError(root: Fields, path: Keys, error: BareError, ledger: ErrorLedger): boolean {
  let container: unknown = root;
  for (let index = 0; index < path.length; index++) {
    if (container === null || typeof container !== 'object') return false;
    const key = path[index] as string;
    if (isInherited(key)) return false;
    const value = (container as Fields)[key];
    if (value instanceof Failure) {
      const failure = ledger.place(error, path.slice(index + 1));
      failure.next = value.next;
      value.next = failure;
      return true;
    }
    if (value === null || value === undefined) {
      (container as Fields)[key] = ledger.place(error, path.slice(index + 1), value === null);
      return true;
    }
    container = value;
  }
  return false;
}

/** Marks fields that stay unknown because the fetch that would have brought them failed as a whole. */
export function markMissing(object: Fields, keys: readonly string[], failure: Failure): void {
  for (const key of keys) if (object[key] === undefined) object[key] = failure;
}
