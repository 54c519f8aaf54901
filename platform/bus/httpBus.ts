import { Pool } from 'undici';
import { systemIdentity } from '../../schema/identity.ts';
import { errorCodeOf } from '../errors/codedError.ts';
import { jsonResponse, type HttpRoute } from '../http/httpRoute.ts';
import type { NewId } from '../ids/ids.ts';
import { createSignatureVerifier, signRequest } from '../identity/signature.ts';
import type { Log } from '../log/log.ts';
import { subgraphOfTopic, type Bus, type BusMessage } from './bus.ts';
import { localTopics } from './localTopics.ts';

/** A bus between processes without a broker, and the route each process mounts to be rung at. */
export interface HttpBus extends Bus {
  readonly route: HttpRoute;
}

/** What the HTTP bus needs. */
export interface HttpBusOptions {
  /** Name of this subgraph; its own topics stay inside. */
  readonly subgraph: string;
  /** Base URL of each other subgraph: `{ orders: 'http://127.0.0.1:4103' }`. */
  readonly peers: Readonly<Record<string, string>>;
  readonly secret: string;
  readonly newId: NewId;
  readonly log: Log;
}

/** One ring may take this long; a lost one is rung again by the sweeper. */
const ringTimeoutMs = 2_000;

/** Rings are signed POST /events. What cannot be delivered is lost: the journal's sweeper repairs. */
export function httpBus(options: HttpBusOptions): HttpBus {
  const { subgraph, peers, secret, newId, log } = options;
  const topics = localTopics(log);
  const verify = createSignatureVerifier({ secret, nowMs: Date.now });
  const pools = new Map<string, Pool>();

  const poolOf = (peer: string): Pool | undefined => {
    const url = peers[peer];
    if (url === undefined) return undefined;
    const pool = pools.get(peer) ?? new Pool(url, { connections: 8, pipelining: 1 });
    pools.set(peer, pool);
    return pool;
  };

  const ring = async (peer: string, topic: string, message: BusMessage): Promise<void> => {
    const pool = poolOf(peer);
    if (pool === undefined) return log.warn({ peer, topic }, 'nobody told us where this subgraph lives');
    const body = JSON.stringify({ topic, message });
    const caller = {
      identity: systemIdentity(subgraph),
      deadlineMs: Date.now() + ringTimeoutMs,
      requestId: newId(),
    };
    const parts = { method: 'POST', path: '/events', body };
    const signed = signRequest(secret, parts, caller, { nowMs: Date.now(), nonce: newId() });
    const headers = { 'content-type': 'application/json', ...signed };
    try {
      const signal = AbortSignal.timeout(ringTimeoutMs);
      const response = await pool.request({ method: 'POST', path: '/events', headers, body, signal });
      await response.body.dump();
      if (response.statusCode >= 300)
        log.warn({ peer, topic, status: response.statusCode }, 'a ring was refused');
    } catch (error) {
      log.debug({ peer, topic, error }, 'a ring was lost');
    }
  };

  return {
    publish: (topic, message) => {
      const peer = subgraphOfTopic(topic);
      if (peer === subgraph) {
        topics.deliver(topic, structuredClone(message));
        return Promise.resolve();
      }
      return ring(peer, topic, message);
    },
    subscribe: topics.subscribe,
    close: async () => {
      topics.clear();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
    route: {
      method: 'POST',
      path: '/events',
      maxBodyBytes: 1_048_576,
      handle: (request) => {
        try {
          verify({ method: 'POST', path: '/events', body: request.body }, request.headers);
        } catch (error) {
          if (errorCodeOf(error) !== 'BAD_SIGNATURE') throw error;
          return Promise.resolve(
            jsonResponse(401, {
              errors: [{ message: 'Not signed.', extensions: { code: 'BAD_SIGNATURE' } }],
            }),
          );
        }
        const { topic, message } = JSON.parse(request.body.toString('utf8')) as {
          topic: string;
          message: BusMessage;
        };
        topics.deliver(topic, message);
        return Promise.resolve({ status: 202 });
      },
    },
  };
}
