import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { promesse } from '../contestants.ts';
import { freePort, startOnCore, type Measured } from '../load/processes.ts';
import type { World } from './world.ts';
import { gatewayCore } from './world.ts';

export interface SubscriberFigures {
  readonly subscribers: number;
  /** Growth of the process after collecting garbage, KB for each subscriber. */
  readonly kbEach: number;
  readonly events: number;
  /** From the sending of an event by the subgraph to its arrival at a client, over all clients and events. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

const subscribe = JSON.stringify({
  id: '1',
  type: 'subscribe',
  payload: { query: 'subscription { ticked { at text } }' },
});
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function settledRss(gateway: Measured): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    process.kill(gateway.pid, 'SIGUSR2');
    await pause(500);
  }
  return gateway.rssMb();
}

/** Sends single events, and notes how long each took to each subscriber, milliseconds. */
function eventsToAll(world: World, count: number) {
  const delays: number[] = [];
  let arrived = (): void => undefined;
  const heard = (data: string): void => {
    const { at } = (JSON.parse(data) as { payload: { data: { ticked: { at: number } } } }).payload.data
      .ticked;
    delays.push(performance.timeOrigin + performance.now() - at);
    arrived();
  };
  const toAll = async (event: number): Promise<void> => {
    const all = new Promise<void>((resolve) => {
      arrived = () => (delays.length >= count * event ? resolve() : undefined);
    });
    await fetch(new URL('/tick', world.subgraphs.feed), { method: 'POST' });
    await Promise.race([
      all,
      pause(30_000, undefined, { ref: false }).then(() =>
        Promise.reject(
          new Error(`event ${event} reached ${delays.length - count * (event - 1)} of ${count}`),
        ),
      ),
    ]);
  };
  return { delays, heard, toAll };
}

/** Everybody subscribes to the same stream over a socket of their own; then single events are sent to all. */
export async function measureSubscribers(
  world: World,
  count: number,
  say: (line: string) => void,
): Promise<SubscriberFigures> {
  const port = await freePort();
  const { args, env } = promesse.command({
    supergraphFile: world.feedFile,
    subgraphs: world.subgraphs.feed,
    port,
    dedup: false,
  });
  const preload = ['--expose-gc', '--import', here('../peers/collectOnSignal.mjs')];
  const gateway = await startOnCore(gatewayCore, [...preload, ...args], env, port);
  const sockets: WebSocket[] = [];
  const { heard, toAll, delays } = eventsToAll(world, count);
  try {
    // One comes and goes first: what the gateway loads for the first stream is no cost of a subscriber.
    (await subscriber(port, () => undefined)).terminate();
    const before = await settledRss(gateway);
    for (let at = 0; at < count; at += 50) {
      const batch = Array.from({ length: Math.min(50, count - at) }, () => subscriber(port, heard));
      sockets.push(...(await Promise.all(batch)));
    }
    await pause(1_000);
    const kbEach = (((await settledRss(gateway)) - before) * 1024) / count;
    const events = 20;
    for (let event = 1; event <= events; event += 1) await toAll(event);
    delays.sort((a, b) => a - b);
    const quantile = (q: number): number =>
      delays[Math.min(delays.length - 1, Math.floor(delays.length * q))]!;
    const figures = {
      subscribers: count,
      kbEach,
      events,
      p50Ms: quantile(0.5),
      p99Ms: quantile(0.99),
      maxMs: quantile(1),
    };
    say(`subscribers: ${kbEach.toFixed(1)} KB each, one event to all p99 ${figures.p99Ms.toFixed(0)} ms`);
    return figures;
  } finally {
    for (const socket of sockets) socket.terminate();
    await gateway.kill();
  }
}

/** Opens one socket and subscribes; resolves once the gateway has taken the subscription. */
function subscriber(port: number, onEvent: (data: string) => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
    });
    socket.on('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.on('message', (raw: Buffer) => {
      const data = raw.toString();
      if (data.startsWith('{"type":"ping"')) return socket.send('{"type":"pong"}');
      if (data.includes('"connection_ack"')) {
        socket.send(subscribe);
        // Frames of one socket are taken in order: the pong follows the taking of the subscription.
        return socket.send('{"type":"ping"}');
      }
      if (data.startsWith('{"type":"pong"')) return resolve(socket);
      if (data.includes('"next"')) onEvent(data);
      else reject(new Error(data));
    });
  });
}
