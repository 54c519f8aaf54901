import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../log/log.ts';
import { createLifecycle, stopOnSignals } from './lifecycle.ts';

const log = silentLog();

describe('a lifecycle', () => {
  it('stops last started first, once, and goes on past a part that fails', async () => {
    const lifecycle = createLifecycle({ log });
    const order: string[] = [];
    for (const name of ['database', 'subgraphs', 'endpoint']) {
      lifecycle.started(name, () => {
        order.push(name);
        return name === 'subgraphs' ? Promise.reject(new Error('planned')) : Promise.resolve();
      });
    }
    expect(lifecycle.stopping()).toBe(false);
    const stopped = lifecycle.stop();
    expect(lifecycle.stopping()).toBe(true);
    await Promise.all([stopped, lifecycle.stop()]);
    expect(order).toEqual(['endpoint', 'subgraphs', 'database']);
  });
});

describe('a signal', () => {
  it('stops all and exits with 0; a second one exits at once with 1', async () => {
    const process = new EventEmitter();
    const lifecycle = createLifecycle({ log });
    let release: () => void = () => undefined;
    lifecycle.started('slow', () => new Promise((resolve) => (release = resolve)));
    const codes: number[] = [];
    let exited: () => void = () => undefined;
    const exit = new Promise<void>((resolve) => (exited = resolve));
    const forget = stopOnSignals(lifecycle, {
      process, log,
      exit: (code) => {
        codes.push(code);
        if (code === 0) exited();
      },
    }); // prettier-ignore
    process.emit('SIGTERM');
    process.emit('SIGINT');
    expect(codes).toEqual([1]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    release();
    await exit;
    expect(codes).toEqual([1, 0]);
    forget();
    expect(process.listenerCount('SIGTERM')).toBe(0);
  });
});
