import { fillOpen } from './fill.ts';
import type { Choice, Compact } from './problem.ts';
import { subsetTables } from './subsetTables.ts';

/** What a branch and bound may do. */
export interface BranchLimits {
  readonly maxShipments: number;
  /** Candidates 0..count-1 take part (they are sorted by lateness). */
  readonly count: number;
  /** Only choices scoring less are of interest (fixed + relative unit scores). */
  readonly below: number;
  readonly maxNodes: number;
}

/** Best choice below the limit; `complete` tells whether the search was exhausted. */
export interface BranchResult {
  readonly choice: Choice | null;
  readonly complete: boolean;
  readonly nodes: number;
}

/**
 * Exact search over open sets of candidates, for carts where some location has some but not all units of an
 * item. Branches on the item with the fewest suppliers; each candidate is tried as in, then banned, so that every
 * set is met once. The bound for what is left comes from the partition table of the relaxed problem.
 */
export class BranchAndBound {
  readonly #c: Compact;
  readonly #limits: BranchLimits;
  readonly #use: Int32Array;
  readonly #rest: Float64Array;
  readonly #banned: Uint8Array;
  readonly #taken = new Set<number>();
  readonly #open: number[] = [];
  readonly #left: Int32Array;
  readonly #cheapest: Float64Array;
  #best: Choice | null = null;
  #below: number;
  #nodes = 0;

  constructor(c: Compact, limits: BranchLimits) {
    this.#c = c;
    this.#limits = limits;
    this.#below = limits.below;
    this.#use = undominated(c, limits.count, limits.maxShipments);
    this.#banned = new Uint8Array(c.n);
    this.#left = Int32Array.from(c.need);
    const tables = subsetTables(2, c.q, new Int32Array(c.q).fill(1), false);
    this.#cheapest = new Float64Array(c.q).fill(Infinity);
    for (const k of this.#use) {
      tables.add(c, k, c.anyMask[k]!, Infinity);
      for (let i = 0; i < c.q; i++) {
        if (c.avail[k * c.q + i]! > 0) this.#cheapest[i] = Math.min(this.#cheapest[i]!, c.fixed[k]!);
      }
    }
    tables.combine();
    this.#rest = tables.part;
  }

