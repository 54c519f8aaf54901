import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { systemIdentity, type Identity } from '../../schema/identity.ts';
import type { NewId } from '../ids/ids.ts';
import type { ClientDocument } from './clientDocument.ts';
import type { SubgraphResult } from '../subgraphHttp/answer.ts';
import type { CallContext, GraphRequest } from './subgraph.ts';

/** Another subgraph said no, or could not be reached. `code` is one of schema/errorCodes.ts when the subgraph gave one. */
export class SubgraphError extends Error {
  readonly subgraph: string;
  readonly code: string;
  readonly errors: readonly GraphQLFormattedError[];
  constructor(subgraph: string, errors: readonly GraphQLFormattedError[]) {
    super(`${subgraph}: ${errors[0]?.message ?? 'failed'}`);
    this.name = 'SubgraphError';
    this.subgraph = subgraph;
    this.errors = errors;
    const code = errors[0]?.extensions?.['code'];
    this.code = typeof code === 'string' ? code : 'INTERNAL';
  }
  /** Nobody knows whether it happened: ask after it, or repeat it with the same key. */
  get outcomeUnknown(): boolean {
    return (
      this.code === 'SERVICE_UNAVAILABLE' || this.code === 'DEADLINE_EXCEEDED' || this.code === 'INTERNAL'
    );
  }
}

/** How a subgraph is reached: a SubgraphService of this process, or `httpTarget`. */
export interface SubgraphTarget {
  execute(request: GraphRequest, call: CallContext): Promise<ExecutionResult | SubgraphResult>;
}

/** How another subgraph is called. */
export interface SubgraphCallOptions {
  /** For reading logs together: pass on the request or event that caused the call. */
  readonly requestId?: string;
  /** Act as this caller instead of as the system. */
  readonly identity?: Identity;
  /** @default 3_000 */
  readonly timeoutMs?: number;
  /** Extra tries when the subgraph cannot be reached. Only for reads and for commands that carry a key. @default 2 */
  readonly retries?: number;
}

/** Commands and questions to other subgraphs. */
export interface SubgraphClient {
  /** The `data` of the answer; SubgraphError when the answer has errors or none came in time. */
  call<Result, Variables extends Readonly<Record<string, unknown>>>(
    document: ClientDocument<Result, Variables>,
    options: SubgraphCallOptions & { readonly variables: Variables },
  ): Promise<Result>;
  /** The same for a text that is only known at run time. */
  callText(
    subgraph: string,
    text: string,
    options?: SubgraphCallOptions & { readonly variables?: Readonly<Record<string, unknown>> },
  ): Promise<unknown>;
}

/** Create the client of one subgraph. `target` is asked at call time, so subgraphs may be created in any order. */
export function createSubgraphClient(options: {
  caller: string;
  target: (subgraph: string) => SubgraphTarget;
  newId: NewId;
}): SubgraphClient {
  const { caller, target, newId } = options;
  const tryOnce = async (subgraph: string, request: GraphRequest, call: CallContext): Promise<unknown> => {
    const result = await withDeadline(target(subgraph).execute(request, call), subgraph, call.deadlineMs);
    if (result.errors !== undefined && result.errors.length > 0) {
      throw new SubgraphError(
        subgraph,
        result.errors.map((error) => ('toJSON' in error ? error.toJSON() : error)),
      );
    }
    return result.data;
  };
  const callText: SubgraphClient['callText'] = async (subgraph, query, callOptions = {}) => {
    const { timeoutMs = 3_000, retries = 2, variables, requestId, identity } = callOptions;
    const request: GraphRequest = { query, ...(variables === undefined ? {} : { variables }) };
    const call: CallContext = {
      identity: identity ?? systemIdentity(caller),
      deadlineMs: Date.now() + timeoutMs,
      requestId: requestId ?? newId(),
    };
    for (let attempt = 0; ; attempt++) {
      try {
        return await tryOnce(subgraph, request, call);
      } catch (error) {
        const again = error instanceof SubgraphError && error.code === 'SERVICE_UNAVAILABLE';
        if (!again || attempt >= retries || Date.now() >= call.deadlineMs) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));
      }
    }
  };
  return {
    callText,
    call: async <Result, Variables extends Readonly<Record<string, unknown>>>(
      { subgraph, text }: ClientDocument<Result, Variables>,
      callOptions: SubgraphCallOptions & { readonly variables: Variables },
    ) =>
      // The types were made from the document and the SDL it was validated against.
      (await callText(subgraph, text, callOptions)) as Result,
  };
}

async function withDeadline<T>(work: Promise<T>, subgraph: string, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => {
        const message = `${subgraph} did not answer in time.`;
        reject(new SubgraphError(subgraph, [{ message, extensions: { code: 'DEADLINE_EXCEEDED' } }]));
      },
      Math.max(0, deadlineMs - Date.now()),
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
