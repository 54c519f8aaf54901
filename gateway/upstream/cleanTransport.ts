import type { GraphQLFormattedError } from 'graphql';
import type { Log } from '../../platform/log/log.ts';
import type { SubgraphCall, SubgraphInfo, SubgraphResult, SubgraphTransport } from '../engine/types.ts';
import { tellsOfTheInside } from '../../platform/errors/tellsOfTheInside.ts';
import { withoutHints, withoutValues } from '../../platform/errors/clientMessage.ts';

/** What clients may see of a subgraph's errors. */
export interface CleanErrorsOptions {
  /** True: an error without a code of its own is a bug there, and only its id is shown. */
  readonly mask: boolean;
  /** Whether errors may hint at names ("Did you mean"). */
  readonly hints: boolean;
  readonly log: Log;
  readonly newId: () => string;
}

/** Fields in which servers are known to put what belongs in a log. */
const internalFields = ['stacktrace', 'stackTrace', 'stack', 'exception', 'debug', 'originalError'];

/** Codes are made by programs for programs. */
const looksLikeCode = /^[A-Z][A-Z0-9_]{1,63}$/;

/** Texts without these are looked at no further: nearly all. */
function cleanExtensions(
  extensions: GraphQLFormattedError['extensions'],
  leaks: (text: string) => boolean,
): Record<string, unknown> {
  const clean: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(extensions ?? {})) {
    if (field === '__proto__' || internalFields.includes(field)) continue;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (text === undefined || text.length > longestExtension || leaks(text)) continue;
    clean[field] = value;
  }
  return clean;
}

/** Longest extension of an error that is handed on, characters of its JSON. */
const longestExtension = 4_000;
/** Longest message of an error that is handed on, characters. */
const longestMessage = 1_000;
/** Errors of one answer that are looked at and handed on; of the others their number is told. */
const mostErrors = 100;
/** Characters of all errors of one answer that are handed on; the first is handed on in any case. */
const longestErrors = 64_000;

function bounded(
  errors: readonly GraphQLFormattedError[],
  clean: (error: GraphQLFormattedError) => GraphQLFormattedError,
) {
  const kept: GraphQLFormattedError[] = [];
  let length = 0;
  for (const error of errors.slice(0, mostErrors)) {
    const cleaned = clean(error);
    length += JSON.stringify(cleaned).length;
    if (length > longestErrors && kept.length > 0) break;
    kept.push(cleaned);
  }
  if (kept.length < errors.length)
    kept.push({
      message: `The subgraph reported ${errors.length - kept.length} more errors.`,
      extensions: { code: 'SUBGRAPH_MORE_ERRORS' },
    });
  return kept;
}

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).host;
  } catch {
    return undefined;
  }
}

/** Rewrites one subgraph's errors. */
function createCleaner({ name, url }: SubgraphInfo, { mask, hints, log, newId }: CleanErrorsOptions) {
  const host = hostOf(url);
  const leaks = (text: string): boolean =>
    tellsOfTheInside(text) || (host !== undefined && text.includes(host));

  const masked = (error: GraphQLFormattedError, requestId: string): GraphQLFormattedError => {
    const errorId = newId();
    log.error(
      { errorId, requestId, subgraph: name, reason: error.message },
      'a subgraph reported an error without a code',
    );
    return {
      message: `Something went wrong on our side. Error id: ${errorId}`,
      ...(error.path !== undefined && { path: error.path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  };

  return (error: GraphQLFormattedError, requestId: string): GraphQLFormattedError => {
    const extensions = cleanExtensions(error.extensions, leaks);
    const told = typeof error.message === 'string' ? error.message : 'The subgraph reported an error.';
    const message = told.slice(0, longestMessage);
    const code = extensions['code'];
    if (mask && typeof code === 'string' && !looksLikeCode.test(code))
      return masked({ ...error, message }, requestId);
    // A subgraph that masks by itself has logged the bug under its own id: that id is the useful one.
    const known =
      typeof code === 'string' &&
      (code !== 'INTERNAL_SERVER_ERROR' || typeof extensions['errorId'] === 'string');
    if (leaks(message) || (mask && !known)) return masked({ ...error, message }, requestId);
    return { ...error, message: withoutValues(hints ? message : withoutHints(message)), extensions };
  };
}

/** A transport whose errors are fit to be shown to clients. */
export function cleanTransport(
  subgraph: SubgraphInfo,
  inner: SubgraphTransport,
  options: CleanErrorsOptions,
): SubgraphTransport {
  const cleanError = createCleaner(subgraph, options);
  const clean = (result: SubgraphResult, call: SubgraphCall): SubgraphResult => {
    if (result.errors === undefined || result.errors.length === 0) return result;
    const { requestId } = call.scope;
    return { ...result, errors: bounded(result.errors, (error) => cleanError(error, requestId)) };
  };
  return {
    fetch: async (call) => clean(await inner.fetch(call), call),
    subscribe: async (call) => mapEvents(await inner.subscribe(call), (event) => clean(event, call)),
    close: () => inner.close(),
  };
}

/** Maps events while leaving `return()` immediate, which a generator that waits would not be. */
function mapEvents<T>(source: AsyncIterable<T>, map: (event: T) => T): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = source[Symbol.asyncIterator]();
      const mapStep = (step: IteratorResult<T, unknown>): IteratorResult<T, unknown> =>
        step.done === true ? step : { done: false, value: map(step.value) };
      return {
        next: async () => mapStep(await iterator.next()),
        return: async () => mapStep((await iterator.return?.()) ?? { done: true, value: undefined }),
      };
    },
  };
}
