import { live, lifeOf, type Life } from './life.ts';

/** A life that broke an invariant, shortened as far as it still breaks one. */
export interface Violation {
  /** `--seed` with `--lives 1` lives it again. */
  readonly seed: number;
  readonly faults: readonly string[];
  readonly life: Life;
  /** Its events, one a line. */
  readonly log: readonly string[];
}

export interface LivesResult {
  readonly lives: number;
  readonly events: number;
  readonly violations: readonly Violation[];
}

/** Leaves out every step without which the life still breaks an invariant. */
export function shrunk(life: Life, breaks = (each: Life): boolean => live(each).faults.length > 0): Life {
  let { steps } = life;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < steps.length;) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)];
      if (breaks({ ...life, steps: fewer })) steps = fewer;
      else at += size;
    }
  return { ...life, steps };
}

/** Lives many lives; stops after some violations, which are rarely of different kinds. */
export function runLives(lives: number, seed: number, mostViolations = 5): LivesResult {
  const violations: Violation[] = [];
  let [events, done] = [0, 0];
  for (let at = 0; at < lives && violations.length < mostViolations; at++) {
    const life = lifeOf(seed + at);
    const outcome = live(life);
    events += outcome.events;
    done += 1;
    if (outcome.faults.length === 0) continue;
    const short = shrunk(life);
    const { faults, log } = live(short);
    violations.push({
      seed: seed + at,
      faults,
      life: short,
      log: log.map(({ type, data }) => `${type} ${JSON.stringify(data)}`),
    });
  }
  return { lives: done, events, violations };
}
