/** A promise that waits for its day. */
export interface Pledge {
  readonly id: string;
  /** Uncalibrated chance of being late at the promised day. */
  readonly predicted: number;
  /** Delivered by now (and so kept, if its day has not passed). */
  delivered: boolean;
}

export type PledgesState = readonly (readonly [number, readonly Pledge[]])[];

/** Promises not yet due, bounded: beyond it the oldest is let go. */
export class Pledges {
  readonly #max: number;
  readonly #byId = new Map<string, Pledge>();
  readonly #due = new Map<number, Pledge[]>();

  constructor(max: number, state: PledgesState = []) {
    this.#max = max;
    for (const [day, list] of state) {
      const copies = list.map((pledge) => ({ ...pledge }));
      this.#due.set(day, copies);
      for (const pledge of copies) this.#byId.set(pledge.id, pledge);
    }
  }

  add(id: string, promisedDay: number, predicted: number): void {
    const pledge: Pledge = { id, predicted, delivered: false };
    this.#byId.set(id, pledge);
    const list = this.#due.get(promisedDay);
    if (list) list.push(pledge);
    else this.#due.set(promisedDay, [pledge]);
    if (this.#byId.size > this.#max) {
      const oldest = this.#byId.keys().next();
      if (!oldest.done) this.#byId.delete(oldest.value);
    }
  }

  delivered(id: string): void {
    const pledge = this.#byId.get(id);
    if (pledge) pledge.delivered = true;
  }

  /** The promises whose day this was; they are due once. */
  takeDue(day: number): Pledge[] {
    const list = this.#due.get(day) ?? [];
    this.#due.delete(day);
    return list.filter((pledge) => this.#byId.get(pledge.id) === pledge && this.#byId.delete(pledge.id));
  }

  toJSON(): PledgesState {
    return [...this.#due].map(
      ([day, list]) => [day, list.filter((pledge) => this.#byId.get(pledge.id) === pledge)] as const,
    );
  }
}
