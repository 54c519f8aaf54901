import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Identity } from '../../schema/identity.ts';
import type { HttpRoute } from '../http/httpRoute.ts';

/**
 * What a caller of a subgraph sends along: who asks, until when, and for tracing. The gateway's scope of a request is one,
 * with an identity it does not look at (`Who`), and is handed on as it is.
 */
export interface CallContext<Who = Identity> {
  readonly identity: Who;
  /** Epoch ms by the machine's clock (never the simulated one) after which nobody waits for the answer. */
  readonly deadlineMs: number;
  readonly requestId: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Aborts when the caller has gone; ends subscriptions. */
  readonly signal?: AbortSignal;
}

/** One GraphQL operation. Variables are plain JSON. */
export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** A running subgraph: its executable schema and its life cycle. */
export interface SubgraphService {
  /** For example `catalog`. */
  readonly name: string;
  /** Built with buildSubgraphSchema; answers `_entities` and `_service`. */
  readonly schema: GraphQLSchema;
  /** In process: no HTTP, documents parsed and validated once. Errors are coded or masked. */
  execute(request: GraphRequest, call: CallContext): Promise<ExecutionResult>;
  /** The event stream, or the one result that says why there is none. Close the iterator to stop. */
  subscribe(
    request: GraphRequest,
    call: CallContext,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
  /** The context of one call, as resolvers see it; for a host that executes by itself. */
  contextOf(call: CallContext): object;
  /** For example carrier webhooks, mounted by the HTTP host. */
  readonly routes?: readonly HttpRoute[];
  /** Relay, sweeper, reactions, expiry timers. */
  start(): Promise<void>;
  /** Finish what is in flight, stop the rest. */
  stop(): Promise<void>;
  /** Is nothing under way: no call executing, no event unacknowledged? For replay and tests. */
  isIdle(): boolean;
}

/** SDL of a subgraph, parsed. */
export type SubgraphSdl = readonly DocumentNode[];
