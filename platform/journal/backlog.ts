import type { Connection } from '../mongo/mongoTypes.ts';
import { databaseOf } from '../mongo/connect.ts';
import type { JournalRow } from './journalRow.ts';

/** What a consumer has not yet applied of a journal. */
export interface Backlog {
  readonly consumer: string;
  readonly events: number;
  /** Time of the oldest of them, epoch ms. */
  readonly oldestAt: number;
}

/** Most owed events looked at: beyond that the number says "at least". */
const most = 10_000;

/** How far the consumers of a subgraph's journal are behind; none is named that has everything. A read by index. */
export async function backlogOf(connection: Connection, consumers: readonly string[]): Promise<Backlog[]> {
  const rows = databaseOf(connection).collection<JournalRow>('journal');
  const owed = await rows
    .find({ pending: { $in: [...consumers] } }, { projection: { pending: 1, at: 1 } })
    .limit(most)
    .toArray();
  const found = new Map<string, Backlog>();
  for (const { pending, at } of owed)
    for (const consumer of pending) {
      const { events = 0, oldestAt = at } = found.get(consumer) ?? {};
      found.set(consumer, { consumer, events: events + 1, oldestAt: Math.min(oldestAt, at) });
    }
  return [...found.values()];
}
