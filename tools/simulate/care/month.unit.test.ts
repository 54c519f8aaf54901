import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../platform/random/random.ts';
import { careSettings } from '../../../subgraphs/care/domain/settings.ts';
import type { Duration } from './durations.ts';
import { figuresOf, median } from './figures.ts';
import { drawMonth } from './month.ts';
import { play } from './play.ts';
import { TaskQueue } from './schedule.ts';

const dayMs = 86_400_000;
/** Orders of which one in ten is late, as long after its date as it took before. */
const durations = Array.from({ length: 200 }, (_, n): Duration => ({
  ...{ weekday: n % 7, timeMs: n * 300_000, dispatchDueMs: 2 * dayMs, promisedMs: 10 * dayMs },
  ...{ handedOverMs: (1 + (n % 3)) * dayMs, postalCode: `0${n % 5}000` },
  deliveredMs: (n % 10 === 0 ? 14 + (n % 7) : 4 + (n % 50) / 10) * dayMs,
}));

describe('a simulated month', () => {
  it('is drawn the same from the same seed', () => {
    const draw = (seed: number) => drawMonth(durations, 50, seededRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1).filter(({ counts }) => counts)).toHaveLength(50);
  });

  it('tells those that will be late and finds those that are lost, as far as that can be known', () => {
    const parcels = drawMonth(durations, 700, seededRandom(3), 800);
    const figures = figuresOf(parcels, play(parcels, careSettings.defaults));
    expect(figures.late + figures.onTime + figures.lost).toBe(700);
    expect(figures.toldInTime / figures.late).toBeGreaterThanOrEqual(0.95);
    expect(figures.medianHoursAhead).toBeGreaterThanOrEqual(24);
    expect(figures.wronglyTold / figures.onTime).toBeLessThanOrEqual(0.02);
    expect(figures).toMatchObject({ toldTwice: 0, lostFound: figures.lost });
    expect(figures.lost).toBeGreaterThan(0);
  }, 120_000);

  it('says nothing of late ones where nobody is told', () => {
    const parcels = drawMonth(durations, 100, seededRandom(4), 0);
    const nobody = { messages: new Map(), lostAtMs: new Map(), mails: 0 };
    expect(figuresOf(parcels, nobody)).toMatchObject({ toldInTime: 0, wronglyTold: 0, lostFound: 0 });
    expect(median([3, 1])).toBe(2);
  });
});

describe('the queue of tasks', () => {
  it('does them in the order of time, those asked for meanwhile too', () => {
    const queue = new TaskQueue();
    const random = seededRandom(5);
    const done: number[] = [];
    for (let n = 0; n < 300; n++)
      queue.at(random.int(1_000), (atMs) => {
        done.push(atMs);
        if (n % 3 === 0) queue.at(atMs + random.int(50), (later) => void done.push(later));
      });
    queue.runUntil(2_000);
    expect(done).toHaveLength(400);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });
});
