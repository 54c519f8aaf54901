import type { ConstDirectiveNode, ConstValueNode } from 'graphql';
import { Kind, visit } from 'graphql';
import type { Supergraph } from '../supergraph/loadSupergraph.ts';
import { directiveName } from '../supergraph/features.ts';
import type { Requirement } from './requirement.ts';

/** The security directives of a supergraph, by coordinate. */
export interface Protections {
  /** Requirements written on a type (`Type`) or field (`Type.field`); undefined when there are none. */
  at(coordinate: string): Requirement | undefined;
  /** False when the supergraph protects nothing at all. */
  readonly any: boolean;
  /** Every policy named anywhere. */
  readonly policies: readonly string[];
}

/** Specifications whose directives protect fields; the directive of each bears the name of its specification. */
const specifications = ['authenticated', 'requiresScopes', 'policy'] as const;

/**
 * Reads `@authenticated`, `@requiresScopes` and `@policy`. Throws when a supergraph uses one of these names without
 * linking its specification: nothing would enforce it.
 */
export function readProtections({ document, features }: Supergraph): Protections {
  const names = new Map<string, (typeof specifications)[number]>();
  for (const specification of specifications) {
    const name = directiveName(features, specification, specification);
    if (name !== undefined) names.set(name, specification);
  }
  const found = new Map<string, Requirement>();
  const policies = new Set<string>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) => {
    refuseUnlinked(coordinate, directives, names);
    const requirement = readRequirement(directives ?? [], names);
    if (requirement) found.set(coordinate, requirement);
    for (const policy of requirement?.policies?.flat() ?? []) policies.add(policy);
  };
  visit(document, {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return false;
      if (!('name' in node) || !node.name || !('directives' in node)) return undefined;
      const directives = node.directives as readonly ConstDirectiveNode[] | undefined;
      const isField = node.kind === Kind.FIELD_DEFINITION;
      if (!isField) read(node.name.value, directives);
      if ('fields' in node) {
        for (const field of node.fields ?? [])
          read(`${node.name.value}.${field.name.value}`, field.directives as readonly ConstDirectiveNode[]);
      }
      return false;
    },
  });
  return { at: (coordinate) => found.get(coordinate), any: found.size > 0, policies: [...policies].sort() };
}

function refuseUnlinked(
  coordinate: string,
  directives: readonly ConstDirectiveNode[] | undefined,
  names: ReadonlyMap<string, string>,
): void {
  for (const { name } of directives ?? []) {
    const plain = name.value.replace(/^federation__/, '');
    if (names.has(name.value) || !(specifications as readonly string[]).includes(plain)) continue;
    throw new Error(
      `${coordinate} carries @${name.value}, but the supergraph does not link that specification, so nothing would enforce it.`,
    );
  }
}

function readRequirement(
  directives: readonly ConstDirectiveNode[],
  names: ReadonlyMap<string, string>,
): Requirement | undefined {
  let requirement: Requirement | undefined;
  for (const directive of directives) {
    const meaning = names.get(directive.name.value);
    if (meaning === undefined) continue;
    requirement ??= { authenticated: false, scopes: undefined, policies: undefined };
    const value = directive.arguments?.[0]?.value;
    if (meaning === 'authenticated') requirement = { ...requirement, authenticated: true };
    else if (meaning === 'policy') requirement = { ...requirement, policies: readSets(value) };
    else requirement = { ...requirement, scopes: readSets(value) };
  }
  return requirement;
}

/** `[["a", "b"], ["c"]]`, where a single string stands for a list of one, as GraphQL coerces lists. */
function readSets(value: ConstValueNode | undefined): readonly (readonly string[])[] {
  return listOf(value).map((set) =>
    listOf(set).flatMap((item) => (item.kind === Kind.STRING ? [item.value] : [])),
  );
}

function listOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (!value) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}
