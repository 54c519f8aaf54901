import { sameValue } from '../document/compare.ts';
import type { Doc } from '../document/types.ts';
import { compileFilter } from '../filter/match.ts';
import type { Index } from '../storage/collection.ts';
import { fieldConditions } from './bounds.ts';

/** A sparse or partial index may only answer queries whose matches it is sure to hold. */
export function isImplied(index: Index, conditions: Map<string, Doc[]>): boolean {
  if (index.sparse && !index.fields.some((field) => demandsValue(conditions.get(field)))) return false;
  const partial = index.spec.partialFilterExpression;
  if (!partial) return true;
  for (const [path, wanted] of fieldConditions(partial)) {
    const given = conditions.get(path);
    if (
      !given ||
      !wanted.every((operators) =>
        Object.entries(operators).every(([name, operand]) => implies(given, name, operand)),
      )
    )
      return false;
  }
  return Object.keys(partial).every((name) => !name.startsWith('$') || name === '$and');
}

function demandsValue(conditions: readonly Doc[] | undefined): boolean {
  return (conditions ?? []).some((condition) =>
    Object.entries(condition).some(([name, operand]) => {
      if (name === '$exists') return operand === true;
      if (name === '$in') return Array.isArray(operand) && !operand.includes(null);
      return (
        ['$eq', '$gt', '$gte', '$lt', '$lte', '$type', '$elemMatch'].includes(name) &&
        operand !== null &&
        operand !== undefined
      );
    }),
  );
}

function implies(given: readonly Doc[], name: string, operand: unknown): boolean {
  if (name === '$plain') return true;
  return given.some((condition) =>
    Object.entries(condition).some(([have, value]) => {
      if (have === name && sameValue(value, operand)) return true;
      if (name === '$exists' && operand === true) return demandsValue([{ [have]: value }]);
      const test = { [name]: operand };
      if (have === '$eq') return matchesAlone(test, value);
      if (have === '$in') return Array.isArray(value) && value.every((item) => matchesAlone(test, item));
      if ((name === '$gt' || name === '$gte') && (have === '$gt' || have === '$gte'))
        return matchesAlone(test, value) || (have === '$gt' && sameValue(value, operand));
      if ((name === '$lt' || name === '$lte') && (have === '$lt' || have === '$lte'))
        return matchesAlone(test, value) || (have === '$lt' && sameValue(value, operand));
      return false;
    }),
  );
}

function matchesAlone(test: Doc, value: unknown): boolean {
  return value !== undefined && compileFilter({ v: test })({ v: value });
}
