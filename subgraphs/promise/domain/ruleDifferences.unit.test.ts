import { defaultRules } from '@promesse/promise-engine/rules/defaultRules';
import { describe, expect, it } from 'vitest';
import { ruleDifferences } from './ruleDifferences.ts';

const deny = (id: string, country: string) => ({
  ...{ id, action: 'DENY', when: { field: 'order.country', is: { eq: country } } },
});

describe('differences of rule sets', () => {
  it('are none between a set and itself, whatever it is called', () => {
    expect(ruleDifferences(defaultRules, { ...defaultRules, id: 'other', version: 7 })).toEqual([]);
    // Members in another order are the same set.
    expect(ruleDifferences({ maxSplits: 1, rules: [] }, { rules: [], maxSplits: 1 })).toEqual([]);
  });

  it('name the place and both values', () => {
    const { objective, ...rest } = defaultRules;
    const weights = { ...(objective.kind === 'WEIGHTED' ? objective.weights : {}), split: 500 };
    const after = {
      ...rest,
      objective: { kind: 'WEIGHTED', weights },
      maxSplits: 2,
      disabledMethods: ['INSTANT'],
    };
    expect(ruleDifferences(defaultRules, after)).toEqual([
      { path: 'objective.weights.split', kind: 'CHANGED', before: '300', after: '500' },
      { path: 'maxSplits', kind: 'CHANGED', before: '4', after: '2' },
      { path: 'disabledMethods', kind: 'ADDED', before: null, after: '["INSTANT"]' },
    ]);
  });

  it('find rules and stages by their names, wherever they stand, and say when their order changed', () => {
    const before = { rules: [deny('a', 'FR'), deny('b', 'IT')] };
    const after = { rules: [deny('b', 'DE'), deny('c', 'ES')] };
    expect(ruleDifferences(before, after)).toEqual([
      { path: 'rules[a]', kind: 'REMOVED', before: JSON.stringify(deny('a', 'FR')), after: null },
      { path: 'rules[b].when.is.eq', kind: 'CHANGED', before: '"IT"', after: '"DE"' },
      { path: 'rules[c]', kind: 'ADDED', before: null, after: JSON.stringify(deny('c', 'ES')) },
    ]);
    const swapped = { rules: before.rules.toReversed() };
    expect(ruleDifferences(before, swapped)).toEqual([
      { path: 'rules[]', kind: 'CHANGED', before: '["a","b"]', after: '["b","a"]' },
    ]);
  });

  it('compare lists without names as a whole, and values of other kinds', () => {
    const of = (value: unknown) => ({ objective: value });
    const [found] = ruleDifferences(
      of({ criteria: ['COST', 'SPLITS'] }),
      of({ criteria: ['SPLITS', 'COST'] }),
    );
    expect(found).toMatchObject({ path: 'objective.criteria', kind: 'CHANGED' });
    expect(ruleDifferences(of([1]), of({ a: 1 }))).toHaveLength(1);
    expect(ruleDifferences({}, {})).toEqual([]);
  });
});
