import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { subscribe, type ExecutionResult } from 'graphql';
import { codedError } from '../errors/codedError.ts';
import { maskError } from '../errors/maskError.ts';
import type { HttpRoute } from '../http/httpRoute.ts';
import type { Log } from '../log/log.ts';
import { documentCache } from './documentCache.ts';
import { guardFields, type AccessTable } from './guardFields.ts';
import { guardReferences } from './guardReferences.ts';
import { createHotQueries, type QueryArgs } from './hotQueries.ts';
import { mapIterable } from '../streams/mapIterable.ts';
import { scalarResolvers } from './scalars.ts';
import type { CallContext, GraphRequest, SubgraphSdl, SubgraphService } from './subgraph.ts';

/** Resolvers as Apollo's builder takes them; ours are checked against the generated types where they are written. */
export type ResolverMap = NonNullable<
  Exclude<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[] | { kind: unknown }>['resolvers']
>;

/** What makes a subgraph. */
export interface SubgraphServiceOptions {
  readonly name: string;
  readonly typeDefs: SubgraphSdl;
  /** Resolvers by type; scalars come from the platform. */
  readonly resolvers: object;
  /** Who may ask for which field: asked before every resolver, and complete for queries and commands. */
  readonly access?: AccessTable;
  /** Built once per call, read-only: identity, deadline, loaders. */
  readonly context: (call: CallContext) => object;
  readonly log: Log;
  /** Makes error ids. */
  readonly newId: () => string;
  readonly routes?: readonly HttpRoute[];
  readonly start?: () => Promise<void>;
  readonly stop?: () => Promise<void>;
  /** More that must be quiet before the subgraph counts as idle (its journal). */
  readonly isIdle?: () => boolean;
}

/** Build the schema (a fault in SDL or resolvers stops the boot) and the service around it. */
export function createSubgraphService(options: SubgraphServiceOptions): SubgraphService {
  const { name, log, newId } = options;
  const schema = schemaOf(options.typeDefs, options.resolvers);
  guardFields(schema, options.access);
  const queries = createHotQueries(schema);
  const prepare = createPreparation(options, schema);
  const work = { inFlight: 0, stopping: false };
  const masked = (result: ExecutionResult): ExecutionResult =>
    result.errors === undefined
      ? result
      : { ...result, errors: result.errors.map((error) => maskError(error, { log, newId })) };

  return {
    ...{ name, schema, contextOf: options.context },
    execute: async (request, call) => {
      const prepared = prepare(request, call, work.stopping);
      if (!('args' in prepared)) return prepared;
      work.inFlight++;
      try {
        return masked(await queries.execute(prepared.args));
      } finally {
        work.inFlight--;
      }
    },
    subscribe: async (request, call) => {
      const prepared = prepare(request, call, work.stopping);
      if (!('args' in prepared)) return prepared;
      const { context, ...args } = prepared.args;
      const outcome = await subscribe({ ...args, schema, contextValue: context() });
      return Symbol.asyncIterator in outcome ? mapIterable(outcome, masked, call.signal) : masked(outcome);
    },
    ...(options.routes === undefined ? {} : { routes: options.routes }),
    start: async () => {
      work.stopping = false;
      await options.start?.();
    },
    stop: async () => {
      work.stopping = true;
      while (work.inFlight > 0) await new Promise((resolve) => setImmediate(resolve));
      await options.stop?.();
    },
    isIdle: () => work.inFlight === 0 && (options.isIdle?.() ?? true),
  };
}

/** What a call is executed with, or why it is not executed at all. */
type Prepared = { readonly args: QueryArgs } | ExecutionResult;

/** Reads each text once; a call that comes too late, or while the subgraph stops, is refused. */
function createPreparation({ name, context }: SubgraphServiceOptions, schema: GraphQLSchema) {
  const documents = documentCache(schema);
  return (request: GraphRequest, call: CallContext, stopping: boolean): Prepared => {
    if (stopping) return refusal(codedError('SERVICE_UNAVAILABLE', `${name} is stopping; try again.`));
    if (Date.now() > call.deadlineMs)
      return refusal(codedError('DEADLINE_EXCEEDED', 'The deadline has passed.'));
    const found = documents(request.query);
    if ('errors' in found) return refusal(...found.errors);
    return {
      args: {
        document: found.document,
        context: () => context(call),
        ...(request.variables === undefined ? {} : { variableValues: request.variables }),
        ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
      },
    };
  };
}

function schemaOf(typeDefs: SubgraphSdl, own: object): GraphQLSchema {
  const resolvers: ResolverMap = {
    ...scalarResolvers(typeDefs),
    ...guardReferences(typeDefs, own as Readonly<Record<string, Readonly<Record<string, unknown>>>>),
  } as ResolverMap;
  return buildSubgraphSchema(
    typeDefs.map((document, index) => ({
      typeDefs: document,
      // All resolvers go with the first module: they speak about the merged types.
      ...(index === 0 ? { resolvers } : {}),
    })),
  );
}

function refusal(...errors: readonly GraphQLError[]): ExecutionResult {
  return { errors };
}
