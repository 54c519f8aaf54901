import { NO_GROUP } from './facts.ts';
import { GroupMeans } from './groupMeans.ts';
import type { EffectOptions, GroupMeansState } from './groupMeans.ts';

export interface AdditiveState {
  readonly base: number;
  readonly heard: number;
  readonly day: number;
  readonly families: readonly GroupMeansState[];
}

/** A residual beyond this (in logarithms: a factor of 4.5) is an accident, not a lesson about the mean. */
const CLIP = 1.5;
/** Days after which an observation weighs half in the base: longer than any week or holiday can sway. */
const BASE_HALF_LIFE = 40;
/** Observations the base remembers at most: where many arrive, it follows a change within days. */
const BASE_MEMORY = 800;
/** Observations the given starting base counts for. */
const BASE_PRIOR = 5;

/**
 * Log duration as a base plus one effect per family of groups (lane, area, seller, weekday ...), each shrunk when
 * thin: a new lane answers with its area, a new area with its distance. Fitted online, one observation at a time.
 */
export class AdditiveModel {
  #base: number;
  /** Observations behind the base, each weighing less with age. */
  #heard: number;
  #day: number;
  readonly #families: readonly GroupMeans[];

  constructor(base: number, effects: readonly EffectOptions[], state?: AdditiveState) {
    this.#base = state?.base ?? base;
    this.#heard = state?.heard ?? 0;
    this.#day = state?.day ?? 0;
    this.#families = effects.map((options, at) => new GroupMeans(options, state?.families[at]));
  }

  /** Groups held over all families. */
  get size(): number {
    return this.#families.reduce((sum, family) => sum + family.size, 0);
  }

  /** Expected value; `groups` names this case's group in each family. */
  predict(groups: readonly string[]): number {
    let value = this.#base;
    for (let at = 0; at < this.#families.length; at++) {
      if (groups[at] !== NO_GROUP) value += this.#families[at]!.offset(groups[at]!);
    }
    return value;
  }

  learn(groups: readonly string[], observed: number, day: number): void {
    const residual = Math.max(-CLIP, Math.min(CLIP, observed - this.predict(groups)));
    this.#heard = this.#heard * 2 ** (-Math.max(0, day - this.#day) / BASE_HALF_LIFE) + 1;
    this.#day = Math.max(this.#day, day);
    this.#base += residual / Math.min(this.#heard + BASE_PRIOR, BASE_MEMORY);
    for (let at = 0; at < this.#families.length; at++) {
      if (groups[at] !== NO_GROUP) this.#families[at]!.learn(groups[at]!, residual, day);
    }
  }

  toJSON(): AdditiveState {
    return {
      base: this.#base,
      heard: this.#heard,
      day: this.#day,
      families: this.#families.map((family) => family.toJSON()),
    };
  }
}
