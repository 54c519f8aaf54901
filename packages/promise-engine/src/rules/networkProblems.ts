import {
  serviceCode,
  type LocationConfig,
  type MethodConfig,
  type ServiceConfig,
} from '../model/networkConfig.ts';
import type { Condition, RuleField, RuleProblem, RuleSet, SourcingRule } from '../model/ruleTypes.ts';
import { holds, leaves, type Facts } from './conditions.ts';
import { numberedRules } from './numberedRules.ts';
import { METHOD_TYPE_NAMES } from './ruleSchema.ts';

/** What rules speak of: the places, services and methods there are (a `Network`, for one). */
export interface RuleTargets {
  index(): {
    readonly locations: readonly (LocationConfig | undefined)[];
    readonly services: readonly ServiceConfig[];
    readonly methods: readonly MethodConfig[];
  };
}

/** What is wrong with a rule set for this network: names nobody bears, and rules that leave no location. */
export function networkProblems(set: RuleSet, network: RuleTargets): RuleProblem[] {
  return [...unknownNames(set, network), ...excludesAll(set, network)];
}

/** Names in groups and conditions that nothing of the network bears: such a rule would silently do nothing. */
function unknownNames(set: RuleSet, network: RuleTargets): RuleProblem[] {
  const known = knownNames(network);
  const unknown = (field: RuleField, value: unknown, path: string): RuleProblem[] =>
    known[field]?.has(String(value)) === false
      ? [{ path, code: 'UNKNOWN', message: `${field} is never '${String(value)}' here.` }]
      : [];
  const groups = (set.groups ?? []).flatMap((group, g) =>
    (group.locationIds ?? []).flatMap((id, i) => unknown('location.id', id, `groups.${g}.locationIds.${i}`)),
  );
  const named = (condition: Condition, path: string): RuleProblem[] => {
    if ('and' in condition) return condition.and.flatMap((c, i) => named(c, `${path}.and.${i}`));
    if ('or' in condition) return condition.or.flatMap((c, i) => named(c, `${path}.or.${i}`));
    if ('not' in condition) return named(condition.not, `${path}.not`);
    return (['eq', 'ne', 'in', 'notIn'] as const).flatMap((operator) =>
      [condition.is[operator] ?? []]
        .flat()
        .flatMap((value) => unknown(condition.field, value, `${path}.is.${operator}`)),
    );
  };
  const rules = numberedRules(set).flatMap(([rule, path]) => [
    ...named(rule.when, `${path}.when`),
    ...(rule.action === 'ONLY' && rule.if ? named(rule.if, `${path}.if`) : []),
  ]);
  return [...groups, ...rules];
}

/** The values that fields with a fixed list of names can have; a list that is still empty says nothing. */
function knownNames(network: RuleTargets): Partial<Record<RuleField, ReadonlySet<string>>> {
  const { locations, services, methods } = network.index();
  const lists: Partial<Record<RuleField, string[]>> = {
    'location.id': locations.flatMap((l) => l?.id ?? []),
    'service.id': services.map(serviceCode),
    'service.carrier': services.map(({ carrier }) => carrier),
    'method.code': methods.map(({ code }) => code),
    'method.type': [...METHOD_TYPE_NAMES],
    'location.type': ['WAREHOUSE', 'STORE', 'SUPPLIER'],
  };
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, names]) => names.length > 0)
      .map(([field, names]) => [field, new Set(names)]),
  );
}

/**
 * Rules that together leave no location: those that hold for every order, and of the rest those that hold under one
 * condition, for each such condition and each stage.
 */
function excludesAll(set: RuleSet, network: RuleTargets): RuleProblem[] {
  const known = network.index().locations.filter((l) => l !== undefined);
  if (known.length === 0) return [];
  const all = numberedRules(set).filter(([rule]) => asksLocationsOnly(rule));
  const stageOf = (path: string): string => /^stages\.\d+/.exec(path)?.[0] ?? '';
  const conditionOf = (rule: SourcingRule): string =>
    rule.action === 'ONLY' && rule.if ? JSON.stringify(rule.if) : '';
  for (const stage of ['', ...new Set(all.map(([, path]) => stageOf(path)))]) {
    for (const condition of ['', ...new Set(all.map(([rule]) => conditionOf(rule)))]) {
      const together = all.filter(
        ([rule, path]) => ['', stage].includes(stageOf(path)) && ['', condition].includes(conditionOf(rule)),
      );
      if (together.length === 0 || known.some((location) => isLeft(location, together))) continue;
      const when = condition === '' ? 'whatever the order' : `whenever ${condition} holds`;
      const message = `Together the rules exclude every location of the network, ${when}.`;
      return [{ path: together[0]![1], code: 'EXCLUDES_ALL', message }];
    }
  }
  return [];
}

const isLeft = (location: LocationConfig, rules: readonly [SourcingRule, string][]): boolean => {
  const facts: Facts = (field) => {
    if (field === 'location.id') return location.id;
    if (field === 'location.type') return location.type;
    if (field === 'location.country') return location.country;
    return field === 'location.group' ? (location.groups ?? []) : undefined;
  };
  return !rules.some(([rule]) =>
    rule.action === 'DENY' ? holds(rule.when, facts) : rule.action === 'ONLY' && !holds(rule.when, facts),
  );
};

/** What a location is, whatever is asked and whenever. */
const ALWAYS: ReadonlySet<RuleField> = new Set([
  'location.id',
  'location.type',
  'location.country',
  'location.group',
]);

/** Excludes by what a location always is, whatever is ordered. */
const asksLocationsOnly = (rule: SourcingRule): boolean =>
  rule.action !== 'PENALTY' && leaves(rule.when).every((l) => ALWAYS.has(l.field));
