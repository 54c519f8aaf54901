import { weekdayOf } from '../time/zoneClock.ts';
import type { LocationConfig } from '../model/networkConfig.ts';
import type { CapacityBook } from './capacityBook.ts';

/** No limit on units. */
export const NO_CAP = 0x3fffffff;

/** What each location can sell of a day, compiled: candidates ask for it one by one. */
export class CapacityLimits {
  /** By location: 1 when it has a limit at all. */
  readonly limited: Uint8Array;
  readonly #inUnits: Uint8Array;
  /** By location and weekday. */
  readonly #perDay: Float64Array;

  constructor(locations: readonly (LocationConfig | undefined)[]) {
    this.limited = Uint8Array.from(locations, (l) => (l?.capacity ? 1 : 0));
    this.#inUnits = Uint8Array.from(locations, (l) => (l?.capacity?.unit === 'UNITS' ? 1 : 0));
    this.#perDay = new Float64Array(locations.length * 7);
    locations.forEach((location, l) => {
      const perDay = location?.capacity?.perDay ?? 0;
      for (let weekday = 0; weekday < 7; weekday++)
        this.#perDay[l * 7 + weekday] = typeof perDay === 'number' ? perDay : (perDay[weekday] ?? 0);
    });
  }

  /** Units a location can still take on a local day: `NO_CAP` when unlimited, or sold by the order and not sold out. */
  left(book: CapacityBook, l: number, day: number): number {
    if (this.limited[l] === 0) return NO_CAP;
    const left = this.#perDay[l * 7 + weekdayOf(day)]! - book.used(l, day);
    if (left <= 0) return 0;
    return this.#inUnits[l] === 1 ? left : NO_CAP;
  }
}
