import { DailySpread } from './dailySpread.ts';
import type { DailySpreadState } from './dailySpread.ts';
import { dayOf, evidenceGroups, weekdayOf } from './facts.ts';
import type { DayCalendar, ShipmentFacts } from './facts.ts';
import { GroupMeans } from './groupMeans.ts';
import type { GroupMeansState } from './groupMeans.ts';
import { Ridge } from './ridge.ts';
import type { RidgeState } from './ridge.ts';

export interface SecondOpinionState {
  readonly ridge: RidgeState & { readonly solved: readonly number[] };
  readonly spread: DailySpreadState;
  readonly usual: GroupMeansState;
}

/** The error spread of everything together: thin, so it remembers long. */
const SPREAD = { memory: 1500, shortestHalfLife: 8, longestHalfLife: 60, shrinkage: 200, maxGroups: 1 };
/** What dates given from outside usually are, by seller and altogether. */
const USUAL = { halfLifeDays: 60, shrinkage: 5, maxGroups: 5_000 };
const ALL = ['*'];
/** Days ahead whose working days are counted. */
const AHEAD = [3, 7, 14, 21] as const;
/** Working days in a day of an ordinary week. */
const ORDINARY = 5 / 7;
/** Brings covariates to about the same size, which the ridge takes for granted. */
const RATIO_SCALE = 3;
const DAYS_SCALE = 0.5;
const LARGEST = 3;
/** Parcels of one day share their luck: however many they are, they count for no more than so many. */
const COUNTED_PER_DAY = 10;
/** A residual beyond this is an accident. */
const CLIP = 1.2;
/** Deliveries after which the second opinion has half of its final say, and what that is. */
const TRUSTED_AFTER = 150;
const FINAL_SAY = 0.5;

/**
 * Another look at the same order, whose errors are not the first one's: the expected duration, corrected by a small
 * ridge regression on facts known at purchase (a date given from outside against what is usual for such dates, working
 * days ahead), with an error spread of its own over everything. Alone it is worse than the tables by lane; the mean of
 * the two chances is better than either: the well-known gain of combining forecasts (Bates and Granger, 1969).
 */
export class SecondOpinion {
  readonly #calendar: DayCalendar;
  readonly #ridge: Ridge;
  readonly #spread: DailySpread;
  readonly #usual: GroupMeans;

  constructor(calendar: DayCalendar, state?: SecondOpinionState) {
    this.#calendar = calendar;
    const indifferent = [0, 0, 0, ...AHEAD.map(() => 0)];
    this.#ridge = state ? Ridge.fromJSON(indifferent, state.ridge) : new Ridge(indifferent);
    this.#spread = new DailySpread(SPREAD, state?.spread);
    this.#usual = new GroupMeans(USUAL, state?.usual);
  }

  /** What is known of an order now; `centre`: the working days expected by the first opinion. */
  covariates(facts: ShipmentFacts, centre: number): number[] {
    const given = givenRatio(facts, centre);
    const levels =
      given === undefined
        ? [0, 0]
        : this.#usual.usual(groupsOf(facts)).map((usual) => given - (usual ?? given));
    return [
      1,
      ...levels.map((value) => clipped(value * RATIO_SCALE)),
      ...this.#ahead(dayOf(facts.placedAt)).map((days) => clipped(days * DAYS_SCALE)),
    ];
  }

  /** Share of such orders still under way after this residual (logarithm of actual over expected duration). */
  left(covariates: readonly number[], residual: number): number {
    return this.#spread.curve(ALL).at(residual - this.#ridge.predict(covariates));
  }

  /** How much of the chance is this opinion's, 0..1. */
  get say(): number {
    const seen = this.#spread.weightOf(ALL[0]!);
    return (FINAL_SAY * seen) / (seen + TRUSTED_AFTER);
  }

  /** An order was placed: which dates are usual is known before anything arrives. */
  placed(facts: ShipmentFacts, centre: number): void {
    const given = givenRatio(facts, centre);
    if (given === undefined) return;
    for (const group of groupsOf(facts)) this.#usual.hear(group, given, dayOf(facts.placedAt));
  }

  /** It arrived, `residual` away from the first opinion's expectation; `perDay` arrive in a day. */
  delivered(covariates: readonly number[], residual: number, perDay: number): void {
    const weight = Math.min(1, COUNTED_PER_DAY / Math.max(1, perDay));
    this.#spread.learn(ALL, residual - this.#ridge.predict(covariates));
    this.#ridge.learn(covariates, Math.max(-CLIP, Math.min(CLIP, residual)), weight);
  }

  nextDay(perDay: number): void {
    this.#ridge.nextDay();
    this.#spread.nextDay(perDay);
  }

  toJSON(): SecondOpinionState {
    return { ridge: this.#ridge.toJSON(), spread: this.#spread.toJSON(), usual: this.#usual.toJSON() };
  }

  /** Working days in the next days, over or under those of ordinary weeks. */
  #ahead(day: number): number[] {
    let working = 0;
    let next = 1;
    return AHEAD.map((days) => {
      for (; next <= days; next++) {
        const weekday = weekdayOf(day + next);
        if (weekday !== 0 && weekday !== 6 && !this.#calendar.isHoliday(day + next)) working += 1;
      }
      return working - days * ORDINARY;
    });
  }
}

/** Everything, and the lane. */
function groupsOf(facts: ShipmentFacts): string[] {
  const [all, , lane] = evidenceGroups(facts);
  return [all!, lane!];
}

/** Logarithm of the days given from outside over those expected; undefined without such a date. */
function givenRatio({ givenDays }: ShipmentFacts, centre: number): number | undefined {
  return givenDays === undefined ? undefined : Math.log(Math.max(1, givenDays) / centre);
}

const clipped = (value: number): number => Math.max(-LARGEST, Math.min(LARGEST, value));
