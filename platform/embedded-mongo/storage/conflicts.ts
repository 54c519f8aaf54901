import { MongoError } from '../errors.ts';
import type { Space } from './view.ts';

/** Who may hold keys: a running transaction. */
export interface Holder {
  /** The moment its snapshot was taken, counted in `Conflicts.moment`. */
  readonly startedAt: number;
}

/** Thrown by a write outside any transaction that must wait until `holder` has ended. */
export class LockWait extends Error {
  readonly holder: Holder;

  constructor(holder: Holder) {
    super('waiting for a transaction');
    this.holder = holder;
  }
}

/** Which transaction holds which key, and which keys changed since the oldest running transaction began. */
export class Conflicts {
  private readonly held = new Map<string, Holder>();
  private readonly changed = new Map<string, number>();
  private readonly running = new Set<Holder>();
  private moment = 0;

  /** Starts counting changes for a new transaction; the result is its `startedAt`. */
  nextMoment(): number {
    return ++this.moment;
  }

  begin(holder: Holder): void {
    this.running.add(holder);
  }

  /** Claims a key for a transaction. The first one wins; later ones are told to start over. */
  claimFor(holder: Holder, space: Space, key: Buffer): void {
    const name = keyName(space, key);
    const owner = this.held.get(name);
    if (owner === holder) return;
    if (owner || (this.changed.get(name) ?? 0) >= holder.startedAt) throw writeConflict();
    this.held.set(name, holder);
  }

  /** Claims a key for a write that takes effect at once. */
  claimNow(space: Space, key: Buffer): void {
    if (this.running.size === 0) return;
    const name = keyName(space, key);
    const owner = this.held.get(name);
    if (owner) throw new LockWait(owner);
    this.changed.set(name, this.moment);
  }

  /** Frees what a transaction holds; when it committed, its keys count as changed now. */
  end(holder: Holder, committed: boolean): void {
    if (!this.running.delete(holder)) return;
    for (const [name, owner] of this.held) {
      if (owner !== holder) continue;
      this.held.delete(name);
      if (committed) this.changed.set(name, this.moment);
    }
    if (this.running.size === 0) this.changed.clear();
  }
}

function keyName(space: Space, key: Buffer): string {
  return space + key.latin1Slice();
}

/** What a transaction hears when another changed the same document or unique key first. */
export function writeConflict(): MongoError {
  return new MongoError(
    112,
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    {},
    ['TransientTransactionError'],
  );
}
