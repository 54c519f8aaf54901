import { describe, expect, it } from 'vitest';
import type { EngineResponse } from '../engine/types.ts';
import { readEvents } from '../upstream/sse.ts';
import type { StreamEnd } from './boundedStream.ts';
import { StreamClosed, boundedStream } from './boundedStream.ts';

/** A source pushed by hand. */
function createSource() {
  const waiting: ((step: IteratorResult<EngineResponse>) => void)[] = [];
  const queue: IteratorResult<EngineResponse>[] = [];
  const give = (step: IteratorResult<EngineResponse>) => {
    const take = waiting.shift();
    if (take) take(step);
    else queue.push(step);
  };
  let left = 0;
  return {
    left: () => left,
    push: (body: string) => give({ done: false, value: { body, outcome: 'ok' } }),
    end: () => give({ done: true, value: undefined }),
    [Symbol.asyncIterator]: () => ({
      next: (): Promise<IteratorResult<EngineResponse>> => {
        const step = queue.shift();
        return step ? Promise.resolve(step) : new Promise((resolve) => waiting.push(resolve));
      },
      return: (): Promise<IteratorResult<EngineResponse>> => {
        left++;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a bounded stream', () => {
  it('hands events on in order and ends with its source', async () => {
    const source = createSource();
    const stream = boundedStream(source, { limit: 4 });
    source.push('1');
    source.push('2');
    source.end();
    const bodies: string[] = [];
    for await (const { body } of stream) bodies.push(body);
    expect(bodies).toEqual(['1', '2']);
    expect(source.left()).toBe(0);
  });

  it('cuts off a reader that lets too much wait, and leaves the source', async () => {
    const source = createSource();
    const ends: StreamEnd[] = [];
    const stream = boundedStream(source, { limit: 2, onEnd: (reason) => ends.push(reason) });
    const first = stream.next();
    source.push('1');
    expect((await first).value?.body).toBe('1');
    for (const body of ['2', '3', '4']) source.push(body);
    await settle();
    expect(ends).toEqual(['slow']);
    expect(source.left()).toBe(1);
    await expect(stream.next()).rejects.toMatchObject({ code: 'SUBSCRIBER_TOO_SLOW' });
  });

  it('returns at once while it waits for an event', async () => {
    const source = createSource();
    const stream = boundedStream(source, { limit: 2 });
    const waiting = stream.next();
    await settle();
    await stream.return();
    expect((await waiting).done).toBe(true);
    expect(source.left()).toBe(1);
  });

  it('delivers what happened before the credential ended, then says so', async () => {
    const source = createSource();
    const stream = boundedStream(source, { limit: 4 });
    const first = stream.next();
    source.push('1');
    source.push('2');
    await first;
    await settle();
    stream.end('expired');
    expect((await stream.next()).value?.body).toBe('2');
    await expect(stream.next()).rejects.toBeInstanceOf(StreamClosed);
  });
});

describe('reading server-sent events', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  async function* chunks(text: string, size: number): AsyncGenerator<Uint8Array> {
    const all = bytes(text);
    for (let at = 0; at < all.length; at += size) {
      await Promise.resolve();
      yield all.slice(at, at + size);
    }
  }
  const text =
    ':hello\n\nevent: next\ndata: {"a":"é"}\r\n\r\nevent: next\r\ndata: 1\r\ndata: 2\r\n\r\n:beat\n\nevent: complete\ndata:\n\n';

  it.each([1, 2, 3, 7, 1_000])('gives the same events however the bytes are cut (%i)', async (size) => {
    const events: unknown[] = [];
    for await (const event of readEvents(chunks(text, size), 1_000)) {
      if (event.event !== 'message') events.push(event);
    }
    expect(events).toEqual([
      { event: 'next', data: '{"a":"é"}' },
      { event: 'next', data: '1\n2' },
      { event: 'complete', data: '' },
    ]);
  });

  it('gives up on an event without end', async () => {
    const read = async () => {
      for await (const _event of readEvents(chunks(`data: ${'x'.repeat(500)}`, 50), 100));
    };
    await expect(read()).rejects.toMatchObject({ code: 'SUBGRAPH_ANSWER_TOO_LARGE' });
  });
});
