import { readFileSync } from 'node:fs';
import type { ApplicationProcess, Scratch } from '../support/applicationProcess.ts';
import { scratchDir, startApplication } from '../support/applicationProcess.ts';
import type { FedGateway } from './fedGateway.ts';
import { startFedGateway } from './fedGateway.ts';

/** Callers for whom the started application has tokens. */
export type Who = 'shopper' | 'guest' | 'agent' | 'associate' | 'partner' | 'admin';

/** An answer over HTTP. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The body as JSON; an empty object when it is none. */
  readonly json: GraphqlReply;
  readonly tookMs: number;
}

export interface GraphqlReply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export interface AskOptions {
  readonly variables?: unknown;
  readonly as?: Who;
  readonly operationName?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default '/graphql' */
  readonly path?: string;
}

/** The application under attack, in a process of its own. */
export interface Target {
  /** Origin, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly pid: number;
  token(who: Who): string;
  /** Sends a query as a client would. */
  ask(query: string, options?: AskOptions): Promise<Reply>;
  /** Sends a body as it is, without credentials of its own. */
  post(body: string | Buffer, headers?: Readonly<Record<string, string>>, path?: string): Promise<Reply>;
  /** Everything the application has printed, its log included. */
  output(): string;
  /** Resident memory of the process, bytes. */
  memoryBytes(): number;
  /** Processor time the process has used, milliseconds. */
  cpuMs(): number;
  /** A gateway process in front of a subgraph that answers whatever it is told; started when first asked for. */
  fedGateway(): Promise<FedGateway>;
}

/** A target with what only the battery may do. */
export interface StartedTarget extends Target {
  stop(): Promise<void>;
}

/** Callers' budgets are on, and so wide that one attack does not spend the next one's. */
const settings = {
  LOG_LEVEL: 'info',
  GATEWAY_INTROSPECTION: 'false',
  GATEWAY_EXPLORER: 'false',
  GATEWAY_BUDGET: 'true',
  GATEWAY_BUDGET_REQUESTS: '1000000',
  GATEWAY_BUDGET_COST: '1000000000',
};

/** Starts the whole application with the settings of a public endpoint. */
export async function startTarget(): Promise<StartedTarget> {
  const data: Scratch = scratchDir();
  const { process: child, url } = await startApplication(data.dir, [], settings);
  const tokens = data.json('dev-tokens.json');
  let fed: Promise<FedGateway> | undefined;
  const token = (who: Who): string => tokens[who] ?? '';
  return {
    url,
    pid: child.pid,
    token,
    ask: (query, options = {}) => {
      const { variables, as, operationName, headers, path } = options;
      const credential = as && { authorization: `Bearer ${token(as)}` };
      const body = JSON.stringify({ query, variables, operationName });
      return send(url + (path ?? '/graphql'), body, { ...credential, ...headers });
    },
    post: (body, headers, path = '/graphql') => send(url + path, body, headers),
    ...measuresOf(child),
    fedGateway: () => (fed ??= startFedGateway()),
    async stop() {
      await (await fed)?.stop();
      await child.stop('SIGKILL');
      data.remove();
    },
  };
}

const measuresOf = (child: ApplicationProcess) => ({
  output: () => child.output(),
  memoryBytes() {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) * 1_024;
  },
  cpuMs() {
    // The name, in parentheses, may hold spaces; user and system time stand 12 fields behind it, in hundredths.
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  },
});

/** Posts a body and reads the answer. */
export async function send(
  url: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const began = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  const tookMs = performance.now() - began;
  return { status: answer.status, text, headers: answer.headers, json: jsonOf(text), tookMs };
}

function jsonOf(text: string): GraphqlReply {
  try {
    return JSON.parse(text) as GraphqlReply;
  } catch {
    return {};
  }
}
