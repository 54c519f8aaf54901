import type { DispatchTable } from '../time/dispatchTable.ts';

/** Numbers kept per pair: work begun in (low, high] makes this collection, which is at `pickup` on local day `day`. */
const STRIDE = 4;
export const LOW = 0;
export const HIGH = 1;
export const PICKUP = 2;
export const DAY = 3;

/**
 * The collections of every location and service that collects there, the pair, with the one found last for each: most
 * questions are asked within moments of each other and make the same.
 */
export class CollectionTable {
  /** By service and location: number of the pair, -1 when the service does not collect there. */
  readonly pairOf: Int32Array;
  readonly tables: readonly DispatchTable[];
  /** By pair the collection found last, side by side: one look at memory for each candidate. */
  readonly found: Float64Array;
  readonly #locations: number;

  constructor(locations: number, pairOf: Int32Array, tables: readonly DispatchTable[]) {
    this.#locations = locations;
    this.pairOf = pairOf;
    this.tables = tables;
    this.found = new Float64Array(tables.length * STRIDE);
    for (let at = 0; at < this.found.length; at += STRIDE) {
      this.found[at + LOW] = Infinity;
      this.found[at + HIGH] = -Infinity;
    }
  }

  /** Number of the pair of a location and a service, -1 when the service does not collect there. */
  pair(location: number, service: number): number {
    return this.pairOf[service * this.#locations + location]!;
  }

  /** Where `found` has the first collection that work begun at `startMs` makes; its pickup is NaN when none is for weeks. */
  seek(pair: number, startMs: number): number {
    const at = pair * STRIDE;
    const found = this.found;
    if (!(startMs > found[at + LOW]! && startMs <= found[at + HIGH]!)) this.#find(pair, at, startMs);
    return at;
  }

  #find(pair: number, at: number, startMs: number): void {
    const found = this.found;
    const table = this.tables[pair]!;
    const block = table.blockAt(startMs);
    const i = table.first(block, startMs);
    if (i >= block.count) {
      found[at + LOW] = Infinity;
      found[at + PICKUP] = NaN;
      return;
    }
    found[at + LOW] = i > 0 ? block.lastStart[i - 1]! : startMs - 1;
    found[at + HIGH] = block.lastStart[i]!;
    found[at + PICKUP] = block.pickup[i]!;
    found[at + DAY] = block.day[i]!;
  }
}
