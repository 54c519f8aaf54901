/** Days after which what was seen weighs half: how fast now is, and what fast usually means. */
const NOW_HALF_LIFE = 6;
const USUAL_HALF_LIFE = 90;
/** Expected deliveries it takes to believe the recent ratio. */
const NOW_PRIOR = 10;
const USUAL_PRIOR = 20;

/** [observed, expected] now and usually. */
export type TempoState = readonly [number, number, number, number];

/**
 * How fast parcels move now against usual: deliveries that happened over deliveries that should have happened, the
 * latter from every parcel still under way. A parcel that does not arrive speaks from the first day it could have,
 * long before it is late; a strike shows within days although nothing it holds back has been delivered.
 */
export class Tempo {
  private observedNow: number;
  private expectedNow: number;
  private observedUsual: number;
  private expectedUsual: number;

  constructor(state: TempoState = [0, 0, 0, 0]) {
    [this.observedNow, this.expectedNow, this.observedUsual, this.expectedUsual] = state;
  }

  observe(): void {
    this.observedNow += 1;
    this.observedUsual += 1;
  }

  expect(deliveries: number): void {
    this.expectedNow += deliveries;
    this.expectedUsual += deliveries;
  }

  nextDay(): void {
    const now = 2 ** (-1 / NOW_HALF_LIFE);
    const usual = 2 ** (-1 / USUAL_HALF_LIFE);
    this.observedNow *= now;
    this.expectedNow *= now;
    this.observedUsual *= usual;
    this.expectedUsual *= usual;
  }

  /** Logarithm of the pace against usual: 0 as usual, negative when slower. */
  pace(): number {
    const usual = (this.observedUsual + USUAL_PRIOR) / (this.expectedUsual + USUAL_PRIOR);
    return Math.log((this.observedNow + NOW_PRIOR * usual) / (this.expectedNow + NOW_PRIOR) / usual);
  }

  /** Nothing worth keeping is left. */
  get isIdle(): boolean {
    return this.observedUsual + this.expectedUsual < 0.01;
  }

  toJSON(): TempoState {
    return [this.observedNow, this.expectedNow, this.observedUsual, this.expectedUsual];
  }
}
