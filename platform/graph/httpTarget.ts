import type { NewId } from '../ids/ids.ts';
import { openWire } from '../subgraphHttp/openWire.ts';
import { postOnce } from '../subgraphHttp/postOnce.ts';
import { readAnswer } from '../subgraphHttp/readAnswer.ts';
import { createRequestSigner, type Signer } from '../subgraphHttp/signer.ts';
import { SubgraphUnavailable, type UnavailableCode } from '../subgraphHttp/subgraphUnavailable.ts';
import type { SubgraphResult } from '../subgraphHttp/answer.ts';
import type { Wire } from '../subgraphHttp/wire.ts';
import type { CallContext, GraphRequest } from './subgraph.ts';
import type { SubgraphTarget } from './subgraphClient.ts';

/** A subgraph of another process, reached by signed HTTP. */
export interface HttpTarget extends SubgraphTarget {
  close(): Promise<void>;
}

/** Largest answer we take from a subgraph. */
const maxAnswerBytes = 16_777_216;

/** Where subgraphs answer, below their address. */
const path = '/graphql';

/**
 * Reach a subgraph at `url` (such as http://127.0.0.1:4101). What cannot be answered comes back as a result with
 * SERVICE_UNAVAILABLE or DEADLINE_EXCEEDED, never as a rejection.
 */
export function httpTarget(options: {
  url: string;
  secret: string;
  newId: NewId;
  connections?: number;
}): HttpTarget {
  const { url, secret, newId, connections = 32 } = options;
  const wire = openWire({ url: new URL(path, url), connections, maxAnswerBytes });
  const sign = createRequestSigner({ secret, nowMs: Date.now, newNonce: newId });
  return {
    execute: async (request, call) => {
      try {
        return await post({ wire, sign }, request, call);
      } catch (error) {
        const code = error instanceof SubgraphUnavailable ? error.code : 'SUBGRAPH_UNAVAILABLE';
        const [known, message] = failures[code];
        return failed(known, message);
      }
    },
    close: () => wire.close(),
  };
}

/** Posts one request and waits for its answer until the deadline, or until the caller goes. */
async function post(
  { wire, sign }: { wire: Wire; sign: Signer },
  request: GraphRequest,
  call: CallContext,
): Promise<SubgraphResult> {
  const { identity, deadlineMs, requestId, signal } = call;
  const timeoutMs = Math.floor(deadlineMs - Date.now());
  if (timeoutMs <= 0)
    throw new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'The subgraph did not answer in time.');
  const body = JSON.stringify(request);
  const signed = sign({ method: 'POST', path, body }, { identity, deadlineMs, requestId });
  // The wire writes its own content type; one of the caller's would be a second.
  const { 'content-type': _type, ...carried } = call.headers ?? {};
  const { status, text } = await postOnce(wire, {
    headers: { ...carried, ...signed },
    ...{ body, timeoutMs, signal },
  });
  return readAnswer(status, text);
}

/** What a caller is told, by why no answer came: its code and its words. */
const failures: Readonly<Record<UnavailableCode, readonly [code: string, message: string]>> = {
  SUBGRAPH_TIMEOUT: ['DEADLINE_EXCEEDED', 'The subgraph did not answer in time.'],
  REQUEST_CANCELLED: ['DEADLINE_EXCEEDED', 'The subgraph did not answer in time.'],
  SUBGRAPH_UNAVAILABLE: ['SERVICE_UNAVAILABLE', 'The subgraph cannot be reached.'],
  SUBGRAPH_OVERLOADED: ['SERVICE_UNAVAILABLE', 'The subgraph cannot be reached.'],
  SUBGRAPH_ANSWER_TOO_LARGE: ['SERVICE_UNAVAILABLE', 'The subgraph answered too much.'],
  SUBGRAPH_BAD_ANSWER: ['SERVICE_UNAVAILABLE', 'The subgraph did not answer in GraphQL.'],
};

const failed = (code: string, message: string): SubgraphResult => ({
  errors: [{ message, extensions: { code } }],
});
