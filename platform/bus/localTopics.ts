import type { Log } from '../log/log.ts';
import type { BusHandler, BusMessage } from './bus.ts';

/** The listeners of this process, shared by every adapter. */
export interface LocalTopics {
  subscribe(topic: string, handler: BusHandler): () => void;
  /** Hand a message to each listener in a turn of its own. Returns whether anybody listens here. */
  deliver(topic: string, message: BusMessage): boolean;
  clear(): void;
}

/** Keep listeners by topic; a handler that fails is logged and does not harm the others. */
export function localTopics(log: Log): LocalTopics {
  const topics = new Map<string, Set<BusHandler>>();
  const run = async (topic: string, handler: BusHandler, message: BusMessage): Promise<void> => {
    try {
      await handler(message);
    } catch (error) {
      log.error({ topic, error }, 'a bus handler failed');
    }
  };
  return {
    subscribe: (topic, handler) => {
      const handlers = topics.get(topic) ?? new Set();
      topics.set(topic, handlers.add(handler));
      return () => void handlers.delete(handler);
    },
    deliver: (topic, message) => {
      const handlers = topics.get(topic);
      if (handlers === undefined || handlers.size === 0) return false;
      for (const handler of [...handlers]) setImmediate(() => void run(topic, handler, message));
      return true;
    },
    clear: () => topics.clear(),
  };
}
