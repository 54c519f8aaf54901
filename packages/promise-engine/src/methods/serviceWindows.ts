import type { Lanes } from '../network/lanes.ts';
import type { Ask } from '../question/ask.ts';

/** How far ahead a free window is looked for, days. */
export const MAX_WINDOW_DAYS = 14;

interface Window {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Delivery windows of services into one area, and which of them have capacity left. */
export class ServiceWindows {
  readonly #ask: Ask;
  readonly #lanes: Lanes;

  constructor(ask: Ask, lanes: Lanes) {
    this.#ask = ask;
    this.#lanes = lanes;
  }

  /** Windows of a service with capacity left that begin before an instant, from a day on; the first `count`. */
  free(s: number, fromDay: number, earliestMs: number, count: number, beforeMs = Infinity): Window[] {
    const ask = this.#ask;
    const lanes = this.#lanes;
    const found: Window[] = [];
    const windows = ask.index.serviceTable.windows[s]!;
    const calendar = lanes.calendars[s]!;
    const sold = ask.network.capacity.windowsOf(ask.index.services[s]!.id, lanes.target.id);
    const lastDay = fromDay + MAX_WINDOW_DAYS;
    for (let day = calendar.deliveryDay(fromDay); day >= 0 && day <= lastDay;) {
      for (const window of windows) {
        const fromMs = lanes.clock.at(day, window.fromMinute);
        if (fromMs >= beforeMs) return found;
        if (fromMs < earliestMs || fromMs < ask.at) continue;
        if (sold && (sold.get(day * 1440 + window.fromMinute) ?? 0) >= window.capacity) continue;
        found.push({ fromMs, untilMs: lanes.clock.at(day, window.untilMinute) });
        if (found.length >= count) return found;
      }
      day = calendar.deliveryDay(day + 1);
    }
    return found;
  }

  /** End of the window the customer chose, when a service can serve it; NaN otherwise. */
  chosen(s: number, day: number, earliestMs: number, wanted: number): number {
    const wantedDay = this.#lanes.clock.dayOf(wanted);
    if (day > wantedDay) return NaN;
    const windows = this.free(s, wantedDay, earliestMs, 24);
    return windows.find((w) => w.fromMs === wanted)?.untilMs ?? NaN;
  }
}
