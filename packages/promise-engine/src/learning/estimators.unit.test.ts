import { describe, expect, it } from 'vitest';
import { AdditiveModel } from './additiveModel.ts';
import { Backlog } from './backlog.ts';
import { Calibrator } from './calibrator.ts';
import { weekdayOf, DAY_MS } from './facts.ts';
import { PresentPace } from './presentPace.ts';
import { Ridge } from './ridge.ts';
import { SpreadTable } from './spreadTable.ts';
import { Tempo } from './tempo.ts';
import { Throughput } from './throughput.ts';
import { WorkClock } from './workClock.ts';
import { seeded } from './world.fixture.ts';

describe('AdditiveModel', () => {
  it('finds the effects it was given', () => {
    const effect = { halfLifeDays: 1e6, shrinkage: 2, maxGroups: 100 };
    const model = new AdditiveModel(0, [effect, effect]);
    const random = seeded(1);
    const truth = (a: number, b: number): number => 2 + 0.5 * a - 0.3 * b;
    for (let n = 0; n < 4_000; n++) {
      const a = Math.floor(random() * 3);
      const b = Math.floor(random() * 3);
      model.learn([`a${a}`, `b${b}`], truth(a, b) + random() - 0.5, n / 100);
    }
    for (const [a, b] of [
      [0, 0],
      [2, 0],
      [0, 2],
      [2, 2],
    ] as const) {
      expect(Math.abs(model.predict([`a${a}`, `b${b}`]) - truth(a, b))).toBeLessThan(0.12);
    }
  });
});

describe('WorkClock', () => {
  const holiday = 17_050;
  const calendar = { isHoliday: (day: number) => day === holiday };

  it('learns that a Sunday is no Monday', () => {
    const clock = new WorkClock(calendar, 17_000);
    for (let day = 17_000; day < 17_040; day++) {
      const parcels = weekdayOf(day) === 0 ? 0 : weekdayOf(day) === 6 ? 5 : 10;
      for (let n = 0; n < parcels; n++) clock.observe();
      clock.nextDay();
    }
    const sunday = 17_041 + ((7 - weekdayOf(17_041)) % 7);
    expect(clock.weight(sunday)).toBeLessThan(0.1);
    expect(clock.weight(sunday + 1)).toBeCloseTo(1, 1);
    expect(clock.weight(sunday + 6)).toBeGreaterThan(0.35);
    expect(clock.weight(sunday + 6)).toBeLessThan(0.6);
    expect(clock.weight(holiday)).toBeLessThan(0.2);
    const week = clock.elapsed((sunday + 14) * DAY_MS, (sunday + 21) * DAY_MS);
    expect(week).toBeGreaterThan(5.2);
    expect(week).toBeLessThan(5.9);
    expect(clock.elapsed((sunday + 0.25) * DAY_MS, (sunday + 0.75) * DAY_MS)).toBeCloseTo(
      clock.weight(sunday) / 2,
    );
  });
});

describe('SpreadTable', () => {
  const options = { memory: 1e9, shortestHalfLife: 50, longestHalfLife: 50, shrinkage: 100, maxGroups: 10 };

  it('gives quantiles of what it saw, and survival that agrees with them', () => {
    const table = new SpreadTable(options);
    const random = seeded(2);
    for (let n = 0; n < 20_000; n++) table.learn(['*'], random() * 2 - 1);
    const curve = table.curve(['*']);
    expect(curve.quantile(0.5)).toBeCloseTo(0, 1);
    expect(curve.quantile(0.95)).toBeCloseTo(0.9, 1);
    for (const share of [0.05, 0.5, 0.9, 0.99])
      expect(curve.at(curve.quantile(share))).toBeCloseTo(1 - share, 6);
    expect(curve.at(-9)).toBe(1);
    expect(curve.at(9)).toBe(0);
  });

  it('lets a thin group answer with its parent and a thick one for itself', () => {
    const table = new SpreadTable(options);
    for (let n = 0; n < 1_000; n++) table.learn(['*'], 0);
    for (let n = 0; n < 3; n++) table.learn(['*', 'thin'], 1);
    for (let n = 0; n < 1_000; n++) table.learn(['*', 'thick'], 1);
    expect(table.curve(['*', 'thin']).at(0.5)).toBeLessThan(0.6);
    expect(table.curve(['*', 'thick']).at(0.5)).toBeGreaterThan(0.9);
    expect(table.weightOf('thick')).toBe(1_000);
  });
});

describe('Tempo', () => {
  it('says slower when what should have arrived does not, and as usual when it does', () => {
    const tempo = new Tempo({ nowHalfLifeDays: 6, usualHalfLifeDays: 90, nowPrior: 10 });
    const day = (expected: number, arrived: number): void => {
      tempo.expect(expected);
      for (let n = 0; n < arrived; n++) tempo.observe();
      tempo.nextDay();
    };
    for (let n = 0; n < 60; n++) day(20, 20);
    expect(tempo.pace()).toBeCloseTo(0, 2);
    for (let n = 0; n < 4; n++) day(20, 5);
    expect(tempo.pace()).toBeLessThan(-0.2);
  });
});

