import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Log } from '../../platform/log/log.ts';

export interface FileWatch {
  close(): void;
}

/**
 * Calls `changed` with a file's text each time it has another one than `current` or the last one seen. Watches the folder, because tools
 * replace a file rather than write into it, and waits for writing to pause, so that half a file is not read.
 */
export function watchFile(
  file: string,
  current: string,
  changed: (text: string) => Promise<unknown>,
  log: Log,
  { settleMs = 50, pollMs = 5_000 } = {},
): FileWatch {
  let last = current;
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    try {
      const text = await readFile(file, 'utf8');
      if (text === last || text.trim() === '') return;
      last = text;
      await changed(text);
    } catch (error) {
      log.warn({ error, path: file }, 'the watched file cannot be read');
    }
  };

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), settleMs);
  };
  const watcher = watch(dirname(file), (_event, name) => {
    if (name === null || name === basename(file)) soon();
  });
  watcher.on('error', (error) => log.warn({ error, path: file }, 'watching failed; the file is polled'));
  // Some file systems (mounted ConfigMaps, network drives) send no events.
  const poll = setInterval(() => void look(), pollMs);
  poll.unref();
  void look();

  return {
    close() {
      clearTimeout(timer);
      clearInterval(poll);
      watcher.close();
    },
  };
}
