import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '../../platform/log/log.ts';
import type { EngineSlot } from '../admission/engineSlot.ts';
import type { EngineResponse, RequestScope } from '../engine/types.ts';
import type { Exchange } from '../admission/exchange.ts';
import { createApolloGateway, originalErrorOf } from './apolloGateway.ts';

/** What plug-ins find in Apollo Server's context. */
export interface ApolloContext extends BaseContext {
  readonly requestId: string;
  readonly scope: RequestScope;
  readonly run: () => Promise<EngineResponse>;
}

/** An answer that went through Apollo Server; `status` is set when a plug-in asked for one. */
export type ApolloAnswer = EngineResponse & { readonly status?: number };

/** The way through Apollo Server: its parsing, validation and plug-ins around our execution. */
export interface ApolloPath {
  /** True: every request goes this way. False: only the first one of each operation text. */
  readonly always: boolean;
  run(exchange: Exchange): Promise<ApolloAnswer>;
  stop(): Promise<void>;
}

export interface ApolloPathOptions {
  readonly slot: EngineSlot;
  readonly always: boolean;
  readonly plugins: readonly ApolloServerPlugin<ApolloContext>[];
  readonly log: Log;
}

const loggerFor = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message: unknown) => log.warn({ reason: String(message) }, 'apollo server'),
  error: (message: unknown) => log.error({ error: message }, 'apollo server'),
});

function requestOf({ req, params, admitted }: Exchange) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // The operation text was found already, by whatever name the client sent for it.
  const { persistedQuery: _resolved, ...extensions } = params.extensions ?? {};
  return {
    query: admitted.text,
    ...(params.operationName !== undefined && { operationName: params.operationName }),
    ...(params.variables !== undefined && { variables: params.variables }),
    extensions,
    // GET was ruled out for mutations before; to Apollo Server every admitted operation is a POST.
    http: { method: 'POST', headers, search: '', body: undefined },
  };
}

/** Starts a real Apollo Server around the engine. Everything HTTP is ours, so its own HTTP layer is not used. */
export async function createApolloPath({
  slot,
  always,
  plugins,
  log,
}: ApolloPathOptions): Promise<ApolloPath> {
  const server = new ApolloServer<ApolloContext>({
    gateway: createApolloGateway({
      slot,
      scopeOf: ({ context }) => (context as ApolloContext).scope,
      run: ({ context }) => (context as ApolloContext).run(),
    }),
    plugins: [...plugins, ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    // The engine has decided already what is admitted, introspection included.
    introspection: true,
    csrfPrevention: false,
    persistedQueries: false,
    ...(always ? {} : { documentStore: null }),
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => originalErrorOf(error) ?? formatted,
    logger: loggerFor(log),
  });
  await server.start();

  return {
    always,
    async run(exchange) {
      const { engine, operation, variables } = exchange.admitted;
      const { http, body } = await server.executeOperation(requestOf(exchange), {
        contextValue: {
          requestId: exchange.requestId,
          scope: exchange.scope,
          run: () => engine.run(operation, variables, exchange.scope),
        },
      });
      for (const [name, value] of http.headers) exchange.res.setHeader(name, value);
      if (body.kind !== 'single')
        throw new Error('Apollo Server answered in parts, which a gateway never does.');
      const { data, errors, extensions } = body.singleResult;
      const outcome = errors === undefined ? 'ok' : data === undefined ? 'refused' : 'errors';
      return {
        body: JSON.stringify({ data, errors, extensions }),
        outcome,
        ...(http.status !== undefined && outcome !== 'refused' && { status: http.status }),
      };
    },
    stop: () => server.stop(),
  };
}
