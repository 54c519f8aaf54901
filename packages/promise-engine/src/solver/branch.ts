import type { BranchLimits, BranchResult } from './branchLimits.ts';
import type { CoverTask } from './coverList.ts';
import { CoverSearch } from './coverSearch.ts';
import { undominated } from './dominance.ts';
import { fillOpen } from './fill.ts';
import { choiceFromPool } from './heuristic.ts';
import { Lagrange } from './lagrange.ts';
import type { Choice, Compact } from './problem.ts';
import { Roster } from './roster.ts';

/** Rounds of bounds: to see what is worth a search, before a long search, and at each branch. */
const ROUGH_ROUNDS = 16;
const FINE_ROUNDS = 120;
const BRANCH_ROUNDS = 6;
/** Steps charged for looking through a pool. */
const POOL_STEPS = 200_000;
/** An enumeration may take so many times the steps of the bounds that might spare it: they spare it rarely. */
const WORTH = 2;

/**
 * Exact search over open sets of candidates (Land and Doig's branch and bound, 1960), for carts where some location has
 * some but not all units of an item, or of more articles than there are tables for. Branches on the missing item with
 * the fewest suppliers; each candidate is tried as in, then ruled out, so every set is met once. Lagrangian bounds cut
 * branches and, at the root, whole candidates; below a branch that has few sets left, all are looked through.
 */
