import { afterEach, describe, expect, it } from 'vitest';
import { hasRedis, startTestRedis } from '../../test/support/redis.ts';
import { waitFor } from '../../test/support/waitFor.ts';
import { startHttpHost, type StartedHost } from '../http/startHttpHost.ts';
import { uuidIds } from '../ids/ids.ts';
import { signRequest } from '../identity/signature.ts';
import { createLog, silentLog } from '../log/log.ts';
import { systemIdentity } from '../../schema/identity.ts';
import type { Bus, BusMessage } from './bus.ts';
import { httpBus } from './httpBus.ts';
import { redisBus } from './redisBus.ts';
import { inProcessBus } from './inProcessBus.ts';

const log = silentLog();
const secret = 'between-subgraphs-'.repeat(4);
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Two ends of one bus: `a` publishes, `b` is the subgraph `orders`. */
interface Ends {
  readonly a: Bus;
  readonly b: Bus;
}

const adapters: Record<string, () => Promise<Ends>> = {
  'in process': () => {
    const bus = inProcessBus({ log });
    return Promise.resolve({ a: bus, b: bus });
  },
  'over signed HTTP': async () => {
    const b = httpBus({ subgraph: 'orders', peers: {}, secret, newId: uuidIds(), log });
    const host: StartedHost = await startHttpHost({ routes: [b.route], log });
    const a = httpBus({ subgraph: 'catalog', peers: { orders: host.url }, secret, newId: uuidIds(), log });
    cleanups.push(() => host.stop());
    return { a, b };
  },
  'over Redis': async () => {
    const { url, stop } = await startTestRedis();
    cleanups.push(stop);
    const prefix = `test-${uuidIds()()}:`;
    const at = { url, log, prefix, secret };
    return {
      a: await redisBus({ ...at, subgraph: 'catalog' }),
      b: await redisBus({ ...at, subgraph: 'orders' }),
    };
  },
};

const isHere = (name: string): boolean => name !== 'over Redis' || hasRedis;

for (const name of Object.keys(adapters))
  describe.skipIf(!isHere(name))(`the bus ${name}`, () => {
    const open = async (): Promise<Ends> => {
      const ends = await (adapters[name] as () => Promise<Ends>)();
      cleanups.unshift(() => ends.a.close());
      if (ends.b !== ends.a) cleanups.unshift(() => ends.b.close());
      return ends;
    };
    it('reaches everybody who listens to the topic, and nobody else', async () => {
      const { a, b } = await open();
      const heard: BusMessage[][] = [[], [], []];
      b.subscribe('event.orders', (message) => void heard[0]?.push(message));
      b.subscribe('event.orders', (message) => void heard[1]?.push(message));
      b.subscribe('ack.orders', (message) => void heard[2]?.push(message));
      await a.publish('event.orders', { owner: 'catalog', event: { id: 'e-1', data: { deep: [1, 2] } } });
      await waitFor('both to hear it', () => heard[0]?.length === 1 && heard[1]?.length === 1);
      expect(heard[0]?.[0]).toEqual({
        owner: 'catalog',
        event: { id: 'e-1', data: { deep: [1, 2] } },
      });
      expect(heard[2]).toEqual([]);
    });
    it('goes on when a handler fails', async () => {
      const { a, b } = await open();
      const heard: BusMessage[] = [];
      b.subscribe('event.orders', () => Promise.reject(new Error('planned')));
      b.subscribe('event.orders', (message) => void heard.push(message));
      await a.publish('event.orders', { owner: 'catalog', n: 1 });
      await a.publish('event.orders', { owner: 'catalog', n: 2 });
      await waitFor('both messages', () => heard.length === 2);
    });
    it('stops when told, and publishing to nobody is no error', async () => {
      const { a, b } = await open();
      const tooLate: BusMessage[] = [];
      const heard: BusMessage[] = [];
      const stop = b.subscribe('event.orders', (message) => void tooLate.push(message));
      stop();
      await a.publish('event.orders', { owner: 'catalog', n: 1 });
      await a.publish('event.nobody', { n: 1 });
      b.subscribe('event.orders', (message) => void heard.push(message));
      await a.publish('event.orders', { owner: 'catalog', n: 2 });
      // A broker may have kept the first for whoever listens next; the one who left hears nothing.
      await waitFor('the second', () => heard.some((message) => message['n'] === 2));
      expect(tooLate).toEqual([]);
    });
  });

describe('the HTTP endpoint of the bus', () => {
  it("hears nobody unsigned, nothing that is no message, and nothing that is not its sender's to say", async () => {
    const lines: string[] = [];
    const told = createLog({ destination: { write: (line) => void lines.push(line) } });
    const bus = httpBus({ subgraph: 'orders', peers: {}, secret, newId: uuidIds(), log: told });
    const host = await startHttpHost({ routes: [bus.route], log });
    const heard: BusMessage[] = [];
    for (const kind of ['event', 'ack', 'alive', 'awake', 'tail'])
      bus.subscribe(`${kind}.orders`, (message) => void heard.push(message));
    const post = async (body: string, sender?: string): Promise<number> => {
      const caller = {
        identity: systemIdentity(sender ?? ''),
        deadlineMs: Date.now() + 1_000,
        requestId: 'r',
      };
      const parts = { method: 'POST', path: '/events', body };
      const stamp = { nowMs: Date.now(), nonce: uuidIds()() };
      const headers = sender === undefined ? {} : signRequest(secret, parts, caller, stamp);
      return (await fetch(`${host.url}/events`, { method: 'POST', body, headers })).status;
    };
    const say = (topic: string, message: unknown, sender?: string) =>
      post(JSON.stringify({ topic, message }), sender);
    expect(await say('event.orders', { owner: 'catalog' })).toBe(401);
    const malformed = ['', 'ring', '{', '[]', 'null', '{"topic":7,"message":{}}', '{"topic":"event.orders"}'];
    const twisted = [
      '{"topic":"event.orders","message":[]}',
      '{"topic":"event.orders","topic":"ack.orders","message":{}}',
      '{"topic":"event.orders","message":{"__proto__":{"owner":"catalog"}}}',
      `{"topic":"event.orders","message":{"a":${'['.repeat(100)}${']'.repeat(100)}}}`,
    ];
    for (const body of [...malformed, ...twisted])
      expect([body, await post(body, 'catalog')]).toEqual([body, 400]);
    const others: [string, BusMessage][] = [
      ['event.orders', { owner: 'returns' }],
      ['event.orders', {}],
      ['alive.orders', { owner: 'returns' }],
      ['ack.orders', { consumer: 'returns', eventId: 'e', stream: 's' }],
      ['awake.orders', { consumer: ['catalog'] }],
      ['tail.orders', { stream: 's', from: 'x' }],
      ['constructor.orders', { owner: 'catalog' }],
    ];
    for (const [topic, message] of others)
      expect([topic, await say(topic, message, 'catalog')]).toEqual([topic, 403]);
    expect(heard).toEqual([]);
    expect(await say('event.orders', { owner: 'catalog', n: 1 }, 'catalog')).toBe(202);
    await waitFor("what is the sender's to say", () => heard.length === 1);
    expect(lines.filter((line) => line.includes('request refused')).length).toBe(1 + others.length);
    await bus.close();
    await host.stop();
  });
  it('loses a message to a subgraph that is away, and nothing else happens', async () => {
    const bus = httpBus({
      subgraph: 'orders',
      peers: { catalog: 'http://127.0.0.1:1' },
      secret,
      newId: uuidIds(),
      log,
    });
    await bus.publish('event.catalog', { n: 1 });
    await bus.close();
  });
});
