import type {
  DirectiveNode,
  FieldNode,
  FragmentSpreadNode,
  GraphQLSchema,
  InlineFragmentNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  print,
} from 'graphql';
import { responseKey } from '../document/responseKey.ts';
import { fieldDefinition } from '../document/fieldDefinition.ts';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import type { DataKey } from './dataKeys.ts';
import type { DeferLabel } from './deferLabels.ts';
import { relabel } from './deferLabels.ts';

export interface Projection {
  readonly schema: GraphQLSchema;
  readonly dataKey: DataKey;
  /** Present to leave `@defer`, under the planner's labels, for a planner that splits by it. */
  readonly deferLabel?: DeferLabel;
  /**
   * Types of the parent on which a field may be fetched for the caller: undefined for no restriction, an empty list
   * for nowhere.
   */
  readonly allowedOn?: (parentType: string, field: string) => readonly string[] | undefined;
  /** False for a type no object of which may be fetched for the caller. */
  readonly allowedType?: (type: string) => boolean;
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The text given to the planner: the client's operation with data keys instead of aliases, fragments written out,
 * without introspection and without what the caller may not see. Undefined when nothing of it needs a subgraph.
 */
export function projectOperation(selected: SelectedOperation, projection: Projection): string | undefined {
  const { operation } = selected;
  const root = projection.schema.getRootType(operation.operation);
  if (!root) return undefined;
  const selectionSet = new Projector(selected, projection).set(operation.selectionSet, root.name);
  return selectionSet && fetchesSomething(selectionSet) ? print({ ...operation, selectionSet }) : undefined;
}

class Projector {
  readonly #selected: SelectedOperation;
  readonly #projection: Projection;

  constructor(selected: SelectedOperation, projection: Projection) {
    this.#selected = selected;
    this.#projection = projection;
  }

  set(set: SelectionSetNode, parent: string): SelectionSetNode | undefined {
    const selections = set.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD ? this.#field(selection, parent) : this.#fragment(selection, parent),
    );
    if (selections.length === 0) return undefined;
    // What a caller may see depends on the concrete type, so it must be known even where the client did not ask.
    const needsType = this.#projection.allowedOn && isAbstractType(this.#projection.schema.getType(parent));
    return { kind: Kind.SELECTION_SET, selections: needsType ? [...selections, typename] : selections };
  }

  #field(field: FieldNode, parent: string): readonly SelectionNode[] {
    const { schema, dataKey, allowedOn } = this.#projection;
    const name = field.name.value;
    if (name === '__typename') return [typename];
    const type = schema.getType(parent);
    if (name.startsWith('__') || (!isObjectType(type) && !isInterfaceType(type))) return [];
    const definition = fieldDefinition(schema, type, name);
    const allowed = allowedOn?.(parent, name);
    if (!definition || allowed?.length === 0) return [];
    const key = dataKey(field, parent);
    const { alias: _, selectionSet, ...rest } = field;
    const below = selectionSet && anchored(this.set(selectionSet, getNamedType(definition.type).name));
    const node: FieldNode = {
      ...rest,
      ...(key !== name && { alias: { kind: Kind.NAME as const, value: key } }),
      ...(below && { selectionSet: below }),
    };
    return allowed ? allowed.map((on) => inlineFragment(on, [], [node])) : [node];
  }

  #fragment(selection: InlineFragmentNode | FragmentSpreadNode, parent: string): readonly SelectionNode[] {
    const { schema, allowedType, deferLabel } = this.#projection;
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : this.#selected.fragments.get(selection.name.value);
    if (!fragment) return [];
    const on = this.#effectiveType(fragment.typeCondition?.name.value ?? parent, parent);
    if (allowedType?.(on) === false) return [];
    const directives = keepDirectives(selection.directives, deferLabel);
    const type = schema.getType(on);
    // Planners trip over conditions on a union; each of its members can carry them as well.
    const types =
      directives.length > 0 && isUnionType(type) ? type.getTypes().map((member) => member.name) : [on];
    return types.flatMap((one) => {
      const inner = this.set(fragment.selectionSet, one);
      if (!inner) return [];
      return one === parent && directives.length === 0
        ? inner.selections
        : [inlineFragment(one, directives, inner.selections)];
    });
  }

  /** A condition every object of the parent type meets narrows nothing. */
  #effectiveType(on: string, parent: string): string {
    const { schema } = this.#projection;
    const type = schema.getType(on);
    const parentType = schema.getType(parent);
    return isAbstractType(type) && isObjectType(parentType) && schema.isSubType(type, parentType)
      ? parent
      : on;
  }
}

/** Response keys of the introspection fields at the root, with the fields themselves. */
export function introspectionFields(selected: SelectedOperation): readonly FieldNode[] {
  const fields = new Map<string, FieldNode>();
  const search = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (/^__(schema|type)$/.test(selection.name.value)) fields.set(responseKey(selection), selection);
        continue;
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : selected.fragments.get(selection.name.value);
      if (inner) search(inner.selectionSet);
    }
  };
  if (selected.operation.operation === 'query') search(selected.operation.selectionSet);
  return [...fields.values()];
}

/** A selection that is never empty: with all of it left out, whether the object is null must still be known. */
function anchored(set: SelectionSetNode | undefined): SelectionSetNode {
  return set ?? { kind: Kind.SELECTION_SET, selections: [typename] };
}

function fetchesSomething(set: SelectionSetNode): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection !== typename;
    return selection.kind === Kind.INLINE_FRAGMENT && fetchesSomething(selection.selectionSet);
  });
}

function keepDirectives(
  directives: readonly DirectiveNode[] | undefined,
  deferLabel: DeferLabel | undefined,
): readonly DirectiveNode[] {
  return (directives ?? []).flatMap((directive) => {
    if (directive.name.value !== 'defer') return [directive];
    return deferLabel ? [relabel(directive, deferLabel(directive))] : [];
  });
}

function inlineFragment(
  on: string,
  directives: readonly DirectiveNode[],
  selections: readonly SelectionNode[],
): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: on } },
    directives,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
