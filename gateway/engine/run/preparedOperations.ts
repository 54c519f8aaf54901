import { GraphQLError } from 'graphql';
import { refuse } from '../prepare/parseOperation.ts';
import type { Preparation } from '../types.ts';
import { ByteLru } from './byteLru.ts';
import type { EngineParts } from './engineParts.ts';
import type { Operation } from './operation.ts';
import { buildOperation } from './operation.ts';
import { SingleFlight } from './singleFlight.ts';

/** What names an operation in a request. */
export interface OperationText {
  readonly query: string;
  readonly operationName: string | undefined;
}

/** The operations of one engine that are ready to run: built once for each text, forgotten when unused for long. */
export class PreparedOperations {
  readonly #engineParts: EngineParts;
  readonly #cache: ByteLru<Operation>;
  readonly #flight = new SingleFlight<Preparation>();

  constructor(engineParts: EngineParts, cacheBytes: number) {
    this.#engineParts = engineParts;
    this.#cache = new ByteLru(cacheBytes);
  }

  /** The operation if it is ready; the observer hears whether it was. */
  lookup(query: string, operationName?: string): Operation | undefined {
    const found = this.#cache.get(cacheKey(query, operationName));
    this.#engineParts.observer?.lookedUp?.(found !== undefined);
    return found;
  }

  /** The operation, built if need be; who asks for one text at the same time shares the work. */
  prepare(query: string, operationName?: string): Promise<Preparation> {
    const key = cacheKey(query, operationName);
    const ready = this.#cache.get(key);
    if (ready) return Promise.resolve({ ok: true, operation: ready });
    return this.#flight.run(key, () => this.#build(key, query, operationName));
  }

  /** The texts at hand, most recently used first. */
  texts(): OperationText[] {
    return this.#cache.values().map(({ query, requestedName }) => ({ query, operationName: requestedName }));
  }

  /** Prepares texts one after the other; tells how many of them are valid. */
  async warm(texts: readonly OperationText[], signal?: AbortSignal): Promise<number> {
    let warmed = 0;
    for (const { query, operationName } of texts) {
      if (signal?.aborted === true) break;
      if ((await this.prepare(query, operationName)).ok) warmed++;
    }
    return warmed;
  }

  /** An operation grows with each class of callers and each choice of conditions. */
  #resize(key: string): void {
    const found = this.#cache.peek(key);
    if (found) this.#cache.resize(key, found.bytes);
  }

  async #build(key: string, query: string, operationName: string | undefined): Promise<Preparation> {
    try {
      const grown = (): void => this.#resize(key);
      const built = await buildOperation(query, operationName, this.#engineParts, grown);
      if ('ok' in built) return built;
      this.#cache.set(key, built, built.bytes);
      return { ok: true, operation: built };
    } catch (error) {
      this.#engineParts.observer?.failed?.(error);
      const cause = error instanceof Error ? error : new Error(String(error));
      return refuse('internal', [
        new GraphQLError('The operation could not be planned.', {
          originalError: cause,
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        }),
      ]);
    }
  }
}

function cacheKey(query: string, operationName: string | undefined): string {
  return operationName === undefined ? query : `${operationName}\n${query}`;
}
