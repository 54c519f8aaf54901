import type { RuleField, RuleSet, SourcingRule } from '../model/ruleTypes.ts';
import { holds, leaves, type Facts } from './conditions.ts';

/** What the rules say of every location for one order, method, service and destination area. */
export interface RuleMask {
  /** Index + 1 of the rule that denies each location, 0 when allowed. */
  readonly denied: Uint16Array;
  /** Penalty of each location; null when no rule adds any. */
  readonly penalty: Float64Array | null;
  readonly rules: readonly SourcingRule[];
}

const isLocationField = (field: RuleField): boolean => field.startsWith('location.');
const CACHE_LIMIT = 512;

/**
 * Evaluates rules once per distinct outcome of their order, method and service comparisons: those outcomes are
 * the cache key, so that a rule costs a few comparisons per promise and nothing per candidate.
 */
export class RuleMasks {
  readonly #rules: readonly SourcingRule[];
  readonly #known: readonly ReturnType<typeof leaves>[number][];
  readonly #usesDistance: boolean;
  readonly #cache = new Map<string, RuleMask>();

  constructor(rules: readonly SourcingRule[]) {
    this.#rules = rules;
    const all = rules.flatMap((r) => [
      ...leaves(r.when),
      ...(r.action === 'ONLY' && r.if ? leaves(r.if) : []),
    ]);
    this.#known = all.filter((leaf) => !isLocationField(leaf.field));
    this.#usesDistance = all.some((leaf) => leaf.field === 'location.distanceKm');
  }

  /** No rules at all. */
  get empty(): boolean {
    return this.#rules.length === 0;
  }

  /** The mask. @param locationFacts facts of the location with an index. */
  mask(order: Facts, area: number, count: number, locationFacts: (index: number) => Facts): RuleMask {
    let key = this.#usesDistance ? `${area}|` : '';
    for (const leaf of this.#known) key += holds(leaf, order) ? '1' : '0';
    let mask = this.#cache.get(key);
    if (!mask) {
      if (this.#cache.size >= CACHE_LIMIT) this.#cache.clear();
      mask = this.#compute(order, count, locationFacts);
      this.#cache.set(key, mask);
    }
    return mask;
  }

  #compute(order: Facts, count: number, locationFacts: (index: number) => Facts): RuleMask {
    const denied = new Uint16Array(count);
    let penalty: Float64Array | null = null;
    for (let l = 0; l < count; l++) {
      const place = locationFacts(l);
      const facts: Facts = (field) => (isLocationField(field) ? place(field) : order(field));
      this.#rules.forEach((rule, r) => {
        if (rule.action === 'PENALTY') {
          if (holds(rule.when, facts)) (penalty ??= new Float64Array(count))[l]! += rule.amount;
        } else if (denied[l] === 0 && denies(rule, facts)) denied[l] = r + 1;
      });
    }
    return { denied, penalty, rules: this.#rules };
  }
}

function denies(rule: SourcingRule, facts: Facts): boolean {
  if (rule.action === 'DENY') return holds(rule.when, facts);
  if (rule.action === 'ONLY') return (!rule.if || holds(rule.if, facts)) && !holds(rule.when, facts);
  return false;
}

/** Rules that always hold, followed by those of one stage. */
export const rulesOfStage = (set: RuleSet, stage: number): readonly SourcingRule[] => [
  ...set.rules,
  ...(set.stages[stage]?.rules ?? []),
];
