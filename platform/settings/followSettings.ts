import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log/log.ts';

/** Hears of changes that other processes of the same subgraph make. */
export interface SettingsFollower {
  start(): void;
  /** Looks whether something changed of which no message told; follows again if following had failed. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Follows the stream by the journal's messages, which the bus may lose: hence also `look`. */
export function followSettings(parts: {
  journal: Journal;
  stream: string;
  version: () => number;
  refresh: () => Promise<void>;
  log: Log;
}): SettingsFollower {
  const { journal, stream, version, refresh, log } = parts;
  let stopping: AbortController | undefined;
  let following: Promise<void> | undefined;

  const follow = async (signal: AbortSignal): Promise<void> => {
    for await (const _event of journal.follow(stream, version(), signal)) await refresh();
  };
  const start = (): void => {
    stopping ??= new AbortController();
    following ??= follow(stopping.signal)
      .catch((error: unknown) => log.warn({ stream, error }, 'changes of settings are not followed for now'))
      .finally(() => (following = undefined));
  };
  return {
    start,
    look: async () => {
      if (stopping === undefined) return;
      start();
      await refresh().catch((error: unknown) =>
        log.warn({ stream, error }, 'settings could not be read and stay as they were'),
      );
    },
    stop: async () => {
      stopping?.abort();
      const ended = following;
      stopping = undefined;
      await ended;
    },
  };
}
