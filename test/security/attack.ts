import type { Target } from './target.ts';

/**
 * One attack on the started application. Every file of `cases/` exports a list of them as `attacks`; the battery runs
 * them one after the other and looks after each of them whether the application still answers everybody else.
 */
export interface Attack {
  /** What is tried, in a few words; unique. */
  readonly name: string;
  /** The kind of fault it belongs to, such as `prototype pollution`. */
  readonly kind: string;
  /** True: also in the short form that `npm test` runs. @default false */
  readonly short?: boolean;
  /** Longest time the attack may take, milliseconds. @default 60_000 */
  readonly patienceMs?: number;
  /** Resolves when the attack was refused; throws an error that says what fell. */
  readonly run: (target: Target) => Promise<void>;
}

/** What became of an attack. */
export interface Outcome {
  readonly name: string;
  readonly kind: string;
  readonly outcome: 'refused' | 'failed';
  /** What fell. */
  readonly reason?: string;
  readonly durationMs: number;
}

/** The result of a battery, as `--json` writes it. */
export interface BatteryResult {
  readonly refused: number;
  readonly failed: number;
  readonly cases: readonly Outcome[];
}

/** Fails an attack with what fell. */
export function expectThat(holds: boolean, whatFell: string): asserts holds {
  if (!holds) throw new Error(whatFell);
}
