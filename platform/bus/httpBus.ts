import { isUtf8 } from 'node:buffer';
import { systemIdentity } from '../../schema/identity.ts';
import { errorCodeOf } from '../errors/codedError.ts';
import { jsonResponse, type HttpRequest, type HttpResponse, type HttpRoute } from '../http/httpRoute.ts';
import { messageLimits, readJson } from '../http/readJson.ts';
import { badRequest } from '../http/requestFault.ts';
import type { NewId } from '../ids/ids.ts';
import { createSignatureVerifier } from '../identity/signature.ts';
import type { Log } from '../log/log.ts';
import { createRefusalLog, type RefusalLog } from '../log/refusalLog.ts';
import { openWire } from '../subgraphHttp/openWire.ts';
import { postOnce } from '../subgraphHttp/postOnce.ts';
import { createRequestSigner, type Signer } from '../subgraphHttp/signer.ts';
import type { Wire } from '../subgraphHttp/wire.ts';
import { subgraphOfTopic, type Bus, type BusMessage } from './bus.ts';
import { localTopics, type LocalTopics } from './localTopics.ts';
import { readMessage, speaksForItself } from './speaker.ts';

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
    route: receivingRoute(secret, topics, createRefusalLog(log)),
  };
}

/** Where a process takes messages, below its address. */
const path = '/events';
/** Largest answer to a message: none has more to say than that it was taken, or why not. */
const maxAnswerBytes = 65_536;

/** Posts messages to the processes of other subgraphs. */
class Sender {
  readonly #options: HttpBusOptions;
  readonly #sign: Signer;
  readonly #wires = new Map<string, Wire>();

  constructor(options: HttpBusOptions) {
    this.#options = options;
    const { secret, newId } = options;
    this.#sign = createRequestSigner({ secret, nowMs: Date.now, newNonce: newId });
  }

  async send(peer: string, topic: string, message: BusMessage): Promise<void> {
    const { log, subgraph, newId } = this.#options;
    const wire = this.#wireTo(peer);
    if (wire === undefined)
      return log.warn({ peer, topic }, 'the address of this subgraph is not configured');
    const body = JSON.stringify({ topic, message });
    const deadlineMs = Date.now() + deliveryTimeoutMs;
    const caller = { identity: systemIdentity(subgraph), deadlineMs, requestId: newId() };
    const headers = this.#sign({ method: 'POST', path, body }, caller);
    try {
      const { status } = await postOnce(wire, { headers, body, timeoutMs: deliveryTimeoutMs });
      if (status >= 300) log.warn({ peer, topic, status }, 'a message was refused');
    } catch (error) {
      log.debug({ peer, topic, error }, 'a message was lost');
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#wires.values()].map((wire) => wire.close()));
  }

  #wireTo(peer: string): Wire | undefined {
    const address = this.#options.peers[peer];
    if (address === undefined) return undefined;
    const url = new URL(path, address);
    const wire = this.#wires.get(peer) ?? openWire({ url, connections: 8, maxAnswerBytes });
    this.#wires.set(peer, wire);
    return wire;
  }
}

/** An event is bounded by its type; this is room for the largest of them. */
const maxBodyBytes = 1_048_576;

/** Where other processes deliver messages: signed ones, each what its sender may say. */
function receivingRoute(secret: string, topics: LocalTopics, refusals: RefusalLog): HttpRoute {
  const verify = createSignatureVerifier({ secret, nowMs: Date.now });
  const refuse = (status: number, code: string, message: string, peer?: string): HttpResponse => {
    refusals.note({ code, path, ...(peer !== undefined && { peer }) });
    return jsonResponse(status, { errors: [{ message, extensions: { code } }] });
  };
  /** Name of the subgraph that signed; undefined when none did. */
  const senderOf = (request: HttpRequest): string | undefined => {
    try {
      const { identity } = verify({ method: 'POST', path, body: request.body }, request.headers);
      return identity.kind === 'system' ? identity.subject.replace(/^system:/, '') : undefined;
    } catch (error) {
      if (errorCodeOf(error) !== 'BAD_SIGNATURE') throw error;
      return undefined;
    }
  };
  return {
    method: 'POST',
    path,
    maxBodyBytes,
    handle: (request) => {
      const sender = senderOf(request);
      if (sender === undefined) return Promise.resolve(refuse(401, 'BAD_SIGNATURE', 'Not signed.'));
      const read = readMessage(readJson(textOf(request.body), 'The message', messageLimits));
      if (read === undefined) throw badRequest('The message is a JSON object with a topic and a message.');
      const { topic, message } = read;
      if (!speaksForItself(sender, topic, message))
        return Promise.resolve(refuse(403, 'FORBIDDEN', "This is not the sender's to say.", sender));
      topics.deliver(topic, message);
      return Promise.resolve({ status: 202 });
    },
  };
}

function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw badRequest('The message is not valid UTF-8.');
  return body.toString('utf8');
}
