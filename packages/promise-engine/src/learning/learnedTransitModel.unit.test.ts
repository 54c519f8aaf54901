import { describe, expect, it } from 'vitest';
import type { Lane } from '../model/transitModel.ts';
import { plainCalendar, DAY_MS } from './facts.ts';
import { LearnedTransitModel } from './learnedTransitModel.ts';
import type { LearnedTransitState } from './learnedTransitModel.ts';
import { seeded } from './world.fixture.ts';

const START = 17_000;
const lane = (destinationArea: string, distanceKm: number, serviceId = 'standard'): Lane => ({
  serviceId,
  carrier: 'c',
  originArea: 'o',
  originCountry: 'FR',
  destinationArea,
  destinationCountry: 'FR',
  distanceKm,
});
const near = lane('near', 40);
const far = lane('far', 900);

/** Sixty days of shipments: near ones take about two days, far ones about six. */
function taught(): LearnedTransitModel {
  const model = new LearnedTransitModel(plainCalendar, START);
  const random = seeded(1);
  const events: { at: number; run: () => void }[] = [];
  for (let n = 0; n < 900; n++) {
    const at = (START + n / 15) * DAY_MS;
    const which = n % 2 === 0 ? near : far;
    const arrives = at + (which === near ? 2 : 6) * (0.7 + 0.6 * random()) * DAY_MS;
    events.push({ at, run: () => model.observeHandover(`s${n}`, which, 'store', at) });
    events.push({ at: arrives, run: () => model.observeDelivery('standard', `s${n}`, arrives) });
    const minutes = 30 + 60 * random();
    events.push({
      at,
      run: () =>
        model.observeHandling(n % 3 === 0 ? 'slow' : 'quick', at, n % 3 === 0 ? 4 * minutes : minutes, at),
    });
  }
  for (const { run } of events.sort((a, b) => a.at - b.at)) run();
  return model;
}

describe('LearnedTransitModel', () => {
  it('leaves the answer to the table until it knows enough, and for services it has never seen', () => {
    const model = new LearnedTransitModel(plainCalendar, START);
    expect(model.transit(near, 0, 0.95)).toBeNull();
    expect(model.handling('store', 0, 0.95)).toBeNull();
    expect(taught().transit(lane('near', 40, 'express'), 0, 0.95)).toBeNull();
  });

  it('answers by lane, with the share it is sure of, sooner for near than for far', () => {
    const model = taught();
    const close = model.transit(near, 0, 0.95)!;
    const distant = model.transit(far, 0, 0.95)!;
    expect(close.basis).toMatch(/^lane:/);
    expect(close.latestDays).toBeLessThan(distant.latestDays);
    expect(close.latestDays).toBeLessThanOrEqual(3);
    expect(distant.latestDays).toBeGreaterThanOrEqual(6);
    for (const { confidence, earliestDays, latestDays } of [close, distant]) {
      expect(confidence).toBeGreaterThanOrEqual(0.949);
      expect(earliestDays).toBeLessThanOrEqual(latestDays);
    }
    expect(model.transit(far, 0, 0.5)!.latestDays).toBeLessThan(distant.latestDays);
    expect(model.transit(lane('elsewhere', 900), 0, 0.95)!.basis).toMatch(/^service:/);
  });

  it('knows a slow location from a quick one', () => {
    const model = taught();
    const at = (START + 61) * DAY_MS;
    const slow = model.handling('slow', at, 0.95)!;
    const quick = model.handling('quick', at, 0.95)!;
    expect(slow.minutes).toBeGreaterThan(2 * quick.minutes);
    expect(quick.basis).toMatch(/^location:/);
    expect(model.handling('unknown', at, 0.95)!.basis).toMatch(/^all:/);
  });

  it('answers the same while its version stands, and moves it with the day', () => {
    const model = taught();
    const { version } = model;
    const before = model.transit(near, 0, 0.95);
    expect(model.transit({ ...near }, 0, 0.95)).toBe(before);
    model.advanceTo((START + 90) * DAY_MS);
    expect(model.version).not.toBe(version);
  });

  it('answers the same after a restart', () => {
    const model = taught();
    const state = JSON.parse(JSON.stringify(model)) as LearnedTransitState;
    const restored = new LearnedTransitModel(plainCalendar, START, state);
    expect(restored.transit(far, 0, 0.95)).toEqual(model.transit(far, 0, 0.95));
    expect(restored.handling('slow', 0, 0.9)).toEqual(model.handling('slow', 0, 0.9));
    restored.advanceTo((START + 90) * DAY_MS);
    model.advanceTo((START + 90) * DAY_MS);
    expect(restored.transit(near, 0, 0.95)).toEqual(model.transit(near, 0, 0.95));
  });
});
