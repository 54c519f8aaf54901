import { CoverBits } from './coverBits.ts';
import { CoverList, type CoverTask } from './coverList.ts';
import { costOf } from './fill.ts';
import type { Compact } from './problem.ts';

/**
 * Looks through all ways to open exactly so many more candidates, depth first. Some member must bring at least an even
 * share of every item that is missing; the item fewest can help with is branched on (as in Knuth, The Art of Computer
 * Programming 4B, 7.2.2.1), and the last member is found by intersecting sets of 32 candidates at a time. Candidates
 * are in order of reduced score at given prices, so what can still score below the limit is a prefix of the list
 * (reduced-cost enumeration, as in Caprara, Toth, Fischetti: Algorithms for the Set Covering Problem, 2000).
 */
export class CoverSearch {
  readonly #c: Compact;
  readonly #sets = new CoverBits();
  readonly #list: CoverList;
  /** By depth: who may still join, and what is missing. */
  #allowed = new Int32Array(0);
  #left = new Int32Array(0);
  /** The sets that the last member must be in. */
  #missing = new Int32Array(0);
  readonly #members: number[] = [];
  /** What the lateness of those that are open adds. */
  #late = 0;
  #stopAt = 0;
  /** Steps of one candidate and item taken so far. */
  steps = 0;
  /** The members of the best plan found by the last search, and its score. */
  best: number[] | null = null;
  below = 0;

  constructor(c: Compact) {
    this.#c = c;
    this.#list = new CoverList(c);
  }

  /** Lists the candidates that the searches begun next are among: those in plans of at most so many more members. */
  prepare(task: CoverTask): void {
    this.#list.fill(task);
    this.#sets.fill(this.#c, this.#list.candidate, this.#list.count);
  }

