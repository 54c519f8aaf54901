import { Pool } from 'undici';
import { systemIdentity } from '../../schema/identity.ts';
import { errorCodeOf } from '../errors/codedError.ts';
import { jsonResponse, type HttpRoute } from '../http/httpRoute.ts';
import type { NewId } from '../ids/ids.ts';
import { createSignatureVerifier, signRequest } from '../identity/signature.ts';
import type { Log } from '../log/log.ts';
import { subgraphOfTopic, type Bus, type BusMessage } from './bus.ts';
import { localTopics, type LocalTopics } from './localTopics.ts';

/** A bus between processes without a broker, and the route each process mounts to receive messages. */
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

/** One delivery may take this long, milliseconds; a lost message is published again by the sweeper. */
const deliveryTimeoutMs = 2_000;

/** Messages are signed POST /events. What cannot be delivered is lost: the journal's sweeper repairs. */
export function httpBus(options: HttpBusOptions): HttpBus {
  const { subgraph, secret, log } = options;
  const topics = localTopics(log);
  const sender = new Sender(options);
  return {
    publish: (topic, message) => {
      const peer = subgraphOfTopic(topic);
      if (peer !== subgraph) return sender.send(peer, topic, message);
      topics.deliver(topic, structuredClone(message));
      return Promise.resolve();
    },
    subscribe: topics.subscribe,
    close: async () => {
      topics.clear();
      await sender.close();
    },
    route: receivingRoute(secret, topics),
  };
}

/** Posts messages to the processes of other subgraphs. */
class Sender {
  readonly #options: HttpBusOptions;
  readonly #pools = new Map<string, Pool>();

  constructor(options: HttpBusOptions) {
    this.#options = options;
  }

  async send(peer: string, topic: string, message: BusMessage): Promise<void> {
    const { log } = this.#options;
    const pool = this.#poolOf(peer);
    if (pool === undefined)
      return log.warn({ peer, topic }, 'the address of this subgraph is not configured');
    const body = JSON.stringify({ topic, message });
    const headers = { 'content-type': 'application/json', ...this.#sign(body) };
    try {
      const signal = AbortSignal.timeout(deliveryTimeoutMs);
      const response = await pool.request({ method: 'POST', path: '/events', headers, body, signal });
      await response.body.dump();
      if (response.statusCode >= 300)
        log.warn({ peer, topic, status: response.statusCode }, 'a message was refused');
    } catch (error) {
      log.debug({ peer, topic, error }, 'a message was lost');
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  #sign(body: string): Record<string, string> {
    const { secret, subgraph, newId } = this.#options;
    const caller = {
      identity: systemIdentity(subgraph),
      deadlineMs: Date.now() + deliveryTimeoutMs,
      requestId: newId(),
    };
    const parts = { method: 'POST', path: '/events', body };
    return signRequest(secret, parts, caller, { nowMs: Date.now(), nonce: newId() });
  }

  #poolOf(peer: string): Pool | undefined {
    const url = this.#options.peers[peer];
    if (url === undefined) return undefined;
    const pool = this.#pools.get(peer) ?? new Pool(url, { connections: 8, pipelining: 1 });
    this.#pools.set(peer, pool);
    return pool;
  }
}

/** Where other processes deliver messages; only signed ones are taken. */
function receivingRoute(secret: string, topics: LocalTopics): HttpRoute {
  const verify = createSignatureVerifier({ secret, nowMs: Date.now });
  return {
    method: 'POST',
    path: '/events',
    maxBodyBytes: 1_048_576,
    handle: (request) => {
      try {
        verify({ method: 'POST', path: '/events', body: request.body }, request.headers);
      } catch (error) {
        if (errorCodeOf(error) !== 'BAD_SIGNATURE') throw error;
        const errors = [{ message: 'Not signed.', extensions: { code: 'BAD_SIGNATURE' } }];
        return Promise.resolve(jsonResponse(401, { errors }));
      }
      const { topic, message } = JSON.parse(request.body.toString('utf8')) as {
        topic: string;
        message: BusMessage;
      };
      topics.deliver(topic, message);
      return Promise.resolve({ status: 202 });
    },
  };
}
