import type { Timestamp } from 'bson';
import { Timestamp as TimestampClass } from 'bson';
import { MongoError } from '../document/errors.ts';
import type { LogicalTime } from '../document/logicalTime.ts';
import type { Doc } from '../document/types.ts';
import { bsonType, isDoc } from '../document/types.ts';
import { Conflicts } from '../storage/conflicts.ts';
import { SnapshotView } from '../storage/snapshotView.ts';
import type { Store } from '../storage/store.ts';

/** How long a snapshot is kept after its last use, and how many at once: each keeps old pages from being reused. */
const keepMs = 60_000;
const mostKept = 32;

interface Kept {
  readonly view: SnapshotView;
  lastUsed: number;
}

/** States of the data that sessions with snapshot reads come back to. */
export class Snapshots {
  readonly #kept = new Map<string, Kept>();
  readonly #store: Store;
  readonly #now: () => number;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** The state at a time: the present one, or an earlier one that is still kept. Throws SnapshotUnavailable. */
  at(time: LogicalTime, present: LogicalTime): SnapshotView {
    const name = `${time.t}:${time.i}`;
    let found = this.#kept.get(name);
    if (!found) {
      if (time.t !== present.t || time.i !== present.i)
        throw new MongoError(
          246,
          `Read timestamp (${time.t}, ${time.i}) is older than the oldest available timestamp.`,
        );
      if (this.#kept.size >= mostKept) this.#release(this.#kept.keys().next().value as string);
      found = { view: new SnapshotView(this.#store, new Conflicts()), lastUsed: 0 };
      this.#kept.set(name, found);
    }
    found.lastUsed = this.#now();
    return found.view;
  }

  /** Lets go of what nobody used for a while. */
  releaseIdle(): void {
    const oldest = this.#now() - keepMs;
    for (const [name, { lastUsed }] of this.#kept) if (lastUsed < oldest) this.#release(name);
  }

  releaseAll(): void {
    for (const name of [...this.#kept.keys()]) this.#release(name);
  }

  #release(name: string): void {
    this.#kept.get(name)?.view.end(false);
    this.#kept.delete(name);
  }
}

/** The time a snapshot read asks for; undefined when the command is none. */
export function snapshotTime(body: Doc, present: LogicalTime): LogicalTime | undefined {
  const concern = body['readConcern'];
  if (!isDoc(concern) || concern['level'] !== 'snapshot') return undefined;
  const wanted = concern['atClusterTime'];
  if (bsonType(wanted) !== 'Timestamp') return present;
  return { t: (wanted as Timestamp).high >>> 0, i: (wanted as Timestamp).low >>> 0 };
}

/** Tells the client which time it was shown. */
export function withTime(reply: Doc, time: LogicalTime): Doc {
  const atClusterTime = new TimestampClass(time);
  const { cursor } = reply;
  return isDoc(cursor) ? { ...reply, cursor: { ...cursor, atClusterTime } } : { ...reply, atClusterTime };
}
