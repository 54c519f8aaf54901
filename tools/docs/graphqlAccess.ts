import type { ConstDirectiveNode } from 'graphql';
import { valueFromASTUntyped } from 'graphql';

const argument = (directive: ConstDirectiveNode, name: string): unknown => {
  const found = directive.arguments?.find((each) => each.name.value === name);
  return found === undefined ? undefined : valueFromASTUntyped(found.value);
};

/** `a or b and c`: one of the inner lists must be held whole. */
const scopesInWords = (scopes: unknown): string =>
  Array.isArray(scopes)
    ? scopes.map((all) => (Array.isArray(all) ? all.join(' and ') : String(all))).join(' or ')
    : '';

/** Who may ask for a field, and at which endpoints it is, from its directives. */
export function accessOf(directives: readonly ConstDirectiveNode[] | undefined): string {
  const words: string[] = [];
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name === 'authenticated') words.push('signed in');
    if (name === 'requiresScopes') words.push(scopesInWords(argument(directive, 'scopes')));
    if (name === 'inaccessible') words.push('between subgraphs only');
    if (name === 'tag' && argument(directive, 'name') === 'partner') words.push('partners too');
  }
  return words.join('; ');
}

/** Why a field or value should not be used any more; empty if it may. */
export function deprecationOf(directives: readonly ConstDirectiveNode[] | undefined): string {
  const found = (directives ?? []).find(({ name }) => name.value === 'deprecated');
  return found === undefined ? '' : `Deprecated: ${String(argument(found, 'reason') ?? 'do not use it')}`;
}
