import { DAY_MS, weekdayOf } from './facts.ts';
import type { DayCalendar, WallMs } from './facts.ts';

/** What little is believed before anything is seen: a share of an ordinary day. Sunday first, then holidays. */
const PRIOR = [0.1, 1, 1, 1, 1, 1, 0.4, 0.1];
/** Days of a class it takes to believe what was seen as much as the prior. */
const PRIOR_DAYS = 8;
const HALF_LIFE_DAYS = 120;
const PAST_DAYS = 150;
const FUTURE_DAYS = 200;

export interface WorkClockState {
  readonly day: number;
  readonly events: readonly number[];
  readonly days: readonly number[];
}

/**
 * Time as carriers live it: a Sunday counts for as much of an ordinary day as parcels arrive on Sundays, learned
 * from what happens. Durations measured on it no longer depend on the weekday they began or on holidays in between.
 */
export class WorkClock {
  readonly #calendar: DayCalendar;
  #day: number;
  readonly #events: number[];
  readonly #days: number[];
  #today = 0;
  #firstDay = 0;
  #sums = new Float64Array(PAST_DAYS + FUTURE_DAYS + 1);

  constructor(calendar: DayCalendar, day: number, state?: WorkClockState) {
    this.#calendar = calendar;
    this.#day = state?.day ?? day;
    this.#events = [...(state?.events ?? new Array<number>(8).fill(0))];
    this.#days = [...(state?.days ?? new Array<number>(8).fill(0))];
    this.#today = 0;
    this.#rebuild();
  }

  /** Something arrived now; counts once the day is over. */
  observe(): void {
    this.#today += 1;
  }

  /** Ends the current day and goes to the next. */
  nextDay(): void {
    const keep = 2 ** (-1 / HALF_LIFE_DAYS);
    for (let at = 0; at < 8; at++) {
      this.#events[at]! *= keep;
      this.#days[at]! *= keep;
    }
    const at = this.#classOf(this.#day);
    this.#events[at]! += this.#today;
    this.#days[at]! += 1;
    this.#today = 0;
    this.#day += 1;
    this.#rebuild();
  }

  /** Jumps over days of which nothing is known. */
  skipTo(day: number): void {
    this.#day = day;
    this.#today = 0;
    this.#rebuild();
  }

  /** Working days between two moments within reach of now (150 days back, 200 ahead). */
  elapsed(from: WallMs, to: WallMs): number {
    return this.at(to) - this.at(from);
  }

  /** Position on the clock. Only differences taken on the same day mean anything. */
  at(moment: WallMs): number {
    const place = moment / DAY_MS - this.#firstDay;
    if (place <= 0) return place;
    const whole = Math.min(Math.floor(place), this.#sums.length - 2);
    const start = this.#sums[whole]!;
    return start + (place - whole) * (this.#sums[whole + 1]! - start);
  }

  /** Share of an ordinary day this day counts for. */
  weight(day: number): number {
    return this.#weightOf(this.#classOf(day), this.#ordinaryRate());
  }

  toJSON(): WorkClockState & { today: number } {
    return { day: this.#day, events: [...this.#events], days: [...this.#days], today: this.#today };
  }

  static fromJSON(calendar: DayCalendar, state: WorkClockState & { today: number }): WorkClock {
    const clock = new WorkClock(calendar, state.day, state);
    clock.#today = state.today;
    return clock;
  }

  #classOf(day: number): number {
    return this.#calendar.isHoliday(day) ? 7 : weekdayOf(day);
  }

  #ordinaryRate(): number {
    let events = 0;
    let days = 0;
    for (let at = 1; at <= 5; at++) {
      events += this.#events[at]!;
      days += this.#days[at]!;
    }
    return days > 0 ? events / days : 0;
  }

  #weightOf(at: number, rate: number): number {
    if (rate <= 0) return PRIOR[at]!;
    const seen = this.#events[at]! / rate;
    return Math.max(0.02, (seen + PRIOR_DAYS * PRIOR[at]!) / (this.#days[at]! + PRIOR_DAYS));
  }

  #rebuild(): void {
    const rate = this.#ordinaryRate();
    const weights = PRIOR.map((_, at) => this.#weightOf(at, rate));
    this.#firstDay = this.#day - PAST_DAYS;
    let sum = 0;
    for (let at = 0; at < this.#sums.length; at++) {
      this.#sums[at] = sum;
      sum += weights[this.#classOf(this.#firstDay + at)]!;
    }
  }
}
