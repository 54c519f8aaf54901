import type { ExecutionResult } from 'graphql';
import type { RequestScope, SubgraphCall, SubgraphResult, SubgraphTransport } from '../types.ts';
import { SubgraphUnavailable } from '../../../platform/subgraphHttp/subgraphUnavailable.ts';

/** A request as an in-process subgraph takes it. */
export interface InProcessRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** A subgraph living in this process. */
export interface InProcessSubgraph<Context> {
  execute(request: InProcessRequest, context: Context): Promise<ExecutionResult>;
  subscribe(
    request: InProcessRequest,
    context: Context,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
}

/**
 * Reaches a subgraph in this process: variables, context and answer travel as they are; nothing becomes text. The
 * operation is the plan's own text, always the same string: the subgraph finds its validated document under it by one
 * look-up, and would need one for a parsed document, too, as it executes nothing that it has not validated.
 */
export function createInProcessTransport<Context>(
  subgraph: InProcessSubgraph<Context>,
  contextOf: (scope: RequestScope) => Context,
): SubgraphTransport {
  return {
    async fetch(call) {
      try {
        return toResult(await subgraph.execute(toRequest(call), contextOf(call.scope)));
      } catch (error) {
        throw new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph failed.', error);
      }
    },
    async subscribe(call) {
      const opened = await subgraph.subscribe(toRequest(call), contextOf(call.scope));
      if (Symbol.asyncIterator in opened) return opened as AsyncIterable<SubgraphResult>;
      return single(toResult(opened));
    },
    async close() {
      // The subgraph's life belongs to whoever started it.
    },
  };
}

function toRequest({ operation, variables }: SubgraphCall): InProcessRequest {
  return {
    query: operation.query,
    variables: variables.values(),
    ...(operation.operationName !== undefined && { operationName: operation.operationName }),
  };
}

function toResult(result: ExecutionResult): SubgraphResult {
  return result as SubgraphResult;
}

/** The one answer that says why there is no stream. */
async function* single(result: SubgraphResult): AsyncGenerator<SubgraphResult> {
  await Promise.resolve();
  yield result;
}
