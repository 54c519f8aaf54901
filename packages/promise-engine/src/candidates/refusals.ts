import type { ReasonCode } from '../model/reasons.ts';

/**
 * Reasons met while columns are made, those that tell most first. The innermost loops pass them as these numbers:
 * looking a number up by name cost as much as the rest of passing a candidate over.
 */
export const WHY = {
  SPLIT_LIMIT: 0,
  NO_STOCK_AT_STORE: 1,
  NOT_ENOUGH_STOCK: 2,
  DANGEROUS_GOODS: 3,
  OVERSIZE: 4,
  ITEM_TOO_HEAVY: 5,
  ITEM_TOO_LONG: 6,
  WINDOWS_SOLD: 7,
  CUT_OFF_PASSED: 8,
  CAPACITY_SOLD: 9,
  LOCATION_CLOSED: 10,
  TOO_LATE: 11,
  BEYOND_HORIZON: 12,
  RULE_EXCLUDED: 13,
  OUT_OF_RADIUS: 14,
  NO_SERVICE_TO_DESTINATION: 15,
  NO_CARRIER_PICKUP: 16,
  STALE_DATA: 17,
} as const satisfies Partial<Record<ReasonCode, number>>;

export type CountedReason = keyof typeof WHY;
export type Why = (typeof WHY)[CountedReason];

/** The reasons by number. */
const REASONS = Object.keys(WHY) as readonly CountedReason[];

/** A refusal of one location and service, for an explanation. Numbers are -1 where a refusal holds for all of them. */
export interface RefusalNote {
  readonly code: CountedReason;
  readonly location: number;
  readonly service: number;
  /** The collection, or the readiness, that was refused, epoch ms; NaN when it did not come to one. */
  readonly atMs: number;
  readonly ruleId: string | null;
}

/** Why candidates were refused while columns were made: the reasons met, and the rule met last. */
export class Refusals {
  /** Bit set of reasons. */
  #met = 0;
  readonly #notes: RefusalNote[] | null;
  ruleId: string | null = null;
  /** A search ended within its effort before it found a plan; one may exist. */
  undecided = false;

  /** @param explained whether every refusal is to be noted with its place. */
  constructor(explained: boolean) {
    this.#notes = explained ? [] : null;
  }

  /** Notes a refusal of a location (by a service); -1 stands for all. */
  add(why: Why, location = -1, service = -1, atMs = NaN): void {
    this.#met |= 1 << why;
    if (this.#notes !== null)
      this.#notes.push({ code: REASONS[why]!, location, service, atMs, ruleId: null });
  }

  /** Notes a refusal by a rule. */
  byRule(ruleId: string, location: number, service: number): void {
    this.#met |= 1 << WHY.RULE_EXCLUDED;
    this.ruleId = ruleId;
    if (this.#notes !== null)
      this.#notes.push({ code: 'RULE_EXCLUDED', location, service, atMs: NaN, ruleId });
  }

  /** The reasons met, the most telling first. */
  reasons(): readonly CountedReason[] {
    return REASONS.filter((_, why) => (this.#met & (1 << why)) !== 0);
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
