import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateTables } from '../olist/generateTables.ts';
import { joinOrders } from '../olist/joinOrders.ts';
import { readTables } from '../olist/readTables.ts';
import type { OlistTables } from '../olist/rows.ts';
import { backtest } from './backtest.ts';
import { brazilianCalendar } from './brazilianCalendar.ts';
import { counted, figures } from './figures.ts';
import { toParcel } from './parcels.ts';
import type { Parcel } from './parcels.ts';
import { toJson, toText } from './report.ts';
import { timeline, walk, walkAtAll } from './walk.ts';
import type { Walked } from './walk.ts';

const REAL = fileURLToPath(new URL('../../../shared/data/olist', import.meta.url));
const calendar = brazilianCalendar(2016, 2019);
const parcelsOf = (tables: OlistTables): Parcel[] => joinOrders(tables).joined.map(toParcel);
const run = (parcels: readonly Parcel[]): Walked[] => walk(timeline(parcels), 0.95, calendar);
const promisesBefore = (walked: readonly Walked[], cut: number): [string, number, number][] =>
  walked
    .filter(({ parcel }) => parcel.facts.placedAt < cut)
    .map(({ parcel, promised }) => [parcel.facts.id, promised.days, promised.confidence]);

/** The same past, another future: what happens after `cut` is reversed in order, delayed or never happens. */
function otherFuture(parcels: readonly Parcel[], cut: number): Parcel[] {
  const later = (at: number | undefined, n: number): number | undefined =>
    at === undefined || at < cut
      ? at
      : n % 3 === 0
        ? undefined
        : cut + ((at * 7 + n * 13) % (40 * 86_400_000));
  const past = parcels.filter(({ facts }) => facts.placedAt < cut);
  const future = parcels.filter(({ facts }) => facts.placedAt >= cut).reverse();
  return [...future, ...past].map((parcel, n) => ({
    ...parcel,
    handedOverAt: later(parcel.handedOverAt, n),
    deliveredAt: later(parcel.deliveredAt, n),
    estimatedAt: parcel.facts.placedAt < cut ? parcel.estimatedAt : undefined,
    counts: n % 2 === 0,
  }));
}

let folder: string;
let tables: OlistTables;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtest-'));
  await generateTables(folder, { seed: 7, firstDay: '2017-03-01', days: 150, ordersPerDay: 16 });
  tables = await readTables(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('backtest on an invented world', () => {
  it('keeps near the target with fewer days than the retailer at the same rate, and says so as JSON', () => {
    const result = backtest(tables, 0.9, undefined);
    const json = toJson(result);
    expect(Object.keys(json)).toEqual([
      'orders',
      'keptRate',
      'meanPromisedDays',
      'medianPromisedDays',
      'retailer',
      'atRetailersRate',
      'months',
    ]);
    expect(Object.keys(json.months[0]!)).toEqual(['month', 'orders', 'keptRate', 'meanPromisedDays']);
    expect(json.months.reduce((sum, { orders }) => sum + orders, 0)).toBe(json.orders);
    expect(json.orders).toBeGreaterThan(1_000);
    expect(Math.abs(json.keptRate - 0.9)).toBeLessThan(0.03);
    expect(json.atRetailersRate.keptRate).toBeGreaterThanOrEqual(json.retailer.keptRate);
    expect(json.atRetailersRate.meanPromisedDays).toBeLessThan(json.retailer.meanPromisedDays);
    const all = result.leftOut.reduce((sum, [, count]) => sum + count, json.orders);
    expect(all).toBe(tables.orders.size);
    expect(toText(tables, result).join('\n')).toContain("the retailer's own");
  });

  it('never looks ahead: another future leaves every past promise as it was', () => {
    const parcels = parcelsOf(tables);
    const cut = Date.UTC(2017, 6, 1, 12);
    const changed = run(otherFuture(parcels, cut));
    const before = promisesBefore(run(parcels), cut);
    expect(before.length).toBeGreaterThan(1_000);
    expect(promisesBefore(changed, cut)).toEqual(before);
    // The test can fail: the futures do differ.
    const end = Number.POSITIVE_INFINITY;
    const byId = (list: [string, number, number][]): string => JSON.stringify([...list].sort());
    expect(byId(promisesBefore(changed, end))).not.toBe(byId(promisesBefore(run(parcels), end)));
  });

  it('promises the same at a target whether or not others are walked beside it', () => {
    const happenings = timeline(parcelsOf(tables).slice(0, 1_200));
    const together = walkAtAll(happenings, [0.95, 0.8, 0.9], calendar);
    for (const [at, target] of [0.95, 0.8, 0.9].entries()) {
      expect(together[at]).toEqual(walk(happenings, target, calendar));
    }
    expect(together[0]).not.toEqual(together[1]);
  });

  it('does not depend on the order of the rows', () => {
    const parcels = parcelsOf(tables).slice(0, 800);
    const end = Number.POSITIVE_INFINITY;
    expect(promisesBefore(run([...parcels].reverse()), end)).toEqual(promisesBefore(run(parcels), end));
  });

  it('reports a period too short to count anything', async () => {
    const short = join(folder, 'short');
    await generateTables(short, { seed: 1, firstDay: '2018-01-01', days: 10, ordersPerDay: 3 });
    const few = await readTables(short);
    const result = backtest(few, 0.95, undefined);
    expect(toJson(result)).toMatchObject({ orders: 0, keptRate: 0, months: [] });
    expect(toText(few, result).at(-1)).toContain('No order to count');
    expect(backtest(few, 0.95, Date.UTC(2018, 0, 5)).all.orders).toBeGreaterThan(5);
  });

  it('says so when nothing was purchased from the date on', () => {
    const result = backtest(tables, 0.95, Date.UTC(2030, 0, 1));
    expect(toJson(result)).toMatchObject({
      orders: 0,
      atRetailersRate: { keptRate: 0, meanPromisedDays: 0 },
    });
    expect(toText(tables, result).at(-1)).toContain('from 2030-01-01 on');
    expect(result.leftOut.map(([reason]) => reason)).toContain('purchased before --from');
  });

  it('survives tables with no orders at all', () => {
    const result = backtest({ ...tables, orders: new Map() }, 0.95, undefined);
    expect(toJson(result).orders).toBe(0);
  });
});

if (existsSync(REAL)) {
  describe('backtest on real orders', () => {
    it('reads every row, holds the target within two points over a year and never looks ahead', async () => {
      const real = await readTables(REAL);
      expect(real.problems).toEqual([]);
      const parcels = parcelsOf(real);
      const walked = run(parcels);
      const year = figures(counted(walked, Date.UTC(2017, 3, 1)));
      expect(year.orders).toBeGreaterThan(3_000);
      expect(Math.abs(year.keptRate - 0.95)).toBeLessThan(0.02);
      const cut = Date.UTC(2017, 10, 24);
      expect(promisesBefore(run(otherFuture(parcels, cut)), cut)).toEqual(promisesBefore(walked, cut));
    });
  });
}
