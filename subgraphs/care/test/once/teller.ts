import type { Random } from '../../../../platform/random/random.ts';
import type { Mortal } from './mortal.ts';
import type { Step } from './story.ts';
import type { Verdict } from './verdict.ts';

/** Streams that are told of at once. */
const abreast = 50;
/** Share of events that are doubled, lost at first, or overtaken. */
const share = 0.2;
/** Longer than reports settle. */
const settledMs = 3_000;

/** One stream, with the event that is owed next. */
export interface Owed {
  readonly at: number;
  readonly orderId: string;
  readonly steps: readonly Step[];
  next: number;
}

const idOf = ({ at, next }: Owed): string => `${at}:${next}`;

type Count = { -readonly [K in 'events' | 'doubled' | 'lost' | 'reordered']: number };

/** Tells events as their owner does: again and again until each is acknowledged, the next of a stream after the last. */
export class Teller {
  readonly count: Count = { events: 0, doubled: 0, lost: 0, reordered: 0 };
  readonly #acknowledged = new Set<string>();
  readonly #told = new Map<string, { readonly orderId: string; readonly step: Step }>();
  readonly #placed = new Set<string>();
  readonly #mortal: Mortal;
  readonly #random: Random;
  readonly #verdict: Verdict;

  constructor(mortal: Mortal, random: Random, verdict: Verdict) {
    [this.#mortal, this.#random, this.#verdict] = [mortal, random, verdict];
    mortal.world.bus.subscribe('ack.others', ({ eventId }) => this.#acknowledge(String(eventId)));
  }

  #acknowledge(id: string): void {
    const told = this.#told.get(id);
    if (told === undefined || this.#acknowledged.has(id)) return;
    this.#acknowledged.add(id);
    this.count.events += 1;
    this.#verdict.known(told.orderId, told.step);
    if (told.step.due === 'ORDER_PLACED') this.#placed.add(told.orderId);
  }

  async tellAll(streams: readonly Owed[], kills: number): Promise<void> {
    const total = streams.reduce((sum, { steps }) => sum + steps.length, 0);
    let cursed = 0;
    for (let open = [...streams]; open.length > 0;) {
      if (!this.#mortal.isCursed() && cursed < kills && this.count.events >= (cursed * total) / (kills + 1)) {
        this.#mortal.curse();
        cursed += 1;
      }
      const batch = this.#batchOf(open);
      await this.#tellBatch(batch);
      open = open.filter(({ steps, next }) => next < steps.length);
    }
  }

  /** The oldest streams; with some luck each gives its place to a younger one. */
  #batchOf(open: Owed[]): Owed[] {
    for (let at = 0; at < Math.min(abreast, open.length - 1); at++) {
      if (this.#random.next() >= share) continue;
      const other = at + 1 + this.#random.int(open.length - at - 1);
      [open[at], open[other]] = [open[other]!, open[at]!];
      this.count.reordered += 1;
    }
    return open.slice(0, abreast);
  }

  async #tellBatch(batch: readonly Owed[]): Promise<void> {
    let died = false;
    const newest = new Map<Owed, Step>();
    // Some streams are told several events before anything is sent: a carrier hands in its reports in bundles.
    for (let round = 0; round < 3; round++) {
      const now = batch.filter(({ next, steps }) => next < steps.length);
      const told = round === 0 ? now : now.filter(() => this.#random.next() < 0.3);
      for (const stream of told) await this.#tellNext(stream);
      died = (await this.#mortal.settle()) || died;
      for (const stream of told) this.#take(stream, newest);
    }
    await this.#mortal.world.clock.advanceBy(settledMs);
    died = (await this.#mortal.settle()) || died;
    if (died) return;
    for (const [{ orderId }, { due }] of newest)
      if (due !== undefined && this.#placed.has(orderId)) this.#verdict.due(orderId, due);
  }

  async #tellNext(stream: Owed): Promise<void> {
    const luck = this.#random.next();
    if (luck < share) {
      this.count.lost += 1;
      return;
    }
    const step = stream.steps[stream.next];
    if (step === undefined) return;
    const { world } = this.#mortal;
    const id = idOf(stream);
    this.#told.set(id, { orderId: stream.orderId, step });
    await step.tell(world, id);
    if (luck < 1 - share) return;
    this.count.doubled += 1;
    await step.tell(world, id);
  }

  /** Goes on with a stream whose event was acknowledged. */
  #take(stream: Owed, newest: Map<Owed, Step>): void {
    const step = stream.steps[stream.next];
    if (step === undefined || !this.#acknowledged.has(idOf(stream))) return;
    stream.next += 1;
    newest.set(stream, step);
  }
}
