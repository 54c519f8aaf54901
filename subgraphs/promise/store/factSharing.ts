import type { Bus } from '../../../platform/bus/bus.ts';
import type { Log } from '../../../platform/log/log.ts';

/** Facts that are kept in memory as well as in the database. */
export const factKinds = [
  'location',
  'intake',
  'service',
  'variant',
  'stock',
  'capacity',
  'cartHold',
  'channelBuffers',
] as const;
export type FactKind = (typeof factKinds)[number];

/**
 * Several processes of this subgraph share one database, and an event is applied by one of them: it tells the others
 * which rows to read again. The bus may lose that, so all of them read everything again from time to time.
 */
export interface FactSharing {
  /** Rows have changed; call after the commit. */
  tell(kind: FactKind, ids: readonly string[]): void;
  /** @param reload reads rows into memory. */
  listen(reload: (kind: FactKind, ids: readonly string[]) => Promise<void>): () => void;
  /** Whether another process has ever been heard of: alone, nothing needs to be read again. */
  hasOthers(): boolean;
}

const topic = 'facts.promise';
const isKind = (value: unknown): value is FactKind => factKinds.some((kind) => kind === value);

/** @param instance names this process: what it told itself is in its memory already. */
export function createFactSharing(bus: Bus, instance: string, log: Log): FactSharing {
  let others = false;
  const failed = (what: string) => (error: unknown) => log.warn({ error }, what);
  return {
    tell: (kind, ids) => {
      bus
        .publish(topic, { kind, ids: [...ids], from: instance })
        .catch(failed('other processes were not told of new facts'));
    },
    listen: (reload) =>
      bus.subscribe(topic, ({ kind, ids, from }) => {
        if (from === instance || !isKind(kind) || !Array.isArray(ids)) return;
        others = true;
        const named = ids.filter((id) => typeof id === 'string');
        void reload(kind, named).catch(failed('new facts could not be read'));
      }),
    hasOthers: () => others,
  };
}
