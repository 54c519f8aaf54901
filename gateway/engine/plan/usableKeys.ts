import type { ConstDirectiveNode, NameNode } from 'graphql';
import { parse, print, visit } from 'graphql';

/** The text of one argument of a directive; undefined where it is not given. */
function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value && print(value);
}

const isUnusableKey = (directive: ConstDirectiveNode): boolean =>
  directive.name.value === 'join__type' && argument(directive, 'resolvable') === 'false';

/**
 * A supergraph without the keys a subgraph does not resolve, on types for which it resolves another. The JavaScript
 * planner takes any key of a subgraph to come back to it for fields with `@requires`, also one that it cannot answer.
 */
export function withUsableKeys(supergraphSdl: string): string {
  if (!supergraphSdl.includes('resolvable: false')) return supergraphSdl;
  const usable = <T extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: T): T => {
    const keyed = (node.directives ?? []).filter(
      (one) => one.name.value === 'join__type' && argument(one, 'key') !== undefined,
    );
    const resolving = new Set(
      keyed.filter((one) => !isUnusableKey(one)).map((one) => argument(one, 'graph')),
    );
    const keep = (one: ConstDirectiveNode) => !isUnusableKey(one) || !resolving.has(argument(one, 'graph'));
    return { ...node, directives: (node.directives ?? []).filter(keep) };
  };
  return print(
    visit(parse(supergraphSdl), { ObjectTypeDefinition: usable, InterfaceTypeDefinition: usable }),
  );
}

/**
 * A supergraph whose federation types (`requiresScopes__Scope`) are not hidden. A contract hides every type without its
 * tag, those of directives included, which the JavaScript planner refuses; clients never see them either way.
 */
export function withVisibleDirectiveTypes(supergraphSdl: string): string {
  if (!supergraphSdl.includes('@inaccessible')) return supergraphSdl;
  const visible = <
    T extends { readonly name: NameNode; readonly directives?: readonly ConstDirectiveNode[] },
  >(
    node: T,
  ): T | undefined => {
    if (!node.name.value.includes('__')) return undefined;
    const kept = (node.directives ?? []).filter((one) => one.name.value !== 'inaccessible');
    return { ...node, directives: kept };
  };
  return print(visit(parse(supergraphSdl), { ScalarTypeDefinition: visible, EnumTypeDefinition: visible }));
}
