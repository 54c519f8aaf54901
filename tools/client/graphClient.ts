import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

/** The server answered with errors. */
export class GraphError extends Error {
  readonly code: string;
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  constructor(errors: GraphError['errors']) {
    super(errors[0]?.message ?? 'The server refused without a reason.');
    this.errors = errors;
    this.code = errors[0]?.extensions?.code ?? 'INTERNAL';
  }
}

/** A client of one endpoint, in the name of one caller. */
export interface GraphClient {
  /** The answer's data; GraphError if it has errors. A busy server that gives none is asked up to five times. */
  run<D = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<D>;
}

/** With these the server says that it did not get to an answer, not what the answer is. */
const noAnswer = new Set(['SUBGRAPH_TIMEOUT', 'IDEMPOTENCY_IN_PROGRESS']);
const mostTries = 5;

/** Whether the same may be asked again: a read, or a write under a key, that got no answer from a busy server. */
function mayAskAgain(error: unknown, query: string, variables: Record<string, unknown>): boolean {
  if (!(error instanceof GraphError) || !noAnswer.has(error.code)) return false;
  return !query.trimStart().startsWith('mutation') || JSON.stringify(variables).includes('"idempotencyKey"');
}

/** Connections to a server, shared by all callers. */
export interface GraphServer {
  readonly url: string;
  as(token?: string, endpoint?: string): GraphClient;
  post(
    path: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
}

/** Opens keep-alive connections to a running Promesse. */
export function openServer(url: string, connections = 32): GraphServer {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const post: GraphServer['post'] = async (path, headers, body) => {
    const answer = await pool.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: answer.statusCode, text: await answer.body.text() };
  };
  return {
    url,
    post,
    as: (token, endpoint = '/graphql') => ({
      run: async <D>(query: string, variables: Record<string, unknown> = {}) => {
        const headers: Record<string, string> =
          token === undefined ? {} : { authorization: `Bearer ${token}` };
        const ask = async (): Promise<D> => {
          const { text } = await post(endpoint, headers, JSON.stringify({ query, variables }));
          const answer = JSON.parse(text) as { data?: D; errors?: GraphError['errors'] };
          if (answer.errors !== undefined || answer.data === undefined)
            throw new GraphError(answer.errors ?? []);
          return answer.data;
        };
        for (let tries = 1; ; tries++) {
          try {
            return await ask();
          } catch (error) {
            if (tries === mostTries || !mayAskAgain(error, query, variables)) throw error;
            await pause(200 * tries);
          }
        }
      },
    }),
    close: () => pool.close(),
  };
}