export class BranchAndBound {
  readonly #c: Compact;
  readonly #limits: BranchLimits;
  readonly #roster: Roster;
  readonly #lagrange: Lagrange;
  readonly #cover: CoverSearch;
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
    this.#roster = new Roster(c, undominated(c, candidates, limits.maxShipments, limits.extra));
    this.#lagrange = new Lagrange(c, limits.offers, this.#roster, limits.maxShipments, limits.maxSteps);
    this.#cover = new CoverSearch(c);
    if (limits.start) this.#lagrange.startFromPlan(limits.start);
    else this.#lagrange.startFromCheapest();
  }

  run(): BranchResult {
    const root = this.#lagrange.bound(ROUGH_ROUNDS, this.#below);
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
    const { use } = this.#roster;
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
      if (!this.#enumerate(part.bound, FINE_ROUNDS, BRANCH_ROUNDS)) {
        const bound = Math.max(part.bound, this.#lagrange.bound(FINE_ROUNDS, this.#below));
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
    const { use } = this.#roster;
    const parts = [];
    const price = this.#lagrange.price.slice();
    const hard: number[] = [];
    this.#restart(use, this.#limits.maxShipments);
    this.#prepare();
    for (let shipments = 1; shipments <= this.#limits.maxShipments; shipments++) {
      this.#most = shipments;
      if (!this.#enumerate(root, ROUGH_ROUNDS, 0)) hard.push(shipments);
    }
    for (const shipments of hard) {
      this.#restart(use, shipments);
      this.#lagrange.price.set(price);
      const bound = this.#spent ? root : this.#lagrange.bound(ROUGH_ROUNDS, this.#below);
      parts.push({ shipments, bound: Math.max(root, bound), price: this.#lagrange.price.slice() });
    }
    return parts;
  }

  /** Frees all candidates that may still be of use, for plans of exactly so many shipments. */
  #restart(use: Int32Array, shipments: number): void {
    this.#roster.use = use;
    this.#most = shipments;
    this.#lagrange.exactly(shipments);
  }

  /** Looks for a plan among the candidates that pay best at the present prices. */
  #tryPrices(): void {
    this.#lagrange.settle();
    const { reduced } = this.#lagrange;
    const ordered = [...this.#roster.use].sort((a, b) => reduced[a]! - reduced[b]!);
    const choice = choiceFromPool(this.#c, ordered, this.#limits.maxShipments, 8);
    this.#lagrange.steps += POOL_STEPS;
    if (choice) this.#take(choice);
  }

  #take(choice: Choice): void {
    const score = choice.score + this.#lateness(choice.members);
    if (score >= this.#below - 1e-9) return;
    this.#below = score;
    this.#best = choice;
  }

  /** What the latest of some candidates adds. */
  #lateness(members: readonly number[]): number {
    let most = 0;
    for (const k of members) most = Math.max(most, this.#limits.extra[k]!);
    return most;
  }

  /** Candidates whose opening alone would lift the bound to the limit are in no better plan. */
  #fixAtRoot(root: number): void {
    const bound = this.#lagrange.settle();
    const { reduced, lastOpened } = this.#lagrange;
    const { extra } = this.#limits;
    this.#roster.keep((k) => {
      const opened = Math.max(root, bound + Math.max(0, reduced[k]! - lastOpened));
      return opened + extra[k]! < this.#below;
    });
  }

  /** Whether the search has used up what it may. */
  get #spent(): boolean {
    return this.#steps >= this.#limits.maxSteps;
  }

  /** What is to be searched below the present node, at the present prices. */
  #task(): CoverTask {
    const { reduced, ground } = this.#lagrange;
    const { extra } = this.#limits;
    const { open, use } = this.#roster;
    const slots = this.#most - open.length;
    return { open, use, reduced, extra, base: ground, slots, below: this.#below };
  }

  #prepare(): void {
    this.#lagrange.settle();
    this.#cover.prepare({ ...this.#task(), use: this.#roster.free() });
  }

  /**
   * Looks through all plans below the present node; false when that would take longer than the bounds that may spare it.
   * @param rounds of bounds at the node and, as far as it would branch, at each of its branches.
   */
  #enumerate(bound: number, rounds: number, roundsPerBranch: number): boolean {
    const task = this.#task();
    const sets = this.#cover.begin(task);
    if (task.slots > 2) {
      const branches = sets ** (1 / (task.slots - 1));
      const bounds = (rounds + roundsPerBranch * branches) * this.#lagrange.stepsPerRound;
      if (sets * this.#cover.stepsPerSet > WORTH * bounds) return false;
    }
    if (sets > 0 && !this.#cover.run(task, this.#limits.maxSteps - this.#lagrange.steps))
      this.#unexplored = Math.min(this.#unexplored, bound);
    this.#takeFound();
    return true;
  }

  /** Takes over what the last enumeration found. */
  #takeFound(): void {
    const { best } = this.#cover;
    const filled = best && fillOpen(this.#c, best);
    if (!filled) return;
    const units = filled.units.map((u) => [...u]);
    const score = best.reduce((sum, k) => sum + this.#c.fixed[k]!, filled.score);
    this.#take({ members: best, units, score });
  }

  #visit(bound: number): void {
    if (this.#spent) {
      this.#unexplored = Math.min(this.#unexplored, bound);
      return;
    }
    const { use } = this.#roster;
    this.#narrow();
    this.#prepare();
    if (!this.#enumerate(bound, 0, BRANCH_ROUNDS)) {
      const tried: number[] = [];
      for (const k of this.#cover.suppliers(this.#most - this.#roster.open.length)) {
        const twins = this.#roster.enter(k);
        const late = this.#lateness(this.#roster.open);
        const priced = this.#lagrange.bound(BRANCH_ROUNDS, this.#below - late);
        const child = Math.max(bound, priced + late);
        if (child < this.#below) this.#visit(child);
        this.#roster.leave(k, twins);
        tried.push(k);
        if (this.#spent) {
          this.#unexplored = Math.min(this.#unexplored, bound);
          break;
        }
      }
      this.#roster.readmit(tried);
    }
    this.#roster.use = use;
  }

  /** Leaves out, below this node, what is open no more and candidates whose opening would lift the bound to the limit. */
  #narrow(): void {
    const spare = this.#below - this.#lagrange.settle() + this.#lagrange.lastOpened;
    const { reduced } = this.#lagrange;
    const { extra } = this.#limits;
    const late = this.#lateness(this.#roster.open);
    this.#roster.keep((k) => reduced[k]! + Math.max(late, extra[k]!) < spare);
  }
}
