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
  /** The answer's data; GraphError if it has errors. */
  run<D = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<D>;
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
        const { text } = await post(endpoint, headers, JSON.stringify({ query, variables }));
        const answer = JSON.parse(text) as { data?: D; errors?: GraphError['errors'] };
        if (answer.errors !== undefined || answer.data === undefined)
          throw new GraphError(answer.errors ?? []);
        return answer.data;
      },
    }),
    close: () => pool.close(),
  };
}
