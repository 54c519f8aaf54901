import { logit } from './calibrator.ts';
import type { ShipmentFacts } from './facts.ts';
import type { Recent } from './journeysState.ts';
import { MAX_DAYS, type LateBy } from './latenessPrice.ts';
import type { Recents } from './promisePolicy.ts';

/** Orders on which the price of lateness is set. */
const RECENT_ORDERS = 120;
/** What is this certain to have arrived is certain. */
const NEGLIGIBLE = 5e-4;
const SURELY = 30;

/** The last orders that were placed, and what was expected of each. */
export class RecentOrders {
  readonly #orders: Recent[];

  constructor(state: readonly Recent[] = []) {
    this.#orders = [...state];
  }

  add(order: Recent): void {
    this.#orders.push(order);
    if (this.#orders.length > RECENT_ORDERS) this.#orders.shift();
  }

  /** How late each of them may be by what is known now; `lateness` says it for one. */
  asOf(lateness: (facts: ShipmentFacts, centre: number) => LateBy): Recents {
    const odds = new Float64Array(MAX_DAYS + 1);
    const lateOdds = this.#orders.map(({ facts, centre }) => {
      const late = lateness(facts, centre);
      let days = 0;
      for (; days <= MAX_DAYS; days++) {
        const chance = late(days);
        if (chance < NEGLIGIBLE) break;
        odds[days] = chance >= 1 ? SURELY : logit(chance);
      }
      return odds.slice(0, days);
    });
    const sum = this.#orders.reduce((days, { centre }) => days + centre, 0);
    return { lateOdds, typical: sum / Math.max(1, this.#orders.length) };
  }

  toJSON(): Recent[] {
    return [...this.#orders];
  }
}
