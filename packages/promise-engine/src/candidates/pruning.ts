import { Champions } from './champions.ts';
import type { MethodRun } from './methodRun.ts';
import { PlanBound } from './planBound.ts';

/**
 * All that passes candidates over for the sake of speed, behind one seam: the best columns so far and the bounds of
 * plans. It never changes an answer. Off where the network says so (see `Network.pruning`), for an explanation, which
 * shows every candidate, and where savings on single units fit no bound.
 */
export class Pruning {
  readonly champions = new Champions();
  readonly #planBound = new PlanBound();
  #on = false;

  /** Starts a method; columns already in the scratch are those of the place of collection. */
  begin(run: MethodRun, services: readonly number[]): void {
    const { ask, vectors, lanes, scratch } = run;
    this.#on = ask.pruning && ask.tracer === null && vectors.adjust === null;
    this.champions.begin(run, services, this.#on);
    if (this.#on) this.#planBound.begin(ask, lanes, services, scratch);
  }

  /** null where every candidate is wanted. */
  get bound(): PlanBound | null {
    return this.#on ? this.#planBound : null;
  }
}
