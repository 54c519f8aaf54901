import type { GraphQLFormattedError } from 'graphql';

/** An error as it will stand in the response, before its path is known. */
export type BareError = Omit<GraphQLFormattedError, 'path' | 'locations'>;

/**
 * Stands in the data where a subgraph answered null because of an error. The serializer, which knows the client's
 * path of every place, reports it there; so errors of shared entities come out at every place they are shown.
 */
export class Failure {
  readonly error: BareError;
  /** Keys from this place down to where the error happened, when the subgraph's null swallowed more than one level. */
  readonly below: readonly (string | number)[];
  /** False for places that are null only because a neighbour failed: nulled, but not reported again. */
  readonly loud: boolean;
  /** True where the subgraph did answer null: others may be told that null. False where nothing was answered. */
  readonly answered: boolean;
  /** Further errors swallowed by the same null. */
  next: Failure | undefined;
  reported = false;

  constructor(error: BareError, below: readonly (string | number)[] = [], loud = true, answered = false) {
    this.error = error;
    this.below = below;
    this.loud = loud;
    this.answered = answered;
  }
}

/** Collects what went wrong at subgraphs during one run. */
export class ErrorLedger {
  readonly placed: Failure[] = [];
  readonly unplaced: BareError[] = [];

  /** A failure to be put into the data; if the client never looks there, it is reported without a path. */
  place(error: BareError, below: readonly (string | number)[] = [], answered = false): Failure {
    const failure = new Failure(error, below, true, answered);
    this.placed.push(failure);
    return failure;
  }

  /** An error that belongs to no place in the data. */
  add(error: BareError): void {
    this.unplaced.push(error);
  }

  /**
   * Errors that were not reported at any place of the answer, equal ones once. Placed ones are left out where they
   * may stand below a null, as errors of discarded fields are nobody's concern.
   */
  remaining(withPlaced = true): BareError[] {
    const seen = new Set<string>();
    const rest: BareError[] = [];
    const offer = (error: BareError) => {
      const key = JSON.stringify(error);
      if (!seen.has(key)) rest.push(error);
      seen.add(key);
    };
    for (const failure of withPlaced ? this.placed : []) if (!failure.reported) offer(failure.error);
    for (const error of this.unplaced) offer(error);
    return rest;
  }

  get isEmpty(): boolean {
    return this.placed.length === 0 && this.unplaced.length === 0;
  }
}
