import type { EffectOptions } from './groupMeans.ts';
import type { SpreadOptions } from './spreadTable.ts';
import type { CalibratorOptions } from './calibrator.ts';
import type { DayCalendar } from './facts.ts';
import type { PresentPaceOptions } from './presentPace.ts';
import type { TempoOptions } from './tempo.ts';

/** Everything that shapes what is learned. The defaults are in {@link learnerDefaults}. */
export interface LearnerOptions {
  /** Share of promises to keep, 0..1. */
  readonly target: number;
  /** Further targets promised at beside it, to compare; all share what is learned about journeys. */
  readonly furtherTargets?: readonly number[];
  /** No single promise is made with less confidence than this, however dear its last days. */
  readonly leastConfidence: number;
  readonly calendar: DayCalendar;
  readonly handlingEffects: readonly EffectOptions[];
  readonly transitEffects: readonly EffectOptions[];
  readonly spread: SpreadOptions;
  readonly calibrator: CalibratorOptions;
  /** Coefficients believed before anything is seen: pace everywhere, pace of the area, backlog. */
  readonly dynamics: readonly number[];
  /** How fast "now" is, for expected durations. */
  readonly tempo: TempoOptions;
  /** How fast "now" is, for how far reality strays from the expectation. */
  readonly present: PresentPaceOptions;
  /** Days after which a night's price of lateness weighs half in the price promised at. */
  readonly priceHalfLifeDays: number;
  /** Shipments under way, and promises not yet due, that are remembered; beyond it the oldest is let go. */
  readonly maxOpen: number;
  /** Areas whose pace is followed. */
  readonly maxAreas: number;
}

const effect = (halfLifeDays: number, shrinkage: number, maxGroups: number): EffectOptions => ({
  halfLifeDays,
  shrinkage,
  maxGroups,
});

/**
 * Chosen for being ordinary: results hardly change when any of them is halved or doubled. Half-lives are long for
 * what rarely changes (distance, weight), short for what does (a seller, the spread).
 */
export const learnerDefaults: Omit<LearnerOptions, 'target' | 'calendar'> = {
  leastConfidence: 0.5,
  /** Origin area, location, weekday, units, payment, location lately. */
  handlingEffects: [
    effect(240, 10, 500),
    effect(90, 6, 20_000),
    effect(240, 20, 7),
    effect(240, 10, 3),
    effect(240, 10, 50),
    effect(20, 6, 20_000),
  ],
  /** Distance, destination, lane, destination at two depths, origin, location, weight, freight, local lane, destination at its narrowest. */
  transitEffects: [
    effect(480, 10, 500),
    effect(240, 8, 500),
    effect(240, 15, 20_000),
    effect(240, 15, 5_000),
    effect(240, 15, 20_000),
    effect(240, 15, 5_000),
    effect(240, 30, 20_000),
    effect(480, 20, 100),
    effect(480, 20, 100),
    effect(240, 15, 20_000),
    effect(240, 15, 20_000),
  ],
  spread: { memory: 1500, shortestHalfLife: 8, longestHalfLife: 60, shrinkage: 200, maxGroups: 2_000 },
  calibrator: { halfLifeDays: 30, stiffness: 200, limit: 0.2, slopeStiffness: 60 },
  dynamics: [-0.2, -0.2, 0.2],
  /** About a week: shorter, and each weekday is a surprise. */
  tempo: { nowHalfLifeDays: 6, usualHalfLifeDays: 90, nowPrior: 10 },
  /** The tail, where three in ten are still under way, is thin: it takes a little longer to say anything. */
  present: {
    knee: 0.3,
    body: { nowHalfLifeDays: 6, usualHalfLifeDays: 90, nowPrior: 20 },
    tail: { nowHalfLifeDays: 8, usualHalfLifeDays: 90, nowPrior: 20 },
  },
  /** Longer than a bad season of the carriers: its prices would still be paid after it. */
  priceHalfLifeDays: 150,
  maxOpen: 500_000,
  maxAreas: 500,
};
