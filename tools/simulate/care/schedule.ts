/** What is to be done at a moment; ties in the order in which they were asked for. */
export interface Schedule {
  at(atMs: number, task: (atMs: number) => void): void;
}

interface Entry {
  readonly atMs: number;
  readonly order: number;
  readonly task: (atMs: number) => void;
}

const isBefore = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

/** A binary heap of tasks by time. What is asked for in the past is done now. */
export class TaskQueue implements Schedule {
  readonly #heap: Entry[] = [];
  #order = 0;
  #nowMs = -Infinity;

  at(atMs: number, task: (atMs: number) => void): void {
    this.#heap.push({ atMs: Math.max(atMs, this.#nowMs), order: this.#order++, task });
    for (let child = this.#heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.#swapUnlessBefore(parent, child)) return;
      child = parent;
    }
  }

  /** Does everything up to a moment, that included, in the order of time. */
  runUntil(endMs: number): void {
    for (let first = this.#heap[0]; first !== undefined && first.atMs <= endMs; first = this.#heap[0]) {
      this.#removeFirst();
      this.#nowMs = first.atMs;
      first.task(first.atMs);
    }
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    for (let parent = 0; ;) {
      let child = 2 * parent + 1;
      const [left, right] = [this.#heap[child], this.#heap[child + 1]];
      if (left === undefined) return;
      if (right !== undefined && isBefore(right, left)) child += 1;
      if (!this.#swapUnlessBefore(parent, child)) return;
      parent = child;
    }
  }

  /** Whether they had to change places. */
  #swapUnlessBefore(parent: number, child: number): boolean {
    const [upper, lower] = [this.#heap[parent], this.#heap[child]];
    if (upper === undefined || lower === undefined || !isBefore(lower, upper)) return false;
    this.#heap[parent] = lower;
    this.#heap[child] = upper;
    return true;
  }
}