describe('PresentPace', () => {
  const tempo = { nowHalfLifeDays: 6, usualHalfLifeDays: 90, nowPrior: 20 };
  const knee = -Math.log(0.3);
  /** Every day ten parcels should arrive before the knee and ten behind it; so many do. */
  const after = (days: number, early: number, late: number, pace = make()): PresentPace => {
    for (let day = 0; day < days; day++) {
      for (let n = 0; n < 10; n++) pace.expect(knee - 1, knee + 1, 1);
      for (let n = 0; n < early; n++) pace.delivered(knee - 0.1);
      for (let n = 0; n < late; n++) pace.delivered(knee + 0.1);
      pace.nextDay();
    }
    return pace;
  };
  const make = (): PresentPace => new PresentPace({ knee: 0.3, body: tempo, tail: tempo });

  it('leaves the curve alone as long as things go as usual, lost parcels included', () => {
    const usual = after(200, 10, 8);
    for (const left of [0.9, 0.3, 0.05, 0.001]) expect(usual.bend(left) / left).toBeCloseTo(1, 1);
  });

  it('shortens the tail within days when late parcels begin to come in, and the body by itself', () => {
    const quickTail = after(8, 10, 16, after(200, 10, 8));
    expect(quickTail.bend(0.05)).toBeLessThan(0.04);
    expect(quickTail.bend(0.6)).toBeCloseTo(0.6, 1);
    const slowBody = after(8, 5, 8, after(200, 10, 8));
    expect(slowBody.bend(0.6)).toBeGreaterThan(0.65);
  });

  it('bends without a jump or a turn, and back', () => {
    const bent = after(8, 14, 3, after(200, 10, 8));
    let before = 1;
    for (let left = 0.99; left > 0; left -= 0.01) {
      const now = bent.bend(left);
      expect(now).toBeLessThan(before);
      expect(before - now).toBeLessThan(0.1);
      expect(bent.unbend(now)).toBeCloseTo(left, 9);
      before = now;
    }
    expect([bent.bend(0), bent.bend(1), bent.unbend(0), bent.unbend(1)]).toEqual([0, 1, 0, 1]);
  });
});

describe('Ridge', () => {
  it('learns what matters and refuses the wrong sign', () => {
    const ridge = new Ridge([-0.2, 0.2]);
    const random = seeded(3);
    for (let n = 0; n < 2_000; n++) {
      const x = [random() - 0.5, random() - 0.5];
      ridge.learn(x, -0.8 * x[0]! - 0.5 * x[1]!);
    }
    ridge.nextDay();
    expect(ridge.coefficients[0]).toBeCloseTo(-0.77, 1);
    expect(ridge.coefficients[1]).toBe(0);
  });
});

describe('Calibrator', () => {
  it('makes a hopeful model tell the truth, and leaves a true one alone', () => {
    const options = { halfLifeDays: 1e6, stiffness: 5, limit: 2, slopeStiffness: 5 };
    const hopeful = new Calibrator(options);
    const honest = new Calibrator(options);
    for (let n = 0; n < 2_000; n++) {
      hopeful.settle(0.05, n % 10 === 0);
      honest.settle(0.05, n % 20 === 0);
    }
    hopeful.nextDay();
    honest.nextDay();
    expect(hopeful.apply(0.05)).toBeGreaterThan(0.085);
    expect(hopeful.apply(0.05)).toBeLessThan(0.11);
    expect(Math.abs(honest.apply(0.05) - 0.05)).toBeLessThan(0.006);
    expect(hopeful.invert(hopeful.apply(0.2))).toBeCloseTo(0.2);
    expect([hopeful.apply(0), hopeful.apply(1)]).toEqual([0, 1]);
  });

  it('brings together confidences that differ more than what happens, the same after a restart', () => {
    const options = { halfLifeDays: 1e6, stiffness: 5, limit: 2, slopeStiffness: 5 };
    const calibrator = new Calibrator(options);
    // Said to be late: one in fifty and one in ten; late: three and eight in a hundred.
    for (let n = 0; n < 10_000; n++) {
      calibrator.settle(0.02, n % 100 < 3);
      calibrator.settle(0.1, n % 100 < 8);
    }
    calibrator.nextDay();
    expect(calibrator.apply(0.02)).toBeCloseTo(0.03, 2);
    expect(calibrator.apply(0.1)).toBeCloseTo(0.08, 2);
    const restored = new Calibrator(options, calibrator.toJSON());
    restored.nextDay();
    calibrator.nextDay();
    expect(restored.apply(0.02)).toBe(calibrator.apply(0.02));
  });
});

describe('Backlog and Throughput', () => {
  it('sees a surge the night after', () => {
    const backlog = new Backlog();
    for (let n = 0; n < 60; n++) backlog.nextDay(100);
    expect(backlog.load()).toBeCloseTo(0);
    backlog.nextDay(300);
    expect(backlog.load()).toBeGreaterThan(0.9);
  });

  it('doubts what has been silent for long', () => {
    const throughput = new Throughput();
    for (let n = 0; n < 95; n++) throughput.deliver();
    for (let n = 0; n < 5; n++) throughput.lose();
    expect(throughput.soundness(0.9)).toBeGreaterThan(0.9);
    expect(throughput.soundness(0.01)).toBeLessThan(0.25);
  });
});
