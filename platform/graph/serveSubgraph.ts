import { ApolloServer, HeaderMap, type BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { errorCodeOf, isErrorCode } from '../errors/codedError.ts';
import { asGraphQLError, maskError } from '../errors/maskError.ts';
import { startHttpHost, type StartedHost } from '../http/startHttpHost.ts';
import { jsonResponse, type HttpRequest, type HttpResponse, type HttpRoute } from '../http/httpRoute.ts';
import { createSignatureVerifier, type SignatureVerifier, type SignedCaller } from '../identity/signature.ts';
import type { Log } from '../log/log.ts';
import { createRefusalLog, type RefusalLog } from '../log/refusalLog.ts';
import { eventStream } from './eventStream.ts';
import { subgraphSockets } from './subgraphSockets.ts';
import type { CallContext, SubgraphService } from './subgraph.ts';

/** How a subgraph is offered to other processes. */
export interface ServeSubgraphOptions {
  /** @default 0 */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** Shared by gateway and subgraphs, at least 32 characters. */
  readonly secret: string;
  readonly log: Log;
  readonly newId: () => string;
  /** More routes of this process: health, events, metrics. */
  readonly routes?: readonly HttpRoute[];
}

/**
 * Serve a subgraph by Apollo Server at POST /graphql: queries and mutations as JSON, subscriptions as an event stream
 * (`accept: text/event-stream`) or over graphql-transport-ws at the same path. Only signed calls are answered.
 */
export async function serveSubgraph(
  service: SubgraphService,
  options: ServeSubgraphOptions,
): Promise<StartedHost> {
  const { secret, log, newId } = options;
  const verify = createSignatureVerifier({ secret, nowMs: Date.now });
  const refusals = createRefusalLog(log);
  const apollo = new ApolloServer<BaseContext>({
    schema: service.schema,
    introspection: false,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    logger: silentLogger,
    formatError: (formatted, error) => format(formatted, error, { log, newId }),
  });
  await apollo.start();
  const graphql: HttpRoute = {
    method: 'POST',
    path: '/graphql',
    maxBodyBytes: 8_388_608,
    handle: async (request) => {
      const caller = callerOf(verify, request, refusals);
      if ('refused' in caller) return caller.refused;
      const call: CallContext = { ...caller, headers: plainHeaders(request), signal: request.signal };
      return request.headers.accept?.includes('text/event-stream') === true
        ? eventStream(service, request.body, call)
        : execute(apollo, service, request, call);
    },
  };
  const sockets = subgraphSockets(service, verify);
  const host = await startHttpHost({
    routes: [graphql, ...(service.routes ?? []), ...(options.routes ?? [])],
    log,
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    newId,
    upgrades: new Map([['/graphql', sockets.onUpgrade]]),
  });
  return {
    ...host,
    stop: async () => {
      await sockets.stop();
      await host.stop();
      await apollo.stop();
    },
  };
}

function callerOf(
  verify: SignatureVerifier,
  request: HttpRequest,
  refusals: RefusalLog,
): SignedCaller | { refused: HttpResponse } {
  try {
    return verify({ method: request.method, path: request.path, body: request.body }, request.headers);
  } catch (error) {
    if (errorCodeOf(error) !== 'BAD_SIGNATURE') throw error;
    const message = error instanceof Error ? error.message : '';
    refusals.note({ code: 'BAD_SIGNATURE', path: request.path });
    return { refused: jsonResponse(401, { errors: [{ message, extensions: { code: 'BAD_SIGNATURE' } }] }) };
  }
}

async function execute(
  apollo: ApolloServer,
  service: SubgraphService,
  request: HttpRequest,
  call: CallContext,
): Promise<HttpResponse> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: parse(request.body) },
    context: () => Promise.resolve(service.contextOf(call)),
  });
  const body = answer.body.kind === 'complete' ? answer.body.string : '';
  return { status: answer.status ?? 200, headers: Object.fromEntries(answer.headers), body };
}

function format(
  formatted: GraphQLFormattedError,
  error: unknown,
  tools: { log: Log; newId: () => string },
): GraphQLFormattedError {
  const code = errorCodeOf(formatted);
  // Apollo's own codes for syntax, validation and variables are all the caller's mistake to us.
  if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR' && !isErrorCode(code)) {
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  }
  return maskError(asGraphQLError(error, formatted.message), tools).toJSON();
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function plainHeaders(request: HttpRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Apollo's start-up chatter is not ours. */
const silentLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
