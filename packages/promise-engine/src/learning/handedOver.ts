import { logit } from './calibrator.ts';
import { Pledges } from './pledges.ts';
import type { Soundness } from './promisePolicy.ts';

/** Days after which what was seen weighs half: lateness is rare, and a shorter memory follows luck. */
const HALF_LIFE_DAYS = 60;
/** As many shipments as it takes to believe half of a correction (a ridge on both parameters). */
const STIFFNESS = 10;
/** Of more, only the newest teach. */
const MOST = 2_000;
const NEWTON_STEPS = 8;
const NEARLY = 1e-4;

interface Seen {
  readonly day: number;
  readonly odds: number;
  readonly late: boolean;
  readonly weight: number;
}

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
const oddsOf = (chance: number): number => logit(Math.min(1 - NEARLY, Math.max(NEARLY, chance)));

/**
 * How true the chances of shipments are that the carrier has just taken over: a shift and a slope of their log-odds, fitted
 * each night (a rising line keeps their order). Once it is known how long handling took, what remains strays in other ways
 * than what was said at the purchase. Each day that a shipment may not miss is counted once, when it has passed, with what
 * was said at the hand-over.
 */
export class HandedOver {
  readonly #pledges: Pledges;
  #seen: Seen[] = [];
  #shift = 0;
  #slope = 1;

  constructor(maxOpen: number) {
    this.#pledges = new Pledges(maxOpen);
  }

  /** The carrier has it; `predicted`: the chance said of it. */
  begin(id: string, day: number, predicted: number): void {
    this.#pledges.add(id, day, predicted);
  }

  delivered(id: string): void {
    this.#pledges.delivered(id);
  }

  /** This day is over: what was said of it has come true or not; one that is more likely lost than slow counts for less. */
  endDay(day: number, soundness: Soundness): void {
    for (const { id, predicted, delivered } of this.#pledges.takeDue(day)) {
      const weight = delivered ? 1 : soundness(id);
      if (weight !== undefined) this.#seen.push({ day, odds: oddsOf(predicted), late: !delivered, weight });
    }
    this.#seen = this.#seen.slice(-MOST);
    for (let step = 0; step < NEWTON_STEPS; step++) this.#refine(day);
  }

  /** Log-odds that are corrected. */
  correct(odds: number): number {
    return this.#shift + this.#slope * odds;
  }

  /** One Newton step of a penalised logistic regression. */
  #refine(today: number): void {
    let [shiftGap, slopeGap] = [-STIFFNESS * this.#shift, -STIFFNESS * (this.#slope - 1)];
    let [shiftBend, slopeBend, both] = [STIFFNESS, STIFFNESS, 0];
    for (const { day, odds, late, weight: sound } of this.#seen) {
      const weight = sound * 2 ** ((day - today) / HALF_LIFE_DAYS);
      const chance = logistic(this.correct(odds));
      const gap = weight * ((late ? 1 : 0) - chance);
      const bend = weight * chance * (1 - chance);
      shiftGap += gap;
      slopeGap += gap * odds;
      shiftBend += bend;
      slopeBend += bend * odds * odds;
      both += bend * odds;
    }
    const area = shiftBend * slopeBend - both * both;
    this.#shift += (shiftGap * slopeBend - slopeGap * both) / area;
    // Turned round, what is known would be lost.
    this.#slope = Math.max(0.2, this.#slope + (slopeGap * shiftBend - shiftGap * both) / area);
  }
}
