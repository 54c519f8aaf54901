import { MongoError } from '../document/errors.ts';
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
  readonly #held = new Map<string, Holder>();
  readonly #changed = new Map<string, number>();
  /** The running transactions, each with the keys it holds. */
  readonly #running = new Map<Holder, string[]>();
  #moment = 0;
  #pruneAbove = fewChanges;

  /** Starts counting changes for a new transaction; the result is its `startedAt`. */
  nextMoment(): number {
    return ++this.#moment;
  }

  begin(holder: Holder): void {
    this.#running.set(holder, []);
  }

  /** Claims a key for a transaction. The first one wins; later ones are told to start over. */
  claimFor(holder: Holder, space: Space, key: Buffer): void {
    const name = keyName(space, key);
    const owner = this.#held.get(name);
    if (owner === holder) return;
    if (owner || (this.#changed.get(name) ?? 0) >= holder.startedAt) throw writeConflict();
    this.#held.set(name, holder);
    this.#running.get(holder)?.push(name);
  }

  /** Claims a key for a write that takes effect at once. */
  claimNow(space: Space, key: Buffer): void {
    if (this.#running.size === 0) return;
    const name = keyName(space, key);
    const owner = this.#held.get(name);
    if (owner) throw new LockWait(owner);
    this.#changed.set(name, this.#moment);
  }

  /** Frees what a transaction holds; when it committed, its keys count as changed now. */
  end(holder: Holder, committed: boolean): void {
    const names = this.#running.get(holder);
    if (!names) return;
    this.#running.delete(holder);
    for (const name of names) {
      this.#held.delete(name);
      if (committed) this.#changed.set(name, this.#moment);
    }
    if (this.#running.size === 0) this.#changed.clear();
    else if (this.#changed.size > this.#pruneAbove) this.#prune();
  }

  /** Under steady load some transaction always runs: what changed before the oldest began no longer matters. */
  #prune(): void {
    let oldest = Infinity;
    for (const { startedAt } of this.#running.keys()) oldest = Math.min(oldest, startedAt);
    for (const [name, at] of this.#changed) if (at < oldest) this.#changed.delete(name);
    this.#pruneAbove = Math.max(fewChanges, this.#changed.size * 2);
  }
}

/** So many remembered changes are not worth the work of forgetting them. */
const fewChanges = 4_096;

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
