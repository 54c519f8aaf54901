import { undominated } from './dominance.ts';
import { fillOpen } from './fill.ts';
import { choiceFromPool } from './heuristic.ts';
import { FREE, IN, Lagrange, OUT } from './lagrange.ts';
import type { Choice, Compact } from './problem.ts';

/** What a branch and bound may do. */
export interface BranchLimits {
  readonly maxShipments: number;
  /** Only choices scoring less are of interest (fixed + relative unit scores). */
  readonly below: number;
  /** Steps of one candidate and item the search may take. */
  readonly maxSteps: number;
  /** A plan to take prices from; it need not score below the limit. */
  readonly start?: Choice | null;
}

/** Best choice below the limit. */
export interface BranchResult {
  readonly choice: Choice | null;
  /** Proven: no choice scores less than this (or than the limit). */
  readonly lowerBound: number;
  readonly steps: number;
  /** The score to beat at the end: of the choice found, or the limit given. */
  readonly limit: number;
}

/** Most carts are settled by a rough bound and a few nodes; only those that are not are searched by number of shipments. */
const ROUGH = { rounds: 24, nodes: 60 };
const FINE_ROUNDS = 120;
/** Steps charged for looking through a pool. */
const POOL_STEPS = 200_000;
const NODE_ROUNDS = 6;

/**
 * Exact search over open sets of candidates, for carts where some location has some but not all units of an
 * item. Branches on the missing item with the fewest suppliers; each candidate is tried as in, then ruled out, so
 * every set is met once. Lagrangian bounds cut branches and, at the root, whole candidates.
 */
export class BranchAndBound {
  readonly #c: Compact;
  readonly #limits: BranchLimits;
  #use: Int32Array;
  readonly #state: Uint8Array;
  readonly #lagrange: Lagrange;
  readonly #open: number[] = [];
  readonly #left: Int32Array;
  #best: Choice | null = null;
  #below: number;
  /** Shipments a plan may have in the present part of the search. */
  #most: number;
  #nodes = 0;
  #stopAt = 0;
  /** Least bound of a branch that was left unexplored. */
  #unexplored = Infinity;

