import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { CallContext } from '../../platform/graph/subgraph.ts';
import type { SubgraphHeaders, SubgraphResult } from '../../platform/subgraphHttp/answer.ts';
import type { CallVariables } from './data/callVariables.ts';
import type { GuardLimits } from './guard/limits.ts';
import type { Departure } from './transport/departure.ts';

/** The three kinds of GraphQL operation. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/** What a caller may see: decided by whoever verified the caller, read by the engine for every protected field. */
export interface FieldAuthority {
  /** True when the caller proved who they are: satisfies `@authenticated`. */
  readonly authenticated: boolean;
  /** Scopes the caller holds: compared with `@requiresScopes`. */
  readonly scopes: ReadonlySet<string>;
  /** Policies (of `Engine.policies`) that hold for the caller: compared with `@policy`. */
  readonly policies: ReadonlySet<string>;
}

export type { SubgraphHeaders, SubgraphResult };

/** Everything about one request that the engine hands through to transports without looking at it. */
export interface RequestScope extends CallContext<unknown> {
  readonly authority: FieldAuthority;
  /** Incoming headers, lower-case names; transports propagate some of them by rule. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whose requests go the same way under `@override(label: "percent(n)")`, e.g. the caller. @default requestId */
  readonly rolloutKey?: string;
  /** True when nobody waits for the answer any more: no further call is begun. */
  readonly hasLeft?: boolean;
  /** Says the same as `signal` at a fraction of its price; read before it. */
  readonly departure?: Departure;
  /** Called with the headers of each subgraph answer; absent means headers are not even parsed. */
  readonly onSubgraphHeaders?: (subgraph: string, headers: SubgraphHeaders) => void;
}

/** One operation text sent to one subgraph: made once per plan, the same object on every call. */
export interface SubgraphOperation {
  readonly subgraph: string;
  readonly kind: OperationKind;
  readonly query: string;
  readonly operationName: string | undefined;
  /** `{"query":"…","operationName":"…","variables":` so that a request body is prefix + variables as JSON + `}`. */
  readonly bodyPrefix: string;
}

/** One call of a subgraph. */
export interface SubgraphCall {
  readonly operation: SubgraphOperation;
  readonly variables: CallVariables;
  readonly scope: RequestScope;
}

/** A way to reach one subgraph; adapters: in process and HTTP. A call that cannot be answered throws `SubgraphUnavailable`. */
export interface SubgraphTransport {
  /** True when no call takes longer than its scope's deadline; others are watched from outside. */
  readonly keepsDeadlines?: boolean;
  fetch(call: SubgraphCall): Promise<SubgraphResult>;
  /** Opens an event stream; leaving the iteration (`return()`) closes it upstream. */
  subscribe(call: SubgraphCall): Promise<AsyncIterable<SubgraphResult>>;
  close(): Promise<void>;
}

/** A subgraph as the supergraph names it. */
export interface SubgraphInfo {
  readonly name: string;
  /** The address written in the supergraph; may be empty for in-process subgraphs. */
  readonly url: string;
}

/** Makes the transport of one subgraph; called once per subgraph when an engine is created. */
export type TransportFactory = (subgraph: SubgraphInfo) => SubgraphTransport;

/** Called by the engine at points worth measuring; every member is optional and must not throw. */
export interface EngineObserver {
  /** A plan was made (not taken from the cache). */
  planned?(info: { operationName: string | undefined; durationMs: number; planner: string }): void;
  /** Something of the engine's own broke (planning, compiling, running): the client only learns that it did. */
  failed?(error: unknown): void;
  /** An operation text was asked for: found ready or not. */
  lookedUp?(hit: boolean): void;
  /** A subgraph call ended. Several requests that shared one call are told apart by `shared`. */
  fetched?(info: {
    subgraph: string;
    kind: OperationKind;
    durationMs: number;
    failed: boolean;
    shared: boolean;
    scope: RequestScope;
  }): void;
}

/** Which planner to use: `auto` takes the native one when it can be loaded. */
export type PlannerChoice = 'auto' | 'native' | 'javascript';

/** What to do when a caller asks for a field they may not see. */
export type AuthorizationMode = 'null-fields' | 'refuse-request';

export interface EngineOptions {
  readonly supergraphSdl: string;
  readonly transports: TransportFactory;
  /** @default 'auto' */
  readonly planner?: PlannerChoice;
  /** Limits checked before validation; absent members take the defaults of guard/limits.ts. */
  readonly limits?: Partial<GuardLimits>;
  /** @default 'null-fields' */
  readonly authorization?: AuthorizationMode;
  /** Whether `__schema` and `__type` are answered. @default false */
  readonly introspection?: boolean;
  /** Whether validation errors may hint at names that do exist ("Did you mean"). @default same as `introspection` */
  readonly hints?: boolean;
  /** Bound of the prepared-operation cache, bytes (estimated). @default 64 MiB */
  readonly cacheBytes?: number;
  /** Share one subgraph call between identical concurrent reads of callers with equal `shareKey`. Absent: no sharing. */
  readonly shareKey?: (scope: RequestScope) => string | undefined;
  /**
   * Share one upstream subscription between identical ones of equal key, while it has told nothing. Absent: every
   * subscriber opens its own.
   */
  readonly subscriptionShareKey?: (scope: RequestScope) => string | undefined;
  /**
   * Hears when a caller is about to know something newer: a mutation came back, an event arrived. Keys given from
   * then on must differ, or the caller's next read would join one that began before it.
   */
  readonly onNewer?: (scope: RequestScope) => void;
  /** Events one subscriber may lag behind before it is closed with a reason. @default 256 */
  readonly subscriberQueue?: number;
  /** Time the entities of one event have to be joined in, milliseconds. @default 10_000 */
  readonly eventTimeoutMs?: number;
  /** Custom labels of progressive `@override`s that hold for a request; asked once per request. Absent: none. */
  readonly activeLabels?: (scope: RequestScope) => Iterable<string>;
  /** A request's place from 0 to below 100: `percent(n)` holds below n. @default by a hash of `rolloutKey` */
  readonly rolloutPercentage?: (scope: RequestScope) => number;
  readonly observer?: EngineObserver;
}

