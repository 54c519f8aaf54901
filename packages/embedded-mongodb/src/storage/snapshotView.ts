import type { Transaction } from 'lmdb';
import { MongoError } from '../document/errors.ts';
import type { Conflicts, Holder } from './conflicts.ts';
import type { Store } from './store.ts';
import type { Entry, KeyRange, Space, View } from './view.ts';

/** The changes of one key space, in key order. */
class Overlay {
  /** Key bytes as a latin1 string, whose order is the byte order, to the new value; null means removed. */
  readonly changes = new Map<string, Buffer | null>();
  #order: string[] | undefined;

  set(key: Buffer, value: Buffer | null): void {
    const name = key.latin1Slice();
    if (!this.changes.has(name)) this.#order = undefined;
    this.changes.set(name, value);
  }

  between(range: KeyRange): string[] {
    this.#order ??= [...this.changes.keys()].sort((a, b) => (a < b ? -1 : 1));
    const from = range.from.latin1Slice();
    const to = range.to.latin1Slice();
    return this.#order.slice(lowerBound(this.#order, from), lowerBound(this.#order, to));
  }
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A fixed state of the file with one transaction's own changes laid over it. */
export class SnapshotView implements View, Holder {
  readonly startedAt: number;
  epoch = 0;
  readonly #store: Store;
  readonly #conflicts: Conflicts;
  readonly #snapshot: Transaction;
  readonly #overlays = new Map<Space, Overlay>();
  #open = true;

  constructor(store: Store, conflicts: Conflicts) {
    this.#store = store;
    this.#conflicts = conflicts;
    this.startedAt = conflicts.nextMoment();
    this.#snapshot = store.snapshot();
    conflicts.begin(this);
  }

  get(space: Space, key: Buffer): Buffer | undefined {
    const own = this.#overlays.get(space)?.changes.get(key.latin1Slice());
    if (own !== undefined) return own ?? undefined;
    this.#check();
    return this.#store.getAt(this.#snapshot, space, key);
  }

  scan(space: Space, range: KeyRange, reverse: boolean, limit: number): Entry[] {
    const overlay = this.#overlays.get(space);
    const own = overlay?.between(range) ?? [];
    this.#check();
    if (!overlay || own.length === 0)
      return this.#store.scanWith(space, range, reverse, limit, this.#snapshot);
    // Removed keys leave holes, so as many more entries are read as there are own changes.
    const base = this.#store.scanWith(space, range, reverse, limit + own.length, this.#snapshot);
    if (reverse) own.reverse();
    return merge(base, own, overlay, reverse).slice(0, limit);
  }

  put(space: Space, key: Buffer, value: Buffer): void {
    this.#overlay(space).set(key, value);
    this.epoch++;
  }

  remove(space: Space, key: Buffer): void {
    this.#overlay(space).set(key, null);
    this.epoch++;
  }

  claim(space: Space, key: Buffer): void {
    this.#conflicts.claimFor(this, space, key);
  }

  /** Writes the changes into `target`. */
  replay(target: View): void {
    for (const [space, { changes }] of this.#overlays)
      for (const [name, value] of changes) {
        const key = Buffer.from(name, 'latin1');
        if (value) target.put(space, key, value);
        else target.remove(space, key);
      }
  }

  /** True when nothing was changed. */
  get isReadOnly(): boolean {
    return this.#overlays.size === 0;
  }

  /** Gives the snapshot and all claimed keys back. */
  end(committed: boolean): void {
    if (!this.#open) return;
    this.#open = false;
    this.#store.release(this.#snapshot);
    this.#conflicts.end(this, committed);
  }

  #check(): void {
    if (!this.#open) throw new MongoError(246, 'the snapshot this cursor reads from is no longer kept');
  }

  #overlay(space: Space): Overlay {
    let overlay = this.#overlays.get(space);
    if (!overlay) this.#overlays.set(space, (overlay = new Overlay()));
    return overlay;
  }
}

function merge(base: Entry[], own: string[], overlay: Overlay, reverse: boolean): Entry[] {
  const merged: Entry[] = [];
  let at = 0;
  for (const entry of base) {
    const name = entry.key.latin1Slice();
    for (; at < own.length && before(own[at] as string, name, reverse); at++) pushOwn(own[at] as string);
    if (own[at] === name) pushOwn(own[at++] as string);
    else merged.push(entry);
  }
  for (; at < own.length; at++) pushOwn(own[at] as string);
  return merged;

  function pushOwn(name: string): void {
    const value = overlay.changes.get(name);
    if (value) merged.push({ key: Buffer.from(name, 'latin1'), value });
  }
}

function before(a: string, b: string, reverse: boolean): boolean {
  return reverse ? a > b : a < b;
}
