import {
  isPlaceOf,
  openPlaces,
  slotKey,
  type PlaceHolder,
  type WindowPlace,
  type WindowSlot,
} from '../domain/windows.ts';

/** The places sold of every window, in memory; `tell` hears what is sold whenever it changes. */
export class WindowBook {
  readonly #slots = new Map<string, { readonly slot: WindowSlot; places: readonly WindowPlace[] }>();
  readonly #tell: (slot: WindowSlot, sold: number) => void;

  constructor(tell: (slot: WindowSlot, sold: number) => void) {
    this.#tell = tell;
  }

  /** Replaces the places of a window. */
  set(slot: WindowSlot, places: readonly WindowPlace[], nowMs: number): void {
    const open = openPlaces(places, nowMs);
    if (open.length === 0) this.#slots.delete(slotKey(slot));
    else this.#slots.set(slotKey(slot), { slot, places: open });
    this.#tell(slot, open.length);
  }

  /** Forgets what was held and not ordered in time. */
  expire(nowMs: number): void {
    for (const { slot, places } of [...this.#slots.values()])
      if (openPlaces(places, nowMs).length < places.length) this.set(slot, places, nowMs);
  }

  /** Tells everything again, as after a service has changed. */
  tellAll(): void {
    for (const { slot, places } of this.#slots.values()) this.#tell(slot, places.length);
  }

  /** Does something as if the places of one order were free: it may have them again. Synchronous only. */
  without<T>(holder: PlaceHolder, work: () => T): T {
    const isMine = (place: WindowPlace): boolean => isPlaceOf(place, holder);
    const mine = [...this.#slots.values()].filter(({ places }) => places.some(isMine));
    for (const { slot, places } of mine) this.#tell(slot, places.filter((place) => !isMine(place)).length);
    try {
      return work();
    } finally {
      for (const { slot, places } of mine) this.#tell(slot, places.length);
    }
  }
}
