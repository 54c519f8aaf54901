import type { RuleSet, SourcingRule } from '../model/ruleTypes.ts';

/** Every rule of a set with its place in it, the rules of its stages included. */
export function numberedRules(set: RuleSet): [rule: SourcingRule, path: string][] {
  return [
    ...set.rules.map((r, i): [SourcingRule, string] => [r, `rules.${i}`]),
    ...set.stages.flatMap((stage, s) =>
      (stage.rules ?? []).map((r, i): [SourcingRule, string] => [r, `stages.${s}.rules.${i}`]),
    ),
  ];
}
