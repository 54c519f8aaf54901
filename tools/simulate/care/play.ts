import type { CareSettings } from '../../../subgraphs/care/domain/settings.ts';
import { dayMs } from './durations.ts';
import type { Seen } from './figures.ts';
import { CareInMemory } from './memory.ts';
import type { SimulatedParcel } from './month.ts';
import { TaskQueue } from './schedule.ts';
import { timelineOf } from './timeline.ts';

/** So long after the last event, what is silent has been found. */
const waitMs = 60 * dayMs;

/** Plays all parcels, each event when it happens; what comes due in between is done when it is due. */
export function play(parcels: readonly SimulatedParcel[], settings: CareSettings): Seen {
  const queue = new TaskQueue();
  const care = new CareInMemory(settings, queue);
  const events = parcels.flatMap(timelineOf).sort((a, b) => a.atMs - b.atMs);
  for (const event of events) queue.at(event.atMs, (atMs) => care.hear(event, atMs));
  queue.runUntil((events.at(-1)?.atMs ?? 0) + waitMs);
  return { messages: care.messages, lostAtMs: care.lostAtMs, mails: care.mails };
}
