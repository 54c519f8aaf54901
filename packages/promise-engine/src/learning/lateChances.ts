import { logit } from './calibrator.ts';
import { DAY_MS, dayOf } from './facts.ts';
import type { ShipmentFacts, WallMs } from './facts.ts';
import { HandedOver } from './handedOver.ts';
import type { LearnerOptions } from './learnerOptions.ts';
import { PromiseLearner } from './promiseLearner.ts';

/** A shipment that has not arrived yet, and the day it may not miss. */
export interface ShipmentAtRisk {
  readonly facts: ShipmentFacts;
  /** When the carrier took it over; absent before. */
  readonly handedOverAt?: WallMs;
  readonly now: WallMs;
  readonly dueDay: number;
  /** Of past shipments that were as long under way, the share that came after such a day, 0..1; absent while few are known. */
  readonly pastShare?: number | undefined;
}

/** The weight of the share of past shipments when the whole time has passed; the curve has the rest. */
const MOST = 0.65;
const NEARLY = 1e-4;

const within = (chance: number): number => Math.min(1 - NEARLY, Math.max(NEARLY, chance));

/**
 * How likely shipments under way miss the days that were promised for them. Two opinions make one chance, as a mean of their
 * log-odds: the learned curve tells shipments apart by all that is known of them, and strays where few are left of those that
 * began; counting those that were left knows nothing else, and is right on average. So counting weighs nothing in the
 * beginning and most in the end. Fed with what happens in the order in which it becomes known; holds no clock, does no I/O.
 */
export class LateChances {
  readonly #learner: PromiseLearner;
  readonly #handedOver: HandedOver;
  /** Days that shipments not handed over yet may not miss. */
  readonly #waiting = new Map<string, { readonly facts: ShipmentFacts; readonly dueDay: number }>();
  #day: number;

  constructor(options: LearnerOptions, startDay: number) {
    this.#learner = new PromiseLearner(options, startDay);
    this.#handedOver = new HandedOver(options.maxOpen);
    this.#day = startDay;
  }

  /** An order was placed; without a day it may not miss it teaches what orders take, and not how true chances are. */
  observePurchase(facts: ShipmentFacts, dueDay: number | undefined): void {
    this.advanceTo(facts.placedAt);
    this.#learner.observePurchase(facts, this.#learner.promise(facts));
    if (dueDay !== undefined) this.#waiting.set(facts.id, { facts, dueDay });
  }

  observeHandover(id: string, at: WallMs): void {
    this.advanceTo(at);
    if (!this.#learner.observeHandover(id, at)) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    // A day that has passed is missed already: that says nothing of how true chances are.
    if (waiting === undefined || waiting.dueDay < this.#day) return;
    const { facts, dueDay } = waiting;
    this.#handedOver.begin(id, dueDay, this.#learner.chanceOf(facts, at, at, dueDay));
  }

  observeDelivery(id: string, at: WallMs): void {
    this.advanceTo(at);
    this.#learner.observeDelivery(id, at);
    this.#handedOver.delivered(id);
    this.#waiting.delete(id);
  }

  /** Time passes; see {@link PromiseLearner.advanceTo}. */
  advanceTo(at: WallMs): void {
    for (const today = dayOf(at); this.#day < today; this.#day++)
      this.#handedOver.endDay(this.#day, (id) => this.#learner.soundness(id));
    this.#learner.advanceTo(at);
  }

  /** Chance that a shipment under way arrives after the end of the day it may not miss, as things stand now. Pure. */
  chanceOf({ facts, handedOverAt, now, dueDay, pastShare }: ShipmentAtRisk): number {
    const curve = this.#learner.chanceOf(facts, handedOverAt, now, dueDay);
    const until = (dueDay + 1) * DAY_MS;
    if (until <= now) return 1;
    const from = handedOverAt ?? facts.placedAt;
    const passed = Math.min(1, Math.max(0, (now - from) / (until - from)));
    const said = logit(within(curve));
    // What was learned of chances at hand-over is less and less true afterwards.
    const corrected =
      handedOverAt === undefined ? said : said + (1 - passed) * (this.#handedOver.correct(said) - said);
    const weight = pastShare === undefined ? 0 : MOST * passed;
    const odds = (1 - weight) * corrected + weight * logit(within(pastShare ?? curve));
    return 1 / (1 + Math.exp(-odds));
  }
}
