import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../gateway/settings.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const { endpoint } = defaultSettings();

/** Holds every call of `Query.slow` until it is released, and counts them. */
function hold(world: Awaited<ReturnType<typeof createWorld>>) {
  const releases: ((text: string) => void)[] = [];
  let reached: () => void = () => undefined;
  world.switches.slow = () =>
    new Promise((resolve) => {
      releases.push(resolve);
      reached();
    });
  return {
    calls: () => releases.length,
    async until(count: number): Promise<void> {
      while (releases.length < count) await new Promise<void>((resolve) => (reached = resolve));
    },
    release: () => releases.forEach((release) => release('done')),
  };
}

/** Waits until the gateway has looked so many operations up, and has acted on it. */
async function untilLookedUp(world: Awaited<ReturnType<typeof createWorld>>, count: number): Promise<void> {
  const hits = async () =>
    Number(
      /gateway_operation_cache_total\{result="hit"\} (\d+)/.exec(
        await world.gateway.metrics.registry.metrics(),
      )?.[1] ?? 0,
    );
  while ((await hits()) < count) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}

describe('identical queries under way at the same time', () => {
  it('are answered by one run for callers who would get the same answer, and by no other', async () => {
    const tokens = await createIssuer();
    await using world = await createWorld(
      { shareRequests: true, shareReads: false },
      { verifier: tokens.verifier },
    );
    const query = '{ slow secretPrice }';
    const anna = await tokens.bearer({ sub: 'anna' });
    for (const [text, headers] of [
      [query, {}],
      [query, anna],
      ['{ slow }', {}],
    ] as const)
      await world.ask(text, headers);
    const before = Number(
      /result="hit"\} (\d+)/.exec(await world.gateway.metrics.registry.metrics())?.[1] ?? 0,
    );
    const held = hold(world);
    const asked = [
      world.ask(query),
      world.ask(query),
      world.ask(query, anna),
      world.ask(query, anna),
      world.ask('{ slow }'),
    ];
    await held.until(3);
    await untilLookedUp(world, before + 5);
    expect(held.calls()).toBe(3);
    held.release();
    const answers = await Promise.all(asked);
    expect(answers.map(({ data }) => data?.['secretPrice'])).toEqual([null, null, 42, 42, undefined]);
  });

  it('are each run alone by default', async () => {
    await using world = await createWorld({ shareReads: false });
    const held = hold(world);
    const asked = [world.ask('{ slow }'), world.ask('{ slow }')];
    await held.until(2);
    held.release();
    expect(await Promise.all(asked)).toEqual([{ data: { slow: 'done' } }, { data: { slow: 'done' } }]);
  });
});

const ways = [
  { shareRequests: true, shareReads: false },
  { shareRequests: false, shareReads: true },
];

describe.each(ways)('a read after a write of the same caller (%o)', (way) => {
  it('joins none that began before it', async () => {
    await using world = await createWorld(way);
    const held = hold(world);
    const before = world.ask('{ slow }');
    await held.until(1);
    await world.ask('mutation { rename(id: "1", name: "new") { name } }');
    const after = world.ask('{ slow }');
    await held.until(2);
    held.release();
    expect(await Promise.all([before, after])).toEqual([
      { data: { slow: 'done' } },
      { data: { slow: 'done' } },
    ]);
  });
});

describe('a subgraph that never answers', () => {
  it('keeps nobody waiting beyond the deadline', async () => {
    await using world = await createWorld({ endpoint: { ...endpoint, timeoutMs: 150 } });
    world.switches.slow = () => new Promise(() => undefined);
    const { data, errors } = await world.ask('{ slow }');
    expect(data).toEqual({ slow: null });
    expect(errors?.[0]?.extensions?.['code']).toBe('SUBGRAPH_TIMEOUT');
  });
});
