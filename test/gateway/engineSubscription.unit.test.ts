import { describe, expect, it } from 'vitest';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import type { Engine, EngineOptions, EngineResponse, RequestScope } from '../../gateway/engine/types.ts';
import { createExampleGraph, testScope } from './fixtures/exampleGraph.ts';

/** A source of events tests push into. */
class Events {
  opened = 0;
  closed = 0;
  readonly #queue: unknown[] = [];
  #take: ((value: IteratorResult<unknown>) => void) | undefined;
  #ended = false;

  emit(value: unknown): void {
    if (this.#take) {
      this.#take({ value, done: false });
      this.#take = undefined;
    } else this.#queue.push(value);
  }

  end(): void {
    this.#ended = true;
    this.#take?.({ value: undefined, done: true });
  }

  subscribe = (): AsyncIterableIterator<unknown> => {
    this.opened++;
    return {
      next: () => {
        if (this.#queue.length > 0) return Promise.resolve({ value: this.#queue.shift(), done: false });
        if (this.#ended) return Promise.resolve({ value: undefined, done: true });
        return new Promise((resolve) => (this.#take = resolve));
      },
      return: () => {
        this.closed++;
        this.#take?.({ value: undefined, done: true });
        return Promise.resolve({ value: undefined, done: true });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  };
}

const renamed = (id: string) => ({ renamed: { __typename: 'User', id, name: `new ${id}` } });

async function setUp(options: Partial<EngineOptions> = {}) {
  const events = new Events();
  const graph = createExampleGraph({
    accounts: { Subscription: { renamed: { subscribe: events.subscribe } } },
  });
  const engine = await createEngine({ ...graph, ...options });
  return { events, engine, calls: graph.calls };
}

async function open(engine: Engine, query: string, scope: RequestScope = testScope()) {
  const prepared = await engine.prepare(query);
  if (!prepared.ok) throw new Error(prepared.errors.map(String).join('\n'));
  const outcome = await engine.subscribe(prepared.operation, {}, scope);
  if (!outcome.ok) throw new Error(outcome.response.body);
  return outcome.events[Symbol.asyncIterator]();
}

const data = (result: IteratorResult<EngineResponse>) =>
  JSON.parse((result.value as EngineResponse).body) as unknown;

describe('a subscription', () => {
  it('joins the entities of other subgraphs into every event', async () => {
    const { events, engine } = await setUp();
    const iterator = await open(engine, 'subscription { renamed { name reviews { text } } }');
    events.emit(renamed('u1'));
    events.emit(renamed('u2'));
    expect(data(await iterator.next())).toEqual({
      data: { renamed: { name: 'new u1', reviews: [{ text: 'good' }, { text: 'meh' }] } },
    });
    expect(data(await iterator.next())).toEqual({
      data: { renamed: { name: 'new u2', reviews: [{ text: 'bad' }] } },
    });
  });

  it('closes upstream when the subscriber leaves, and lets the engine close', async () => {
    const { events, engine } = await setUp();
    const iterator = await open(engine, 'subscription { renamed { id } }');
    const first = iterator.next();
    events.emit(renamed('u1'));
    await first;
    await iterator.return?.();
    await engine.close();
    expect(events.closed).toBe(1);
  });

  it('ends when its signal aborts', async () => {
    const { engine } = await setUp();
    const controller = new AbortController();
    const iterator = await open(
      engine,
      'subscription { renamed { id } }',
      testScope({ signal: controller.signal }),
    );
    const waiting = iterator.next();
    controller.abort();
    expect((await waiting).done).toBe(true);
  });

  it('ends when the subgraph ends it, after the events that came before', async () => {
    const { events, engine } = await setUp();
    const iterator = await open(engine, 'subscription { renamed { id } }');
    events.emit(renamed('u1'));
    events.end();
    expect((await iterator.next()).done).toBe(false);
    expect((await iterator.next()).done).toBe(true);
  });

  it('shares one upstream between callers of equal key, and only between them', async () => {
    const { events, engine, calls } = await setUp({
      subscriptionShareKey: (scope) => String(scope.identity),
    });
    const query = 'subscription { renamed { name reviews { id } } }';
    const one = await open(engine, query, testScope({ identity: 'a' }));
    const two = await open(engine, query, testScope({ identity: 'a' }));
    expect(events.opened).toBe(1);
    const both = Promise.all([one.next(), two.next()]);
    events.emit(renamed('u1'));
    const [first, second] = await both;
    expect(data(first)).toEqual(data(second));
    expect(calls.filter((call) => call.subgraph === 'reviews')).toHaveLength(1);
    await open(engine, query, testScope({ identity: 'b' }));
    expect(events.opened).toBe(2);
    await one.return?.();
    expect(events.closed).toBe(0);
  });

  it('gives whoever comes after the first event an upstream of their own: streams begin with what was', async () => {
    /** Tells all that happened, then waits, as a stream with a replay does. */
    async function* history(): AsyncGenerator<unknown> {
      for (const id of ['u1', 'u2', 'u3']) yield await Promise.resolve(renamed(id));
      await new Promise(() => undefined);
    }
    const graph = createExampleGraph({ accounts: { Subscription: { renamed: { subscribe: history } } } });
    const engine = await createEngine({ ...graph, subscriptionShareKey: () => 'all' });
    const query = 'subscription { renamed { id } }';
    for (const reader of [1, 2, 3]) {
      // The first two arrive together.
      const streams = await Promise.all((reader === 1 ? [1, 2] : [1]).map(() => open(engine, query)));
      for (const stream of streams) {
        for (const id of ['u1', 'u2', 'u3']) {
          expect(data(await stream.next())).toEqual({ data: { renamed: { id } } });
        }
      }
    }
  });

  it('sends away a subscriber that lags too far behind, with the reason', async () => {
    const { events, engine } = await setUp({ subscriberQueue: 1, subscriptionShareKey: () => 'all' });
    const query = 'subscription { renamed { id } }';
    const slow = await open(engine, query);
    const quick = await open(engine, query);
    for (const id of ['u1', 'u2', 'u3']) {
      const next = quick.next();
      events.emit(renamed(id));
      await next;
    }
    expect(data(await slow.next())).toMatchObject({
      errors: [{ extensions: { code: 'SUBSCRIBER_TOO_SLOW' } }],
    });
    expect((await slow.next()).done).toBe(true);
  });

  it('nulls in every event what the caller may not see', async () => {
    const { events, engine } = await setUp();
    const iterator = await open(engine, 'subscription { renamed { id email } }');
    events.emit(renamed('u1'));
    expect(data(await iterator.next())).toMatchObject({
      data: { renamed: { id: 'u1', email: null } },
      errors: [{ path: ['renamed', 'email'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});