  /** @param candidates those that take part. */
  constructor(c: Compact, candidates: readonly number[], limits: BranchLimits) {
    this.#c = c;
    this.#limits = limits;
    this.#below = limits.below;
    this.#most = limits.maxShipments;
    this.#use = undominated(c, candidates, limits.maxShipments);
    this.#state = new Uint8Array(c.n).fill(OUT);
    for (const k of this.#use) this.#state[k] = FREE;
    this.#left = Int32Array.from(c.need);
    this.#lagrange = new Lagrange(c, this.#use, limits.maxShipments, limits.maxSteps);
    if (limits.start) this.#lagrange.startFrom(limits.start);
  }

  /** A bound without a search, and the plan its prices suggest. */
  priced(): BranchResult {
    const root = this.#lagrange.bound(this.#state, 2 * ROUGH.rounds, this.#below);
    if (root < this.#below) this.#tryPrices();
    return {
      choice: this.#best,
      lowerBound: Math.min(root, this.#below),
      steps: this.#lagrange.steps,
      limit: this.#below,
    };
  }

  run(): BranchResult {
    const root = this.#lagrange.bound(this.#state, ROUGH.rounds, this.#below);
    let proven = Infinity;
    if (root < this.#below) {
      this.#fixAtRoot(root);
      // Not worth a node where a few of them would use up most of the effort.
      const nodeSteps = NODE_ROUNDS * this.#use.length * Math.sqrt(this.#c.q);
      this.#stopAt = Math.min(ROUGH.nodes, this.#limits.maxSteps / (8 * nodeSteps));
      this.#visit(0, root);
      if (this.#unexplored < Infinity) proven = this.#byShipments(root);
    }
    return {
      choice: this.#best,
      lowerBound: Math.min(proven, this.#below),
      steps: this.#lagrange.steps,
      limit: this.#below,
    };
  }

  /**
   * Searches plans of one, two, three ... shipments apart: half a shipment more is cheap to a bound and impossible to a
   * plan. Returns what everything left unexplored scores at least.
   */
  #byShipments(root: number): number {
    const use = this.#use;
    this.#stopAt = Infinity;
    let proven = Infinity;
    // The least bound first: there the best plan is likely to be, and what is proven rises with it.
    for (const part of this.#parts(root).sort((a, b) => a.bound - b.bound)) {
      if (part.bound >= this.#below) break;
      if (this.#spent) return Math.min(proven, part.bound);
      this.#restart(use, part.shipments);
      this.#lagrange.price.set(part.price);
      const bound = Math.max(part.bound, this.#lagrange.bound(this.#state, FINE_ROUNDS, this.#below));
      if (!(bound < this.#below)) continue;
      this.#tryPrices();
      this.#fixAtRoot(bound);
      this.#unexplored = Infinity;
      this.#visit(0, bound);
      proven = Math.min(proven, this.#unexplored);
    }
    return proven;
  }

  /** Bounds of the plans of every number of shipments, with the prices that prove them. */
  #parts(root: number): { shipments: number; bound: number; price: Float64Array }[] {
    const use = this.#use;
    const parts = [];
    for (let shipments = 1; shipments <= this.#limits.maxShipments; shipments++) {
      this.#restart(use, shipments);
      const bound = this.#spent ? root : this.#lagrange.bound(this.#state, ROUGH.rounds, this.#below);
      parts.push({ shipments, bound: Math.max(root, bound), price: this.#lagrange.price.slice() });
    }
    return parts;
  }

  /** Frees all candidates that may still be of use, for plans of exactly so many shipments. */
  #restart(use: Int32Array, shipments: number): void {
    for (const k of use) this.#state[k] = FREE;
    this.#use = use;
    this.#most = shipments;
    this.#lagrange.restrict(use);
    this.#lagrange.exactly(shipments);
  }

  /** Looks for a plan among the candidates that pay best at the present prices. */
  #tryPrices(): void {
    this.#lagrange.settle(this.#state);
    const { reduced } = this.#lagrange;
    const ordered = [...this.#use].sort((a, b) => reduced[a]! - reduced[b]!);
    const choice = choiceFromPool(this.#c, ordered, this.#limits.maxShipments, 8);
    this.#lagrange.steps += POOL_STEPS;
    if (!choice || choice.score >= this.#below - 1e-9) return;
    this.#below = choice.score;
    this.#best = choice;
  }

  /** Candidates whose opening alone would lift the bound to the limit are in no better plan. */
  #fixAtRoot(root: number): void {
    const bound = this.#lagrange.settle(this.#state);
    const { reduced, lastOpened } = this.#lagrange;
    for (const k of this.#use) {
      if (Math.max(root, bound + Math.max(0, reduced[k]! - lastOpened)) >= this.#below) this.#state[k] = OUT;
    }
    this.#use = this.#use.filter((k) => this.#state[k] === FREE);
    this.#lagrange.restrict(this.#use);
  }

  /** Whether the search has used up what it may. */
  get #spent(): boolean {
    return this.#nodes >= this.#stopAt || this.#lagrange.steps >= this.#limits.maxSteps;
  }

  #visit(fixed: number, bound: number): void {
    this.#nodes++;
    if (this.#spent) {
      this.#unexplored = Math.min(this.#unexplored, bound);
      return;
    }
    const item = this.#scarcest();
    if (item === COVERED) this.#evaluate(fixed);
    if (item === HOPELESS || this.#open.length >= this.#most) return;
    const use = this.#use;
    this.#narrow();
    const suppliers = this.#suppliers(item);
    const tried: number[] = [];
    for (const k of suppliers) {
      const value = fixed + this.#c.fixed[k]!;
      const twins = value < this.#below ? this.#enter(k) : null;
      if (twins) {
        const child = Math.max(bound, this.#lagrange.bound(this.#state, NODE_ROUNDS, this.#below));
        if (child < this.#below) this.#visit(value, child);
        this.#leave(k, twins);
      }
      this.#state[k] = OUT;
      tried.push(k);
      if (this.#spent) {
        this.#unexplored = Math.min(this.#unexplored, bound);
        break;
      }
    }
    for (const k of tried) this.#state[k] = FREE;
    this.#use = use;
    this.#lagrange.restrict(use);
  }

  /** Leaves out, below this node, what is open no more and candidates whose opening would lift the bound to the limit. */
  #narrow(): void {
    const spare = this.#below - this.#lagrange.settle(this.#state) + this.#lagrange.lastOpened;
    const { reduced } = this.#lagrange;
    this.#use = this.#use.filter(
      (k) => this.#state[k] === IN || (this.#state[k] === FREE && reduced[k]! < spare),
    );
    this.#lagrange.restrict(this.#use);
  }

  /** The missing item with the fewest free suppliers, or that nothing is missing or nobody can help. */
  #scarcest(): number {
    const c = this.#c;
    this.#lagrange.steps += this.#use.length * c.q;
    let best = COVERED;
    let fewest = Infinity;
    for (let i = 0; i < c.q; i++) {
      if (this.#left[i]! <= 0) continue;
      let count = 0;
      let units = 0;
      for (const k of this.#use) {
        if (this.#state[k] !== FREE || c.avail[k * c.q + i] === 0) continue;
        count++;
        units += c.avail[k * c.q + i]!;
      }
      if (units < this.#left[i]!) return HOPELESS;
      if (count < fewest) {
        fewest = count;
        best = i;
      }
    }
    return best;
  }

  /** Free candidates that can help, those that pay best at the present prices first. */
  #suppliers(item: number): number[] {
    const c = this.#c;
    const { reduced } = this.#lagrange;
    const list: number[] = [];
    for (const k of this.#use) {
      if (this.#state[k] === FREE && (item < 0 || c.avail[k * c.q + item]! > 0)) list.push(k);
    }
    return list.sort((a, b) => reduced[a]! - reduced[b]!);
  }

  /** Opens a candidate; returns its location's other candidates, now ruled out. */
  #enter(k: number): number[] {
    const c = this.#c;
    this.#open.push(k);
    this.#state[k] = IN;
    for (let i = 0; i < c.q; i++) this.#left[i]! -= c.avail[k * c.q + i]!;
    const twins: number[] = [];
    for (const t of this.#use) {
      if (this.#state[t] !== FREE || c.location[t] !== c.location[k]) continue;
      this.#state[t] = OUT;
      twins.push(t);
    }
    return twins;
  }

  #leave(k: number, twins: readonly number[]): void {
    const c = this.#c;
    this.#open.pop();
    this.#state[k] = FREE;
    for (let i = 0; i < c.q; i++) this.#left[i]! += c.avail[k * c.q + i]!;
    for (const t of twins) this.#state[t] = FREE;
  }

  #evaluate(fixed: number): void {
    const filled = fillOpen(this.#c, this.#open);
    if (!filled || fixed + filled.score >= this.#below - 1e-9) return;
    this.#below = fixed + filled.score;
    this.#best = { members: [...this.#open], units: filled.units.map((u) => [...u]), score: this.#below };
  }
}

const COVERED = -1;
const HOPELESS = -2;
