import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '@promesse/promise-engine/learning/facts';
import { generateTables } from '../../olist/generateTables.ts';
import { joinOrders } from '../../olist/joinOrders.ts';
import { readTables } from '../../olist/readTables.ts';
import { brazilianCalendar } from '../brazilianCalendar.ts';
import { toParcel, type Parcel } from '../parcels.ts';
import { momentFigures } from './report.ts';
import { MOMENTS, watch, type Watched } from './watch.ts';

const REAL = fileURLToPath(new URL('../../../../shared/data/olist', import.meta.url));
const calendar = brazilianCalendar(2016, 2019);

let folder: string;
let parcels: Parcel[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'late-'));
  await generateTables(folder, { seed: 7, firstDay: '2017-03-01', days: 150, ordersPerDay: 8 });
  parcels = joinOrders(await readTables(folder)).joined.map(toParcel);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Answers given before a moment, without what came of them. */
const saidBefore = (watched: readonly Watched[], cut: number): string[] =>
  watched
    .filter(({ parcel }) => (parcel.estimatedAt ?? Infinity) < cut)
    .map(({ parcel, moment, chance, pastChance, ruleChance }) =>
      [parcel.facts.id, moment, chance, pastChance, ruleChance].join(' '),
    );

describe('the watch over late orders', () => {
  it('never looks ahead: another future leaves every past answer as it was', () => {
    const cut = Date.UTC(2017, 5, 20);
    const later = (at: number | undefined): number | undefined =>
      at === undefined || at < cut ? at : at + 9 * DAY_MS;
    const changed = parcels.map((parcel) => ({
      ...parcel,
      handedOverAt: later(parcel.handedOverAt),
      deliveredAt: later(parcel.deliveredAt),
    }));
    const before = saidBefore(watch(parcels, 'retailer', calendar), cut);
    expect(before.length).toBeGreaterThan(500);
    expect(saidBefore(watch(changed, 'retailer', calendar), cut)).toEqual(expect.arrayContaining(before));
  });

  it('asks before the date only of orders that are still open, and judges by the day', () => {
    const watched = watch(parcels, 'retailer', calendar);
    for (const { parcel, moment, late } of watched) {
      const due = Math.floor((parcel.estimatedAt ?? 0) / DAY_MS);
      if (moment === 'oneDayBefore') expect(parcel.deliveredAt).toBeGreaterThanOrEqual((due - 1) * DAY_MS);
      expect(late).toBe(Math.floor((parcel.deliveredAt ?? 0) / DAY_MS) > due);
    }
    expect(new Set(watched.map(({ moment }) => moment))).toEqual(new Set(MOMENTS));
  });

  it('reports nothing for no orders', () => {
    expect(momentFigures(watch([], 'ours', calendar), 0)).toEqual([]);
  });
});

describe.skipIf(!existsSync(REAL))('the watch over real late orders', () => {
  it('tells late orders better than the lane rule at every moment', async () => {
    const real = joinOrders(await readTables(REAL)).joined.map(toParcel);
    const figures = momentFigures(watch(real, 'retailer', calendar), Date.UTC(2017, 5, 1));
    expect(figures.map(({ at }) => at)).toEqual(MOMENTS);
    for (const { auc, laneRule } of figures) expect(auc).toBeGreaterThan(laneRule.auc);
    const [purchase] = figures;
    expect((purchase?.auc ?? 0) - (purchase?.laneRule.auc ?? 1)).toBeGreaterThanOrEqual(0.05);
  }, 240_000);
});
