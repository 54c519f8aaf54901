import type { Conflicts } from './conflicts.ts';
import type { Store } from './store.ts';
import type { Entry, KeyRange, Space, View } from './view.ts';

/** The file as it is now; writes go straight into the LMDB transaction of the running batch. */
export class LiveView implements View {
  readonly #store: Store;
  readonly #conflicts: Conflicts;
  #writes = 0;

  constructor(store: Store, conflicts: Conflicts) {
    this.#store = store;
    this.#conflicts = conflicts;
  }

  get epoch(): number {
    return this.#store.epoch + this.#writes;
  }

  get(space: Space, key: Buffer): Buffer | undefined {
    return this.#store.get(space, key);
  }

  scan(space: Space, range: KeyRange, reverse: boolean, limit: number): Entry[] {
    return this.#store.scan(space, range, reverse, limit);
  }

  put(space: Space, key: Buffer, value: Buffer): void {
    this.#writes++;
    this.#store.put(space, key, value);
  }

  remove(space: Space, key: Buffer): void {
    this.#writes++;
    this.#store.remove(space, key);
  }

  claim(space: Space, key: Buffer): void {
    this.#conflicts.claimNow(space, key);
  }
}