  run(): BranchResult {
    this.#visit(0);
    return { choice: this.#best, complete: this.#nodes < this.#limits.maxNodes, nodes: this.#nodes };
  }

  #visit(fixed: number): void {
    if (++this.#nodes >= this.#limits.maxNodes) return;
    const missing = this.#missing();
    if (missing === 0) this.#evaluate(fixed);
    if (this.#open.length >= this.#limits.maxShipments || fixed + this.#bound(missing) >= this.#below) return;
    const suppliers = missing === 0 ? this.#usable(-1) : this.#suppliersOfScarcest(missing);
    const tried: number[] = [];
    for (const k of suppliers) {
      if (fixed + this.#c.fixed[k]! >= this.#below) continue;
      this.#enter(k);
      this.#visit(fixed + this.#c.fixed[k]!);
      this.#leave(k);
      this.#banned[k] = 1;
      tried.push(k);
      if (this.#nodes >= this.#limits.maxNodes) break;
    }
    for (const k of tried) this.#banned[k] = 0;
  }

  #missing(): number {
    let set = 0;
    for (let i = 0; i < this.#c.q; i++) if (this.#left[i]! > 0) set |= 1 << i;
    return set;
  }

  /** Least further fixed score: the relaxed partition, or the count of shipments one item still needs. */
  #bound(missing: number): number {
    let bound = this.#rest[missing]!;
    for (let i = 0; i < this.#c.q; i++) {
      if ((missing & (1 << i)) === 0) continue;
      let most = 0;
      for (const k of this.#use) {
        if (!this.#blocked(k)) most = Math.max(most, this.#c.avail[k * this.#c.q + i]!);
      }
      if (most === 0) return Infinity;
      const count = Math.ceil(this.#left[i]! / most);
      if (this.#open.length + count > this.#limits.maxShipments) return Infinity;
      bound = Math.max(bound, count * this.#cheapest[i]!);
    }
    return bound;
  }

  #blocked(k: number): boolean {
    return this.#banned[k] === 1 || this.#taken.has(this.#c.location[k]!);
  }

  #usable(item: number): number[] {
    const list: number[] = [];
    for (const k of this.#use) {
      if (!this.#blocked(k) && (item < 0 || this.#c.avail[k * this.#c.q + item]! > 0)) list.push(k);
    }
    return list;
  }

  #suppliersOfScarcest(missing: number): number[] {
    let fewest: number[] | null = null;
    let item = 0;
    for (let i = 0; i < this.#c.q; i++) {
      if ((missing & (1 << i)) === 0) continue;
      const list = this.#usable(i);
      if (!fewest || list.length < fewest.length) {
        fewest = list;
        item = i;
      }
    }
    const c = this.#c;
    // Those that cover most of what is missing per fixed score come first: good plans early, much pruned later.
    const gain = (k: number): number => {
      let covered = 0;
      for (let i = 0; i < c.q; i++)
        covered +=
          Math.min(1, c.avail[k * c.q + i]! / Math.max(1, this.#left[i]!)) * (this.#left[i]! > 0 ? 1 : 0);
      return (c.fixed[k]! + c.unit[k * c.q + item]!) / Math.max(0.01, covered);
    };
    return (fewest ?? [])
      .map((k) => [gain(k), k] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, k]) => k);
  }

  #enter(k: number): void {
    this.#open.push(k);
    this.#taken.add(this.#c.location[k]!);
    for (let i = 0; i < this.#c.q; i++) this.#left[i]! -= this.#c.avail[k * this.#c.q + i]!;
  }

  #leave(k: number): void {
    this.#open.pop();
    this.#taken.delete(this.#c.location[k]!);
    for (let i = 0; i < this.#c.q; i++) this.#left[i]! += this.#c.avail[k * this.#c.q + i]!;
  }

  #evaluate(fixed: number): void {
    const filled = fillOpen(this.#c, this.#open);
    if (!filled || fixed + filled.score >= this.#below - 1e-9) return;
    this.#below = fixed + filled.score;
    this.#best = { members: [...this.#open], units: filled.units.map((u) => [...u]), score: this.#below };
  }
}

/**
 * Drops candidates that others make superfluous: with as many better ones at other places as a plan may have
 * shipments, at least one of them is always free to take the candidate's part.
 */
function undominated(c: Compact, count: number, maxShipments: number): Int32Array {
  const byMask = new Map<number, number[]>();
  const kept: number[] = [];
  const order = Array.from({ length: count }, (_, k) => k).sort((a, b) => c.fixed[a]! - c.fixed[b]! || a - b);
  for (const k of order) {
    const rivals = byMask.get(c.anyMask[k]!) ?? [];
    const places = new Set<number>();
    let whole = false;
    for (const r of rivals) {
      if (!dominates(c, r, k)) continue;
      places.add(c.location[r]!);
      if (c.location[r] === c.location[k]) whole = true;
      if ((c.fullMask[r]! & c.anyMask[k]!) === c.anyMask[k]! && c.cap[r]! >= 1e9) whole = true;
      if (whole || places.size >= maxShipments) break;
    }
    if (whole || places.size >= maxShipments) continue;
    rivals.push(k);
    byMask.set(c.anyMask[k]!, rivals);
    kept.push(k);
  }
  return Int32Array.from(kept);
}

function dominates(c: Compact, a: number, b: number): boolean {
  if (c.fixed[a]! > c.fixed[b]! || c.cap[a]! < c.cap[b]!) return false;
  for (let i = 0; i < c.q; i++) {
    const at = a * c.q + i;
    const bt = b * c.q + i;
    if (c.avail[bt]! > 0 && (c.avail[at]! < c.avail[bt]! || c.unit[at]! > c.unit[bt]!)) return false;
  }
  return true;
}
