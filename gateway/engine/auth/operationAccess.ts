import type { GraphQLSchema, SelectionSetNode } from 'graphql';
import { getNamedType, isInterfaceType, isObjectType, Kind } from 'graphql';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import type { Denial } from '../serialize/objectWriter.ts';
import { fieldDefinition } from '../document/fieldDefinition.ts';
import type { FieldAuthority } from '../types.ts';
import type { FieldRequirements } from './fieldRequirements.ts';
import { concreteTypes } from './fieldRequirements.ts';
import type { Requirement } from './requirement.ts';
import { isSatisfied } from './requirement.ts';
import type { Verdicts } from './verdicts.ts';
import { createVerdicts, denialFor } from './verdicts.ts';

/** Who may see what of one operation. */
export interface OperationAccess {
  /** Callers with the same signature may see the same; empty when the operation touches nothing protected. */
  signature(authority: FieldAuthority): string;
  verdicts(authority: FieldAuthority): Verdicts;
  /** Why the whole operation is refused where fields are not nulled one by one; undefined when all is allowed. */
  denial(authority: FieldAuthority): Denial | undefined;
}

/** Finds the requirements an operation touches, on every concrete type each field can be read from. */
export function analyseAccess(
  selected: SelectedOperation,
  schema: GraphQLSchema,
  requirements: FieldRequirements,
): OperationAccess | undefined {
  const touched = new Set<Requirement>();
  const seen = new Set<string>();
  const touch = (found: readonly Requirement[]) => {
    for (const requirement of found) touched.add(requirement);
  };
  const walk = (set: SelectionSetNode, parent: string): void => {
    const type = schema.getType(parent);
    for (const concrete of [parent, ...concreteTypes(schema, parent)]) touch(requirements.ofType(concrete));
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = selected.fragments.get(selection.name.value);
        if (!fragment || seen.has(fragment.name.value)) continue;
        seen.add(fragment.name.value);
        walk(fragment.selectionSet, fragment.typeCondition.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? parent);
      } else {
        const name = selection.name.value;
        for (const concrete of [parent, ...concreteTypes(schema, parent)])
          touch(requirements.ofField(concrete, name));
        const definition =
          isObjectType(type) || isInterfaceType(type) ? fieldDefinition(schema, type, name) : undefined;
        if (selection.selectionSet && definition)
          walk(selection.selectionSet, getNamedType(definition.type).name);
      }
    }
  };
  walk(selected.operation.selectionSet, schema.getRootType(selected.operation.operation)?.name ?? '');
  if (touched.size === 0) return undefined;
  const all = [...touched];
  return {
    signature: (authority) =>
      all.reduce(
        (bits, one) => bits + (isSatisfied(one, authority) ? '1' : '0'),
        authority.authenticated ? 'a' : 'n',
      ),
    verdicts: (authority) => createVerdicts(schema, requirements, authority),
    denial: (authority) =>
      all.every((one) => isSatisfied(one, authority)) ? undefined : denialFor(authority),
  };
}
