import { networkProblems, type RuleTargets } from './networkProblems.ts';
import type { Comparison, Condition, RuleProblem, RuleSet, SourcingRule } from '../model/ruleTypes.ts';
import { leaves } from './conditions.ts';
import { numberedRules } from './numberedRules.ts';
import { lexicographicSteps } from './scoreWeights.ts';
import { FIELD_KIND, ruleSetSchema } from './ruleSchema.ts';

export type RuleCheck =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/** Doubles keep 2^53 apart; some are left for fractions of a minor unit. */
const MAX_STEPS = 2 ** 50;

/**
 * Checks a rule set as it comes in: shape, ranges, contradictions, and - when a network is given - whether it
 * leaves any location and names only known ones. Every fault has its place and its reason.
 */
export function validateRules(json: unknown, network?: RuleTargets): RuleCheck {
  const parsed = ruleSetSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.') || '$',
      code: 'SHAPE',
      message: issue.message,
    }));
    return { ok: false, problems };
  }
  const rules = parsed.data as RuleSet;
  const problems = [
    ...objectiveProblems(rules),
    ...stageProblems(rules),
    ...numberedRules(rules).flatMap(([rule, path]) => ruleProblems(rule, path)),
    ...duplicateIds(rules),
    ...(network ? networkProblems(rules, network) : []),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules };
}

function objectiveProblems({ objective }: RuleSet): RuleProblem[] {
  if (objective.kind !== 'LEXICOGRAPHIC') return [];
  const problems: RuleProblem[] = [];
  const path = 'objective.criteria';
  objective.criteria.forEach((c, i) => {
    if (objective.criteria.indexOf(c) < i) {
      problems.push({
        path: `${path}.${i}`,
        code: 'DUPLICATE',
        message: `${c} is compared twice; the second never decides.`,
      });
    }
  });
  if (lexicographicSteps(objective.criteria) > MAX_STEPS) {
    const message =
      'So many criteria cannot be told apart exactly; name at most four, splits and lateness cost least.';
    problems.push({ path, code: 'TOO_MANY_CRITERIA', message });
  }
  return problems;
}

function stageProblems({ stages }: RuleSet): RuleProblem[] {
  return stages.flatMap((stage, i): RuleProblem[] => {
    const before = stages[i - 1];
    const problems: RuleProblem[] = [];
    if (before && stage.toleranceDays < before.toleranceDays) {
      const message = `A stage may not be stricter than the one before (${before.toleranceDays} days).`;
      problems.push({ path: `stages.${i}.toleranceDays`, code: 'ORDER', message });
    }
    if (stages.findIndex((s) => s.name === stage.name) < i) {
      problems.push({
        path: `stages.${i}.name`,
        code: 'DUPLICATE',
        message: `Another stage is called '${stage.name}'.`,
      });
    }
    return problems;
  });
}

function ruleProblems(rule: SourcingRule, path: string): RuleProblem[] {
  const problems = conditionProblems(rule.when, `${path}.when`);
  if (rule.action !== 'ONLY' || !rule.if) return problems;
  problems.push(...conditionProblems(rule.if, `${path}.if`));
  if (leaves(rule.if).some((leaf) => leaf.field.startsWith('location.'))) {
    const message =
      'The condition of ONLY may ask about the order, method and service, not about a location.';
    problems.push({ path: `${path}.if`, code: 'FIELD', message });
  }
  return problems;
}

function conditionProblems(condition: Condition, path: string): RuleProblem[] {
  if ('and' in condition) return condition.and.flatMap((c, i) => conditionProblems(c, `${path}.and.${i}`));
  if ('or' in condition) return condition.or.flatMap((c, i) => conditionProblems(c, `${path}.or.${i}`));
  if ('not' in condition) return conditionProblems(condition.not, `${path}.not`);
  const kind = FIELD_KIND[condition.field];
  return [...kindProblems(condition.is, kind, path, condition.field), ...rangeProblems(condition.is, path)];
}

function kindProblems(is: Comparison, kind: string, path: string, field: string): RuleProblem[] {
  const problems: RuleProblem[] = [];
  for (const [operator, value] of Object.entries(is)) {
    const values = Array.isArray(value) ? value : [value];
    const ordered = ['gt', 'gte', 'lt', 'lte'].includes(operator);
    if ((ordered && kind !== 'number') || values.some((v) => typeof v !== kind)) {
      const message = `${field} is a ${kind}; '${operator}' with ${JSON.stringify(value)} can never hold.`;
      problems.push({ path: `${path}.is.${operator}`, code: 'TYPE', message });
    }
  }
  return problems;
}

/** Comparisons no value can satisfy. */
function rangeProblems(is: Comparison, path: string): RuleProblem[] {
  const low = Math.max(is.gt ?? -Infinity, is.gte ?? -Infinity);
  const high = Math.min(is.lt ?? Infinity, is.lte ?? Infinity);
  const strict = is.gt === low || is.lt === high;
  const empty = low > high || (low === high && strict && Number.isFinite(low));
  const wanted = is.eq === undefined ? is.in : [is.eq];
  const none = wanted?.every(
    (v) =>
      is.notIn?.includes(v) ||
      is.ne === v ||
      (is.in && !is.in.includes(v)) ||
      (typeof v === 'number' && (v < low || v > high)),
  );
  if (!empty && !none) return [];
  return [
    { path: `${path}.is`, code: 'CONTRADICTION', message: 'No value satisfies these operators together.' },
  ];
}

function duplicateIds(set: RuleSet): RuleProblem[] {
  const all = numberedRules(set);
  return all.flatMap(([rule, path], i) =>
    all.findIndex(([other]) => other.id === rule.id) < i
      ? [{ path: `${path}.id`, code: 'DUPLICATE', message: `Another rule has the id '${rule.id}'.` }]
      : [],
  );
}
