import type { Ask } from '../question/ask.ts';
import type { Scratch } from '../workspace/scratch.ts';
import type { PlannedLine } from '../model/types.ts';

/** Hands the units of a plan's shipments to the cart's lines, in their order. */
export class LineWriter {
  #ask: Ask | null = null;
  #scratch: Scratch | null = null;
  /** Units not handed out yet, line after line of the articles in turn. */
  #left = new Int32Array(16);

  /** Starts a plan. */
  begin(ask: Ask, scratch: Scratch): void {
    this.#ask = ask;
    this.#scratch = scratch;
    const { items, lines } = ask.cart;
    if (this.#left.length < lines) this.#left = new Int32Array(lines * 2);
    let n = 0;
    for (const item of items) for (const line of item.lines) this.#left[n++] = line.quantity;
  }

  /** The lines of the next shipment, from a location. @param units by article. */
  write(location: number, units: readonly number[]): PlannedLine[] {
    const { items } = this.#ask!.cart;
    const scratch = this.#scratch!;
    const left = this.#left;
    // What lies on the shelf now; the rest of a shipment waits for stock that comes in.
    const stocked = location < scratch.stamp.length && scratch.stamp[location] === scratch.generation;
    const lines: PlannedLine[] = [];
    for (let i = 0, n = 0; i < items.length; i++) {
      const { sku, lines: its } = items[i]!;
      let rest = units[i]!;
      let fromShelf = stocked ? Math.min(rest, scratch.avail[location * scratch.width + i]!) : 0;
      for (let j = 0; j < its.length; j++, n++) {
        const quantity = Math.min(rest, left[n]!);
        if (quantity === 0) continue;
        const shelf = Math.min(quantity, fromShelf);
        fromShelf -= shelf;
        left[n]! -= quantity;
        rest -= quantity;
        lines.push({ lineId: its[j]!.lineId, sku, quantity, backordered: quantity - shelf });
      }
    }
    return lines;
  }
}
