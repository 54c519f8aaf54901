import { AdditiveModel } from './additiveModel.ts';
import type { AdditiveState } from './additiveModel.ts';
import { weekdayOf } from './facts.ts';
import { SpreadTable } from './spreadTable.ts';
import type { SpreadState } from './spreadTable.ts';
import { Throughput } from './throughput.ts';
import type { ThroughputState } from './throughput.ts';

export interface HandlingState {
  readonly day: number;
  readonly model: AdditiveState;
  readonly spread: SpreadState;
  readonly throughput: ThroughputState;
}

/** First guess: half a working day. */
const BASE = Math.log(240);
const LOCATIONS = { halfLifeDays: 60, shrinkage: 6, maxGroups: 20_000 };
const WEEKDAYS = { halfLifeDays: 240, shrinkage: 20, maxGroups: 7 };
const SPREAD = { memory: 2500, shortestHalfLife: 15, longestHalfLife: 60, shrinkage: 100, maxGroups: 5_000 };

/** How long locations take from release to ready, in their own working minutes; thin ones answer like the rest. */
export class HandlingLearner {
  readonly #model: AdditiveModel;
  readonly #spread: SpreadTable;
  readonly #throughput: Throughput;
  #day: number;

  constructor(startDay: number, state?: HandlingState) {
    this.#day = state?.day ?? startDay;
    this.#model = new AdditiveModel(BASE, [LOCATIONS, WEEKDAYS], state?.model);
    this.#spread = new SpreadTable(SPREAD, state?.spread);
    this.#throughput = new Throughput(state?.throughput);
  }

  /** Work released on `releasedDay` took so many working minutes; it becomes known on `day`. */
  observe(locationId: string, releasedDay: number, workingMinutes: number, day: number): void {
    this.advanceTo(day);
    const groups = groupsOf(locationId, releasedDay);
    const taken = Math.log(Math.max(1, workingMinutes));
    this.#spread.learn(spreadOf(locationId), taken - this.#model.predict(groups));
    this.#model.learn(groups, taken, this.#day);
    this.#throughput.deliver();
  }

  /** Minutes within which the given share of the work is ready. */
  minutes(locationId: string, day: number, share: number): number {
    const curve = this.#spread.curve(spreadOf(locationId));
    return Math.exp(this.#model.predict(groupsOf(locationId, day)) + curve.quantile(share));
  }

  /** Recent observations: everywhere, and at this location. */
  evidence(locationId: string): number[] {
    return spreadOf(locationId).map((group) => this.#spread.weightOf(group));
  }

  advanceTo(day: number): void {
    const steps = Math.min(400, day - this.#day);
    for (let step = 0; step < steps; step++) {
      this.#throughput.nextDay();
      this.#spread.nextDay(this.#throughput.perDay);
    }
    this.#day = Math.max(this.#day, day);
  }

  toJSON(): HandlingState {
    return {
      day: this.#day,
      model: this.#model.toJSON(),
      spread: this.#spread.toJSON(),
      throughput: this.#throughput.toJSON(),
    };
  }
}

const groupsOf = (locationId: string, day: number): string[] => [locationId, String(weekdayOf(day))];
const spreadOf = (locationId: string): string[] => ['*', `l|${locationId}`];
