import type { Compact } from './problem.ts';

/** Amounts of an item that are told apart; larger needs are asked for in steps that never ask too much. */
const MAX_LEVELS = 8;

/**
 * Sets of candidates as bits, in the order of a list: for every item and amount, who has at least that much. Where capacity
 * in units binds, the units of the whole cart count as one item more, of which a candidate has what its capacity allows.
 */
export class CoverBits {
  /** Items, the whole cart included where capacity binds. */
  items = 0;
  /** Words of 32 candidates a set takes. */
  words = 0;
  bits = new Int32Array(0);
  /** By position in the list and item: units, no more than the need. */
  has = new Int32Array(0);
  #need = new Int32Array(0);
  #levels = new Int32Array(0);
  /** By item: where its sets begin. */
  #from = new Int32Array(0);

  /** Makes the sets of the first `count` candidates listed. */
  fill(c: Compact, list: Int32Array, count: number): void {
    this.#layOut(c, count);
    const { items, words, bits, has } = this;
    for (let p = 0; p < count; p++) {
      const k = list[p]!;
      let all = 0;
      for (let i = 0; i < items; i++) {
        const units = i < c.q ? c.avail[k * c.q + i]! : Math.min(all, c.cap[k]!);
        all += units;
        has[p * items + i] = units;
        if (units === 0) continue;
        const reached = this.#level(i, units);
        for (let v = 0, at = this.#from[i]! + (p >> 5); v <= reached; v++, at += words)
          bits[at]! |= 1 << (p & 31);
      }
    }
  }

  #layOut(c: Compact, count: number): void {
    const items = c.capped ? c.q + 1 : c.q;
    if (this.#need.length < items) {
      this.#need = new Int32Array(items);
      this.#levels = new Int32Array(items);
      this.#from = new Int32Array(items + 1);
    }
    this.items = items;
    this.words = (count + 31) >> 5;
    let end = 0;
    for (let i = 0; i < items; i++) {
      const need = i < c.q ? c.need[i]! : c.total;
      this.#need[i] = need;
      this.#levels[i] = Math.min(need, MAX_LEVELS);
      this.#from[i] = end;
      end += (this.#levels[i]! + 1) * this.words;
    }
    if (this.bits.length < end) this.bits = new Int32Array(end * 2);
    else this.bits.fill(0, 0, end);
    if (this.has.length < count * items) this.has = new Int32Array(count * items * 2);
  }

  /** The highest level that an amount reaches: level v stands for v parts of the need, level 0 for anything at all. */
  #level(i: number, units: number): number {
    return Math.floor((units * this.#levels[i]!) / this.#need[i]!);
  }

  /** Where the set of those begins that have at least so many units of an item (or a little less, never more). */
  atLeast(i: number, units: number): number {
    return this.#from[i]! + this.#level(i, units) * this.words;
  }
}
