import type { Log } from '../log/log.ts';
import type { Bus } from './bus.ts';
import { localTopics } from './localTopics.ts';

/** The default bus: all subgraphs in one process. Messages are copied, so that no two subgraphs share an object. */
export function inProcessBus(options: { log: Log }): Bus {
  const topics = localTopics(options.log);
  return {
    inProcess: true,
    publish: (topic, message) => {
      topics.deliver(topic, structuredClone(message));
      return Promise.resolve();
    },
    subscribe: topics.subscribe,
    close: () => {
      topics.clear();
      return Promise.resolve();
    },
  };
}
