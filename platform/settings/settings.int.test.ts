import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createWorld, type TestWorld } from '../../test/support/world.ts';
import { waitFor } from '../../test/support/waitFor.ts';
import { inProcessBus } from '../bus/inProcessBus.ts';
import { errorCodeOf } from '../errors/codedError.ts';
import { createIdempotency } from '../journal/idempotency.ts';
import { createJournal } from '../journal/journal.ts';
import { silentLog } from '../log/log.ts';
import { prepareModels } from '../mongo/connect.ts';
import { createSettings, type Settings } from './settings.ts';
import { defineSettings } from './settingsDefinition.ts';

const definition = defineSettings(
  'catalog',
  z.object({
    days: z.int().min(1).max(90).default(7).describe('Days.'),
    units: z.record(z.string(), z.int()).default({ web: 1 }).describe('Units by channel.'),
  }),
);
type Values = typeof definition.defaults;

describe('settings of a subgraph in two processes', () => {
  let world: TestWorld;
  const running: (() => Promise<void>)[] = [];
  let keys = 0;
  const call = (actor = 'anna') => ({ actor, cause: 'test', idempotencyKey: `key-${++keys}` });
  const set = (version: number, days: number) => ({
    ...{ version, reason: `make it ${days}` },
    changes: [{ key: 'days', value: days }],
  });
  const code = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, errorCodeOf);

  /** One process; without a bus in common no message reaches it. */
  const open = async (database: string, alone: boolean): Promise<Settings<Values>> => {
    const { clock, newId, eventTypes, subscriptions } = await world.deps(database);
    const connection = await world.mongo.connect(database);
    const bus = alone ? inProcessBus({ log: silentLog() }) : world.bus;
    const log = silentLog();
    const parts = { connection, bus, clock, newId, log, eventTypes, subscriptions };
    const journal = createJournal({ ...parts, subgraph: 'catalog' });
    const idempotency = createIdempotency({ connection, clock });
    const settings = createSettings(definition, { journal, idempotency, log });
    await prepareModels(connection);
    await idempotency.prepare();
    await settings.start();
    await journal.start();
    running.push(async () => {
      await settings.stop();
      await journal.stop();
    });
    return settings;
  };
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => {
    for (const stop of running) await stop();
    await world.stop();
  });

  it('agree as soon as the message arrives', async () => {
    const [one, other] = [await open('ringing', false), await open('ringing', false)];
    const heard: number[] = [];
    other.onChange(({ days }) => heard.push(days));
    await one.change(set(0, 14), call());
    expect(one.current().days).toBe(14);
    await waitFor('the other process', () => other.version() === 1);
    expect(other.current().days).toBe(14);
    await other.change(set(1, 21), call());
    await waitFor('the first process', () => one.current().days === 21);
    expect(heard).toEqual([14, 21]);
  });
  it('agree after two seconds of the clock when no message arrives', async () => {
    const [one, other] = [await open('silent', true), await open('silent', true)];
    await one.change(set(0, 14), call());
    await world.clock.advanceBy(1_999);
    expect(other.current().days).toBe(7);
    await world.clock.advanceBy(1);
    expect(other.current().days).toBe(14);
  });
  it('have one winner when both are changed at once, and no half change', async () => {
    const [one, other] = [await open('race', true), await open('race', true)];
    const outcomes = await Promise.all([
      code(one.change(set(0, 20), call('anna'))),
      code(other.change(set(0, 30), call('bert'))),
    ]);
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
    expect(outcomes).toContain('CONFLICT');
    await Promise.all([one.refresh(), other.refresh()]);
    expect([one.version(), one.current()]).toEqual([other.version(), other.current()]);
    expect(await one.history(10)).toHaveLength(1);
  });
  it('survive a restart, with who, when, why and both values', async () => {
    const one = await open('restart', false);
    await one.change(set(0, 14), call('anna'));
    await world.clock.advanceBy(60_000);
    await one.reset({ version: 1, reason: 'spring is over', keys: ['days'] }, call('bert'));
    const again = await open('restart', false);
    expect([again.version(), again.current()]).toEqual([2, definition.defaults]);
    expect(await again.history(10)).toMatchObject([
      {
        ...{ seq: 2, actor: 'bert' },
        data: { reason: 'spring is over', changes: [{ key: 'days', before: 14, after: 7, reset: true }] },
      },
      { seq: 1, actor: 'anna', data: { reason: 'make it 14', changes: [{ before: 7, after: 14 }] } },
    ]);
    expect(await again.history(1, 2)).toMatchObject([{ seq: 1 }]);
    expect((await again.history(10)).map(({ at }) => at)).toEqual([
      world.clock.nowMs(),
      world.clock.nowMs() - 60_000,
    ]);
  });
  it('take a key once, and refuse it for another change', async () => {
    const one = await open('keys', false);
    const same = call();
    await one.change(set(0, 14), same);
    await one.change(set(0, 14), same);
    expect(one.version()).toBe(1);
    expect(await code(one.change(set(1, 15), same))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await code(one.change(set(0, 15), call()))).toBe('CONFLICT');
    expect([one.version(), one.current().days]).toEqual([1, 14]);
  });
});
