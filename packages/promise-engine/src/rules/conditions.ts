import type { Comparison, Condition, RuleField, RuleScalar } from '../model/ruleTypes.ts';

/** Looks up a fact; groups of a location are a list, of which any member may match. */
export type Facts = (field: RuleField) => RuleScalar | readonly string[] | undefined;

/** Whether a condition holds. A fact that is not known makes its comparison false. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('and' in condition) return condition.and.every((c) => holds(c, facts));
  if ('or' in condition) return condition.or.some((c) => holds(c, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  return compares(facts(condition.field), condition.is);
}

function compares(value: ReturnType<Facts>, is: Comparison): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'object') return scalarCompares(value, is);
  const { eq, in: among, ne, notIn } = is;
  if (eq !== undefined && !value.includes(String(eq))) return false;
  if (among && !among.some((v) => value.includes(String(v)))) return false;
  if (ne !== undefined && value.includes(String(ne))) return false;
  return !notIn?.some((v) => value.includes(String(v)));
}

function scalarCompares(value: RuleScalar, is: Comparison): boolean {
  if (is.eq !== undefined && value !== is.eq) return false;
  if (is.ne !== undefined && value === is.ne) return false;
  if (is.in && !is.in.includes(value)) return false;
  if (is.notIn?.includes(value)) return false;
  const n = typeof value === 'number' ? value : NaN;
  if (is.gt !== undefined && !(n > is.gt)) return false;
  if (is.gte !== undefined && !(n >= is.gte)) return false;
  if (is.lt !== undefined && !(n < is.lt)) return false;
  return is.lte === undefined || n <= is.lte;
}

/** The comparisons of a condition, in order. */
export function leaves(condition: Condition): { readonly field: RuleField; readonly is: Comparison }[] {
  if ('and' in condition) return condition.and.flatMap(leaves);
  if ('or' in condition) return condition.or.flatMap(leaves);
  if ('not' in condition) return leaves(condition.not);
  return [condition];
}
