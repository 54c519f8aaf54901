import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { EngineSlot } from '../admission/engineSlot.ts';
import type { EngineResponse, RequestScope } from '../engine/types.ts';

/** What Apollo Server takes as its `gateway`. */
export type ApolloGateway = NonNullable<ApolloServerOptionsWithGateway<BaseContext>['gateway']>;
type GatewayExecutor = NonNullable<Awaited<ReturnType<ApolloGateway['load']>>['executor']>;
/** What Apollo Server knows of a request when it asks for execution. */
export type GatewayRequest = Parameters<GatewayExecutor>[0];

export interface ApolloGatewayOptions {
  readonly slot: EngineSlot;
  /** The engine's view of a request, from what the host put into Apollo Server's context. */
  readonly scopeOf: (request: GatewayRequest) => RequestScope;
  /** Runs a request in another way than by its text; undefined leaves it to the engine in force. */
  readonly run?: (request: GatewayRequest) => Promise<EngineResponse> | undefined;
}

const originals = new WeakMap<GraphQLError, GraphQLFormattedError>();

/** Apollo Server wants error objects and decorates them; this is the error as the engine wrote it. */
export const originalErrorOf = (error: unknown): GraphQLFormattedError | undefined =>
  error instanceof GraphQLError ? originals.get(error) : undefined;

function revive(formatted: GraphQLFormattedError): GraphQLError {
  const { message, path, extensions } = formatted;
  const error = new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
  originals.set(error, formatted);
  return error;
}

async function runText(
  slot: EngineSlot,
  request: GatewayRequest,
  scope: RequestScope,
): Promise<EngineResponse> {
  const engine = slot.current;
  const name = request.operationName ?? undefined;
  const ready = engine.lookup(request.source, name);
  const preparation = ready
    ? { ok: true as const, operation: ready }
    : await engine.prepare(request.source, name);
  if (!preparation.ok) return { outcome: 'refused', body: JSON.stringify({ errors: preparation.errors }) };
  if (preparation.operation.kind === 'subscription') {
    const errors = [{ message: 'Apollo Server runs no subscriptions; use a stream of the gateway.' }];
    return { outcome: 'refused', body: JSON.stringify({ errors }) };
  }
  return engine.run(preparation.operation, request.request.variables, scope);
}

/**
 * The engine as an Apollo gateway: hand it to any Apollo Server as its `gateway`. Schema changes reach the
 * server through the interface's own callback.
 */
export function createApolloGateway({ slot, scopeOf, run }: ApolloGatewayOptions): ApolloGateway {
  const stopListening: (() => void)[] = [];
  return {
    load: () =>
      Promise.resolve({
        executor: async (request) => {
          const { body } = await (run?.(request) ?? runText(slot, request, scopeOf(request)));
          const { errors, ...rest } = JSON.parse(body) as { errors?: GraphQLFormattedError[] };
          return errors === undefined ? rest : { ...rest, errors: errors.map(revive) };
        },
      }),
    onSchemaLoadOrUpdate(callback) {
      const tell = () =>
        callback({ apiSchema: slot.current.apiSchema, coreSupergraphSdl: slot.supergraphSdl });
      const stop = slot.onSwap(tell);
      stopListening.push(stop);
      tell();
      return stop;
    },
    stop() {
      for (const stop of stopListening.splice(0)) stop();
      return Promise.resolve();
    },
  };
}