/** An operation ready to run; opaque apart from these facts. */
export interface PreparedOperation {
  readonly kind: OperationKind;
  readonly operationName: string | undefined;
  /** True when the operation carries `@defer` and must be run with `runIncremental`. */
  readonly incremental: boolean;
  /** Static cost of the operation after `@cost` and `@listSize` (variables taken at their limits). */
  readonly cost: number;
  /** What the operation costs with these variables, at most the limit: sizes they give count like those written out. */
  costOf(variables: Readonly<Record<string, unknown>> | undefined): number;
  /**
   * Whether these values of the variables in `@skip`, `@include` and `@defer` are new, so that the operation may have to be
   * planned for them. Asked once for each request: what it was asked for is no longer new.
   */
  isNewChoice(variables: Readonly<Record<string, unknown>> | undefined): boolean;
  /** SHA-256 of the operation text, hex: the id persisted operations and metrics use. */
  readonly hash: string;
  /** True when some protected field is selected: its answer depends on `FieldAuthority`. */
  readonly protected: boolean;
}

/** Outcome of `Engine.prepare`: ready, or the request is answered with these errors and no data. */
export type Preparation =
  | { readonly ok: true; readonly operation: PreparedOperation }
  | {
      readonly ok: false;
      /** `syntax`, `limit`, `validation`, `operation` (no such operation name) are the caller's fault (400); `internal` is ours (500). */
      readonly reason: 'syntax' | 'limit' | 'validation' | 'operation' | 'internal';
      readonly errors: readonly GraphQLError[];
    };

/** A whole answer as response text. */
export interface EngineResponse {
  /** The JSON text of the GraphQL response. */
  readonly body: string;
  /** `refused`: the request was wrong before execution (bad variables, not allowed), the body has no `data`. */
  readonly outcome: 'ok' | 'errors' | 'refused';
}

/** One part of an incremental answer, as response text. */
export interface IncrementalPart {
  readonly body: string;
  readonly hasNext: boolean;
}

/** A subscription that opened, or the one answer that says why it did not. */
export type SubscriptionOutcome =
  | { readonly ok: true; readonly events: AsyncIterable<EngineResponse> }
  | { readonly ok: false; readonly response: EngineResponse };

/** Runs operations over one supergraph. Immutable: a new supergraph is a new engine. */
export interface Engine {
  /** What clients may ask: without inaccessible elements and federation machinery. */
  readonly apiSchema: GraphQLSchema;
  /** SHA-256 of the supergraph text, hex. */
  readonly supergraphHash: string;
  readonly subgraphs: readonly SubgraphInfo[];
  /** Name of the planner in use. */
  readonly planner: string;
  /** Every policy some field names with `@policy`; the front decides which hold for a caller. */
  readonly policies: readonly string[];
  /** The ready operation of this text if it is cached: no promise, for the hot path. */
  lookup(query: string, operationName?: string): PreparedOperation | undefined;
  /** Guard, parse, validate, plan and compile; concurrent calls for one text share the work. */
  prepare(query: string, operationName?: string): Promise<Preparation>;
  /** Runs a query or mutation. `@defer` is not split here: everything is answered at once. Never rejects. */
  run(
    operation: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    scope: RequestScope,
  ): Promise<EngineResponse>;
  /** Runs an operation with `@defer`: first part, then one part per deferred fragment as it is ready. */
  runIncremental(
    operation: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    scope: RequestScope,
  ): AsyncIterable<IncrementalPart>;
  /** Opens a subscription; every event is a whole response with the entities of other subgraphs joined in. */
  subscribe(
    operation: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    scope: RequestScope,
  ): Promise<SubscriptionOutcome>;
  /** Makes ready now what the first operation with `@defer` would wait for. */
  prepareDefer(): Promise<void>;
  /** The texts in the cache, most recently used first: to warm the engine of the next supergraph. */
  cachedTexts(): readonly { readonly query: string; readonly operationName: string | undefined }[];
  /** Prepares these texts one after the other, ignoring those that no longer validate. */
  warm(
    texts: readonly { readonly query: string; readonly operationName: string | undefined }[],
    signal?: AbortSignal,
  ): Promise<number>;
  /** Closes the transports after running operations and open subscriptions have ended, or at once when the signal aborts. */
  close(signal?: AbortSignal): Promise<void>;
}
