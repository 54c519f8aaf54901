import { CoverSearch, type CoverTask } from './coverSearch.ts';
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
  /** Prices to start from: of a known plan, or those of a search over more candidates. */
  readonly start?: Choice | Float64Array | null;
  /** Whether candidates must stay that come sooner than what is better otherwise. */
  readonly inTime?: boolean;
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

const ROUGH_ROUNDS = 24;
const WARM_ROUNDS = 8;
const FINE_ROUNDS = 120;
/** Steps charged for looking through a pool. */
const POOL_STEPS = 200_000;
const NODE_ROUNDS = 6;
/** So many sets are intersected faster than a bound is worked out. */
const FEWEST_SETS = 1_000;
const FEW_SETS = 20_000;

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
  readonly #cover: CoverSearch;
  readonly #open: number[] = [];
  #best: Choice | null = null;
  #below: number;
  /** Shipments a plan may have in the present part of the search. */
  #most: number;
  /** Least bound of a branch that was left unexplored. */
  #unexplored = Infinity;

  /** @param candidates those that take part. */
  constructor(c: Compact, candidates: Int32Array, limits: BranchLimits) {
    this.#c = c;
    this.#limits = limits;
    this.#below = limits.below;
    this.#most = limits.maxShipments;
    this.#use = undominated(c, candidates, limits.maxShipments, limits.inTime === true);
    this.#state = new Uint8Array(c.n).fill(OUT);
    for (const k of this.#use) this.#state[k] = FREE;
    this.#lagrange = new Lagrange(c, this.#use, limits.maxShipments, limits.maxSteps);
    this.#cover = new CoverSearch(c);
    if (limits.start instanceof Float64Array) this.#lagrange.price.set(limits.start);
    else if (limits.start) this.#lagrange.startFrom(limits.start);
  }

  /** A bound without a search, and the plan its prices suggest. */
  priced(): BranchResult {
    const root = this.#lagrange.bound(this.#state, 2 * ROUGH_ROUNDS, this.#below);
    if (root < this.#below) this.#tryPrices();
    return {
      choice: this.#best,
      lowerBound: Math.min(root, this.#below),
      steps: this.#lagrange.steps,
      limit: this.#below,
    };
  }

  /** The present prices. */
  get prices(): Float64Array {
    return this.#lagrange.price;
  }

  /**
   * Candidates that could be in a plan scoring below a limit.
   * @param extra by candidate: what every plan with it scores more than the bound knows of.
   */
  useful(limit: number, extra: (k: number) => number): Int32Array {
    const bound = this.#lagrange.settle(this.#state);
    const { reduced, lastOpened } = this.#lagrange;
    return this.#use.filter((k) => bound + Math.max(0, reduced[k]! - lastOpened) + extra(k) < limit);
  }

  run(): BranchResult {
    const rounds = this.#limits.start instanceof Float64Array ? WARM_ROUNDS : ROUGH_ROUNDS;
    const root = this.#lagrange.bound(this.#state, rounds, this.#below);
    let proven = Infinity;
    if (root < this.#below) {
      this.#fixAtRoot(root);
      proven = this.#byShipments(root);
    }
    return {
      choice: this.#best,
      lowerBound: Math.min(proven, this.#below),
      steps: this.#steps,
      limit: this.#below,
    };
  }

  get #steps(): number {
    return this.#lagrange.steps + this.#cover.steps;
  }

  /**
   * Searches plans of one, two, three ... shipments apart: half a shipment more is cheap to a bound and impossible to a
   * plan. Returns what everything left unexplored scores at least.
   */
  #byShipments(root: number): number {
    const use = this.#use;
    const parts = this.#parts(root).sort((a, b) => a.bound - b.bound);
    let proven = this.#unexplored;
    // The least bound first: there the best plan is likely to be, and what is proven rises with it.
    for (const part of parts) {
      if (part.bound >= this.#below) break;
      if (this.#spent) return Math.min(proven, part.bound);
      this.#unexplored = Infinity;
      this.#restart(use, part.shipments);
      this.#lagrange.price.set(part.price);
      this.#fixAtRoot(part.bound);
      this.#prepare();
      if (!this.#enumerate(part.bound, FEW_SETS)) {
        const bound = Math.max(part.bound, this.#lagrange.bound(this.#state, FINE_ROUNDS, this.#below));
        if (!(bound < this.#below)) continue;
        this.#tryPrices();
        this.#fixAtRoot(bound);
        this.#visit(bound);
      }
      proven = Math.min(proven, this.#unexplored);
    }
    return proven;
  }

  /** Searches what is quickly searched; bounds of the plans of all other numbers of shipments, with their prices. */
  #parts(root: number): { shipments: number; bound: number; price: Float64Array }[] {
    const use = this.#use;
    const parts = [];
    const price = this.#lagrange.price.slice();
    const hard: number[] = [];
    this.#restart(use, this.#limits.maxShipments);
    this.#prepare();
    for (let shipments = 1; shipments <= this.#limits.maxShipments; shipments++) {
      this.#most = shipments;
      if (!this.#enumerate(root, FEWEST_SETS)) hard.push(shipments);
    }
    for (const shipments of hard) {
      this.#restart(use, shipments);
      this.#lagrange.price.set(price);
      const bound = this.#spent ? root : this.#lagrange.bound(this.#state, ROUGH_ROUNDS, this.#below);
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
    return this.#steps >= this.#limits.maxSteps;
  }

  /** What is to be searched below the present node, at the present prices. */
  #task(): CoverTask {
    const { reduced, ground } = this.#lagrange;
    const slots = this.#most - this.#open.length;
    return { open: this.#open, use: this.#use, reduced, base: ground, slots, below: this.#below };
  }

  #prepare(): void {
    this.#lagrange.settle(this.#state);
    this.#cover.prepare({ ...this.#task(), use: this.#use.filter((k) => this.#state[k] === FREE) });
  }

  /** Looks through all plans below the present node if they are few; false when there are too many. */
  #enumerate(bound: number, few: number): boolean {
    const task = this.#task();
    const sets = this.#cover.begin(task);
    if (task.slots > 2 && sets > few) return false;
    if (sets > 0 && !this.#cover.run(task, this.#limits.maxSteps - this.#lagrange.steps))
      this.#unexplored = Math.min(this.#unexplored, bound);
    const { best, below } = this.#cover;
    if (best) {
      this.#below = below;
      const units = fillOpen(this.#c, best)!.units.map((u) => [...u]);
      this.#best = { members: best, units, score: below };
    }
    return true;
  }

  #visit(bound: number): void {
    if (this.#spent) {
      this.#unexplored = Math.min(this.#unexplored, bound);
      return;
    }
    const use = this.#use;
    this.#narrow();
    this.#prepare();
    if (!this.#enumerate(bound, FEW_SETS)) {
      const tried: number[] = [];
      for (const k of this.#cover.suppliers(this.#most - this.#open.length)) {
        const twins = this.#enter(k);
        const child = Math.max(bound, this.#lagrange.bound(this.#state, NODE_ROUNDS, this.#below));
        if (child < this.#below) this.#visit(child);
        this.#leave(k, twins);
        this.#state[k] = OUT;
        tried.push(k);
        if (this.#spent) {
          this.#unexplored = Math.min(this.#unexplored, bound);
          break;
        }
      }
      for (const k of tried) this.#state[k] = FREE;
    }
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

  /** Opens a candidate; returns its location's other candidates, now ruled out. */
  #enter(k: number): number[] {
    const c = this.#c;
    this.#open.push(k);
    this.#state[k] = IN;
    const twins: number[] = [];
    for (const t of this.#use) {
      if (this.#state[t] !== FREE || c.location[t] !== c.location[k]) continue;
      this.#state[t] = OUT;
      twins.push(t);
    }
    return twins;
  }

  #leave(k: number, twins: readonly number[]): void {
    this.#open.pop();
    this.#state[k] = FREE;
    for (const t of twins) this.#state[t] = FREE;
  }
}
