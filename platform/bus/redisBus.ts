import type { Redis } from 'ioredis';
import type { Log } from '../log/log.ts';
import type { Bus } from './bus.ts';
import { localTopics } from './localTopics.ts';
import { seal, unseal } from './sealed.ts';

/** What the bus over Redis needs. */
export interface RedisBusOptions {
  readonly url: string;
  /** Name of this subgraph, in whose name it publishes. */
  readonly subgraph: string;
  /** Shared by all subgraphs. */
  readonly secret: string;
  readonly log: Log;
  /** Before the names of channels and lists. @default 'promesse:' */
  readonly prefix?: string;
}

/**
 * A bus over Redis for several processes or machines. Events go through lists, so that of several processes of one subgraph
 * one takes each; acknowledgements (the publisher waits for them) and `tail.*` messages go to all of them by pub/sub. Redis
 * may lose anything: the journal's sweeper repairs. Messages are sealed with the secret between subgraphs: whoever else
 * can write to Redis says nothing that is heard.
 */
export async function redisBus(options: RedisBusOptions): Promise<Bus> {
  const { url, log, subgraph, secret, prefix = 'promesse:' } = options;
  const connect = connecting(await importRedis(), url, log);
  const sender = connect();
  const listener = connect();
  await sender.connect();
  await listener.connect();
  const topics = localTopics(log);
  const takers: Taker[] = [];
  const isBroadcast = (topic: string): boolean => !topic.startsWith('event.');
  const hear = (topic: string, text: string): void => {
    const message = unseal(secret, topic, text);
    if (message === undefined)
      log.warn({ topic, kind: 'audit', code: 'BAD_SIGNATURE' }, 'a message was refused');
    else topics.deliver(topic, message);
  };
  listener.on('message', (channel: string, text: string) => hear(channel.slice(prefix.length), text));

  return {
    publish: async (topic, message) => {
      const text = seal(secret, subgraph, topic, message);
      try {
        if (isBroadcast(topic)) await sender.publish(prefix + topic, text);
        // A list nobody reads must not grow for ever; what is cut off is published again.
        else
          await sender
            .multi()
            .lpush(prefix + topic, text)
            .ltrim(prefix + topic, 0, 99_999)
            .exec();
      } catch (error) {
        log.debug({ topic, error }, 'a message was lost');
      }
    },
    subscribe: (topic, handler) => {
      const stop = topics.subscribe(topic, handler);
      if (isBroadcast(topic)) {
        void listener
          .subscribe(prefix + topic)
          .catch((error: unknown) => log.warn({ topic, error }, 'not subscribed'));
        return stop;
      }
      const taker = takeFrom(connect(), prefix + topic, (text) => hear(topic, text));
      takers.push(taker);
      return () => {
        taker.stop();
        stop();
      };
    },
    close: async () => {
      for (const taker of takers) taker.stop();
      await Promise.all(takers.map((taker) => taker.done));
      topics.clear();
      sender.disconnect();
      listener.disconnect();
    },
  };
}

/** Makes clients of which a lost connection is no fault of this process. */
function connecting({ Redis: Client }: { Redis: typeof Redis }, url: string, log: Log): () => Redis {
  return () => {
    const client = new Client(url, { lazyConnect: true, maxRetriesPerRequest: 1, enableOfflineQueue: false });
    client.on('error', (error: unknown) =>
      log.debug({ error, name: 'redis' }, 'the connection to Redis failed'),
    );
    return client;
  };
}

interface Taker {
  stop(): void;
  readonly done: Promise<void>;
}

/** Take messages off a list, one at a time, until stopped; a lost connection is tried again. */
function takeFrom(client: Redis, list: string, hear: (text: string) => void): Taker {
  let stopped = false;
  const loop = async (): Promise<void> => {
    while (!stopped) {
      try {
        if (client.status !== 'ready') await client.connect();
        const taken = await client.brpop(list, 1);
        if (taken !== null) hear(taken[1]);
      } catch {
        if (!stopped) await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
    client.disconnect();
  };
  return {
    done: loop(),
    stop: () => {
      stopped = true;
      client.disconnect();
    },
  };
}

async function importRedis(): Promise<{ Redis: typeof Redis }> {
  try {
    const { Redis: client } = await import('ioredis');
    return { Redis: client };
  } catch {
    throw new Error('REDIS_URL is set, but the optional package ioredis is not installed.');
  }
}
