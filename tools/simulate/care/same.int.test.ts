import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../platform/random/random.ts';
import { careSettings } from '../../../subgraphs/care/domain/settings.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import type { Duration } from './durations.ts';
import { drawMonth, type SimulatedParcel } from './month.ts';
import { play } from './play.ts';
import { timelineOf } from './timeline.ts';
import { openSimulatedCare, type SimulatedCare } from './world.ts';

const hourMs = 3_600_000;
const gridMs = 6 * hourMs;
const dayMs = 24 * hourMs;

/** Quick parcels, every fifth of them slow, with moments on a grid, so that both hear of them at the same times. */
function parcels(): SimulatedParcel[] {
  const durations = Array.from({ length: 10 }, (_, n): Duration => ({
    ...{ weekday: n % 7, timeMs: 0, dispatchDueMs: dayMs, promisedMs: 4 * dayMs, postalCode: '01000' },
    ...{ handedOverMs: ((n % 4) + 1) * gridMs, deliveredMs: (n % 5 === 0 ? 7 : 2 + (n % 2)) * dayMs },
  }));
  const onGrid = (atMs: number): number => Math.ceil(atMs / gridMs) * gridMs;
  return drawMonth(durations, 30, seededRandom('same'), 0).map((parcel, n) => {
    const scans = parcel.scans.map((scan) => ({ ...scan, atMs: onGrid(scan.atMs) }));
    const { deliveredAtMs, ...rest } = parcel;
    // Two of them are never heard of again.
    const isLost = n % 15 === 7;
    return {
      ...rest,
      labelledAtMs: onGrid(parcel.labelledAtMs),
      scans: isLost ? scans.slice(0, 1) : scans,
      ...(isLost || deliveredAtMs === undefined ? {} : { deliveredAtMs: onGrid(deliveredAtMs) }),
    };
  });
}

/** Plays through the subgraph with its database: from one moment at which something happens or is due to the next. */
async function playWhole(care: SimulatedCare, all: readonly SimulatedParcel[], endMs: number): Promise<void> {
  const events = all.flatMap(timelineOf).sort((a, b) => a.atMs - b.atMs);
  const { Parcel, Order } = care.models;
  for (let next = 0; ;) {
    const due = trusted({ lookAtMs: { $gt: care.clock.nowMs() } });
    const looks = await Promise.all([
      Parcel.findOne(due).sort({ lookAtMs: 1 }).lean(),
      Order.findOne(due).sort({ lookAtMs: 1 }).lean(),
    ]);
    const eventMs = events[next]?.atMs ?? Infinity;
    const toMs = Math.min(eventMs, ...looks.map((row) => row?.lookAtMs ?? Infinity));
    if (toMs > endMs) return;
    await care.moveTo(Math.max(toMs, care.clock.nowMs()));
    const from = next;
    while ((events[next]?.atMs ?? Infinity) <= toMs) next += 1;
    await care.hear(events.slice(from, next));
    // The sweep comes once a minute, and messages a moment after what they tell of.
    await care.moveTo(care.clock.nowMs() + 61_000);
    await care.moveTo(care.clock.nowMs() + 3_000);
  }
}

describe('the month in memory', () => {
  it('tells customers and finds lost parcels as the subgraph with its database does', async () => {
    const all = parcels();
    const inMemory = play(all, careSettings.defaults);
    const startMs = Math.min(...all.map(({ placedAtMs }) => placedAtMs)) - hourMs;
    // What is told at a moment comes before what is looked at then: looks come half a minute off the grid.
    const care = await openSimulatedCare(startMs + 30_000);
    try {
      await playWhole(care, all, startMs + 42 * dayMs);
      const rows = await care.models.Message.find().lean();
      const told = (
        messages: readonly { orderId: string; code: string; status: string; reason?: string }[],
      ) =>
        messages
          .map(({ orderId, code, status, reason }) => [orderId, code, reason ?? status].join(' '))
          .sort();
      const expected = told([...inMemory.messages.values()].flat());
      expect(told(rows)).toEqual(expected);
      for (const code of ['DELAY_PREDICTED SENT', 'PARCEL_LOST SENT', 'LABEL_NOT_SCANNED SENT'])
        expect(expected.some((line) => line.includes(code))).toBe(true);
    } finally {
      await care.stop();
    }
  }, 300_000);
});
