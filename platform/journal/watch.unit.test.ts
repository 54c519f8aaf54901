import { describe, expect, it } from 'vitest';
import { createTail } from './tail.ts';
import { watchStreams } from './watch.ts';

describe('a watch of streams', () => {
  it('hears what happened before it was asked, each stream once, and of its prefix alone', async () => {
    const tail = createTail();
    const gone = new AbortController();
    const seen = watchStreams(tail, 'order:', gone.signal);
    for (const stream of ['order:1', 'cart:1', 'order:2', 'order:1']) tail.notify(stream, []);
    expect([(await seen.next()).value, (await seen.next()).value]).toEqual(['order:1', 'order:2']);
    const later = seen.next();
    tail.notify('order:3', []);
    expect(await later).toEqual({ done: false, value: 'order:3' });
    const waiting = seen.next();
    gone.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(tail.listeners()).toBe(0);
  });

  it('that is over before it began leaves nobody listening', async () => {
    const tail = createTail();
    const seen = watchStreams(tail, 'order:', AbortSignal.abort());
    expect([tail.listeners(), (await seen.next()).done]).toEqual([0, true]);
  });
});
