import { describe, expect, it } from 'vitest';
import { loweredProtection } from './loweredProtection.ts';

const scopes = (...alternatives: string[][]): string =>
  `@requiresScopes(scopes: [${alternatives.map((all) => `[${all.map((each) => `"${each}"`).join(', ')}]`).join(', ')}])`;

const lowered = (before: readonly string[], after: readonly string[] | null): boolean =>
  loweredProtection(new Map([['Order.payments', before]]), {
    guards: new Map(after === null ? [] : [['Order.payments', after]]),
    coordinates: new Set(after === null ? [] : ['Order.payments']),
  }).length > 0;

describe('a change of protection', () => {
  it.each<[string, string[], string[] | null]>([
    ['nothing changes', [scopes(['a'])], [scopes(['a'])]],
    ['another scope is needed beside', [scopes(['a'])], [scopes(['a', 'b'])]],
    ['one way in is closed', [scopes(['a'], ['b'])], [scopes(['a'])]],
    ['the order of scopes changes', [scopes(['a', 'b'])], [scopes(['b', 'a'])]],
    ['a scope is asked of whoever was known', ['@authenticated'], [scopes(['a'])]],
    ['it is hidden', ['@authenticated'], ['@authenticated', '@inaccessible']],
    ['it goes', ['@inaccessible', scopes(['system'])], null],
  ])('is no lowering when %s', (_what, before, after) => expect(lowered(before, after)).toBe(false));

  it.each<[string, string[], string[]]>([
    ['everything goes', [scopes(['a'])], []],
    ['the scope becomes a mere sign-in', [scopes(['a'])], ['@authenticated']],
    ['another scope will do', [scopes(['a'])], [scopes(['b'])]],
    ['one more way in is opened', [scopes(['a'])], [scopes(['a'], ['b'])]],
    ['one of two scopes will do', [scopes(['a', 'b'])], [scopes(['a'])]],
    ['no scope is named', [scopes(['a'])], ['@requiresScopes(scopes: [])']],
    ['an empty set will do', [scopes(['a'])], [scopes(['a'], [])]],
    ['it is shown', ['@inaccessible', scopes(['system'])], [scopes(['system'])]],
    ['a policy is weakened', ['@policy(policies: [["p", "q"]])'], ['@policy(policies: [["p"]])']],
  ])('is a lowering when %s', (_what, before, after) => expect(lowered(before, after)).toBe(true));
});