  /** Begins a search among those prepared; returns about how many sets of candidates it would intersect: 0 when there is no such plan. */
  begin(task: CoverTask): number {
    this.#start(task);
    const end = this.#list.prefix(this.below - task.base - this.#late - this.#list.least[task.slots - 1]!);
    const item = this.#scarcest(0, task.slots, end);
    if (item === HOPELESS || end === 0) return 0;
    return (item === COVERED ? end : this.#fewest) ** (task.slots - 1);
  }

  /** About what one set of candidates takes to intersect with others. */
  get stepsPerSet(): number {
    return 4 + ((this.#list.count * 3) >> 5);
  }

  /** Searches what was begun; false when it ran out of steps before the end. */
  run(task: CoverTask, stopAt: number): boolean {
    this.#stopAt = stopAt;
    this.#visit(0, task.slots, task.base, this.#late);
    return this.steps < this.#stopAt;
  }

  #start({ open, extra, slots, below }: CoverTask): void {
    const c = this.#c;
    const { items, words } = this.#sets;
    if (this.#allowed.length < (slots + 1) * words) this.#allowed = new Int32Array((slots + 1) * words);
    if (this.#left.length < (slots + 1) * items) this.#left = new Int32Array((slots + 1) * items);
    if (this.#missing.length < items) this.#missing = new Int32Array(items);
    this.#allowed.fill(-1, 0, words);
    if (this.#list.count & 31) this.#allowed[words - 1] = (1 << (this.#list.count & 31)) - 1;
    for (let i = 0; i < items; i++) this.#left[i] = i < c.q ? c.need[i]! : c.total;
    this.#members.length = 0;
    this.#late = 0;
    for (const k of open) {
      this.#closeTwins(k);
      this.#members.push(k);
      this.#late = Math.max(this.#late, extra[k]!);
      let all = 0;
      for (let i = 0; i < items; i++) {
        const units = i < c.q ? c.avail[k * c.q + i]! : Math.min(all, c.cap[k]!);
        all += units;
        this.#left[i]! -= units;
      }
    }
    this.below = below;
    this.best = null;
  }

  /** Rules out what else the location of an open candidate could send. */
  #closeTwins(k: number): void {
    const { location } = this.#c;
    for (let p = 0; p < this.#list.count; p++) {
      if (location[this.#list.candidate[p]!] === location[k]) this.#allowed[p >> 5]! &= ~(1 << (p & 31));
    }
  }

  /** Candidates of which one is in every plan of the search prepared, in order of reduced score. */
  suppliers(slots: number): number[] {
    const { bits } = this.#sets;
    const item = this.#scarcest(0, slots, this.#list.count);
    const share = item === COVERED ? -1 : this.#sets.atLeast(item, this.#share(0, item, slots));
    const list: number[] = [];
    for (let p = 0; item !== HOPELESS && p < this.#list.count; p++) {
      if (share < 0 || (bits[share + (p >> 5)]! >> (p & 31)) & 1) list.push(this.#list.candidate[p]!);
    }
    return list;
  }

  /** @param sum the base and the reduced scores of those that joined. @param late what the latest of them adds. */
  #visit(depth: number, slots: number, sum: number, late: number): void {
    const others = this.#list.least[slots - 1]!;
    const end = this.#list.prefix(this.below - sum - late - others);
    if (end === 0 || this.steps >= this.#stopAt) return;
    if (slots === 1) return this.#last(depth, sum, late, end);
    const item = this.#scarcest(depth, slots, end);
    if (item === HOPELESS) return;
    const { words, bits } = this.#sets;
    const share = item === COVERED ? -1 : this.#sets.atLeast(item, this.#share(depth, item, slots));
    const from = depth * words;
    for (let w = 0; w << 5 < end; w++) {
      let word = this.#allowed[from + w]! & (share < 0 ? -1 : bits[share + w]!);
      for (; word !== 0; word &= word - 1) {
        const p = (w << 5) + 31 - Math.clz32(word & -word);
        const score = sum + this.#list.score[p]!;
        // Those that follow add no less.
        if (score + others + late >= this.below) return;
        const later = Math.max(late, this.#list.extra[p]!);
        if (score + others + later < this.below) {
          this.#join(depth, p);
          this.#visit(depth + 1, slots - 1, score, later);
          this.#members.pop();
        }
        this.#allowed[from + w]! &= ~(1 << (p & 31));
      }
    }
  }

  #share(depth: number, item: number, slots: number): number {
    const left = this.#left[depth * this.#sets.items + item]!;
    return slots === 1 ? left : Math.ceil(left / slots);
  }

  #fewest = 0;

  /** The missing item that the fewest of the first `end` can bring an even share of. */
  #scarcest(depth: number, slots: number, end: number): number {
    const { items, words, bits } = this.#sets;
    const from = depth * words;
    const used = (end + 31) >> 5;
    let best = COVERED;
    let fewest = Infinity;
    for (let i = 0; i < items; i++) {
      if (this.#left[depth * items + i]! <= 0) continue;
      const set = this.#sets.atLeast(i, this.#share(depth, i, slots));
      let count = 0;
      for (let w = 0; w < used && count < fewest; w++)
        count += ones(this.#allowed[from + w]! & bits[set + w]!);
      this.steps += used;
      if (count >= fewest) continue;
      fewest = count;
      best = i;
      if (count === 0) return HOPELESS;
    }
    this.#fewest = fewest;
    return best;
  }

  #join(depth: number, p: number): void {
    const { items, words, has } = this.#sets;
    const allowed = this.#allowed;
    const from = depth * words;
    for (let w = 0; w < words; w++) allowed[from + words + w] = allowed[from + w]!;
    for (let t = p; ;) {
      allowed[from + words + (t >> 5)]! &= ~(1 << (t & 31));
      t = this.#list.twin[t]!;
      if (t === p) break;
    }
    const at = depth * items;
    for (let i = 0; i < items; i++) this.#left[at + items + i] = this.#left[at + i]! - has[p * items + i]!;
    this.#members.push(this.#list.candidate[p]!);
  }

  /** Everyone who has all that is missing, as the last to join. */
  #last(depth: number, sum: number, late: number, end: number): void {
    const { items, words, bits } = this.#sets;
    const sets = this.#missing;
    let missing = 0;
    for (let i = 0; i < items; i++) {
      const left = this.#left[depth * items + i]!;
      if (left > 0) sets[missing++] = this.#sets.atLeast(i, left);
    }
    this.steps += 4 + ((end * 3) >> 5);
    for (let w = 0; w << 5 < end; w++) {
      let word = this.#allowed[depth * words + w]!;
      for (let n = 0; n < missing && word !== 0; n++) word &= bits[sets[n]! + w]!;
      for (; word !== 0; word &= word - 1) {
        const p = (w << 5) + 31 - Math.clz32(word & -word);
        const score = sum + this.#list.score[p]!;
        if (score + late >= this.below) return;
        const later = Math.max(late, this.#list.extra[p]!);
        if (score + later < this.below) this.#evaluate(this.#list.candidate[p]!, later);
      }
    }
  }

  #evaluate(k: number, late: number): void {
    const c = this.#c;
    this.#members.push(k);
    this.steps += c.q * this.#members.length;
    const score = late + costOf(c, this.#members, this.below - late);
    if (score < this.below - 1e-9) {
      this.below = score;
      this.best = [...this.#members];
    }
    this.#members.pop();
  }
}

const COVERED = -1;
const HOPELESS = -2;

/** Bits set in a word (Knuth, The Art of Computer Programming 4A, 7.1.3). */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
