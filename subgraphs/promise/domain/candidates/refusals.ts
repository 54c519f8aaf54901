import type { ReasonCode } from '../types.ts';

/** Reasons met while columns are made, as small numbers: the innermost loop counts them. */
export const COUNTED = [
  'SPLIT_LIMIT',
  'NO_STOCK_AT_STORE',
  'NOT_ENOUGH_STOCK',
  'DANGEROUS_GOODS',
  'OVERSIZE',
  'ITEM_TOO_HEAVY',
  'ITEM_TOO_LONG',
  'WINDOWS_SOLD',
  'CUT_OFF_PASSED',
  'CAPACITY_SOLD',
  'LOCATION_CLOSED',
  'TOO_LATE',
  'BEYOND_HORIZON',
  'RULE_EXCLUDED',
  'OUT_OF_RADIUS',
  'NO_SERVICE_TO_DESTINATION',
  'NO_CARRIER_PICKUP',
] as const satisfies readonly ReasonCode[];

export type CountedReason = (typeof COUNTED)[number];

const NUMBER = Object.fromEntries(COUNTED.map((code, i) => [code, i])) as Readonly<
  Record<CountedReason, number>
>;

/** A refusal of one location and service, for an explanation. Numbers are -1 where a refusal holds for all of them. */
export interface RefusalNote {
  readonly code: CountedReason;
  readonly location: number;
  readonly service: number;
  /** The collection, or the readiness, that was refused, epoch ms; NaN when it did not come to one. */
  readonly atMs: number;
  readonly ruleId: string | null;
}

/** Why candidates were refused while columns were made: a count per reason, and the rule met last. */
export class Refusals {
  readonly #counts = new Int32Array(COUNTED.length);
  readonly #notes: RefusalNote[] | null;
  ruleId: string | null = null;
  /** A search ended within its effort before it found a plan; one may exist. */
  undecided = false;

  /** @param explained whether every refusal is to be noted with its place. */
  constructor(explained: boolean) {
    this.#notes = explained ? [] : null;
  }

  /** Counts a refusal of a location (by a service); -1 stands for all. */
  add(code: CountedReason, location = -1, service = -1, atMs = NaN): void {
    this.#counts[NUMBER[code]]!++;
    if (this.#notes !== null) this.#notes.push({ code, location, service, atMs, ruleId: null });
  }

  /** Counts a refusal by a rule. */
  byRule(ruleId: string, location: number, service: number): void {
    this.#counts[NUMBER.RULE_EXCLUDED]!++;
    this.ruleId = ruleId;
    if (this.#notes !== null)
      this.#notes.push({ code: 'RULE_EXCLUDED', location, service, atMs: NaN, ruleId });
  }

  has(code: CountedReason): boolean {
    return this.#counts[NUMBER[code]]! > 0;
  }

  /** The refusals noted since the last call, each place, service and reason once. */
  takeNotes(): RefusalNote[] {
    const seen = new Map<string, RefusalNote>();
    for (const note of this.#notes?.splice(0) ?? []) {
      const key = `${note.code}|${note.location}|${note.service}`;
      if (!seen.has(key)) seen.set(key, note);
    }
    return [...seen.values()];
  }
}
