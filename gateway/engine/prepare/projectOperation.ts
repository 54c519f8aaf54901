import type {
  DirectiveNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { getNamedType, isAbstractType, isInterfaceType, isObjectType, Kind, print } from 'graphql';
import { responseKey } from '../compile/operationKeys.ts';
import { fieldDefinition } from '../serialize/fieldDefinition.ts';
import type { DataKey } from './dataKeys.ts';
import type { DeferLabel } from './deferLabels.ts';
import { relabel } from './deferLabels.ts';

/** The operation to run with the fragments of its document. */
export interface SelectedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

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
 * The text given to the planner: the client's operation with data keys instead of aliases, without introspection and
 * without what the caller may not see. Undefined when nothing of it needs a subgraph.
 */
export function projectOperation(selected: SelectedOperation, projection: Projection): string | undefined {
  const { operation, fragments } = selected;
  const root = projection.schema.getRootType(operation.operation);
  if (!root) return undefined;
  const done = new Map<string, FragmentDefinitionNode | undefined>();

  const projectField = (field: FieldNode, parent: string): readonly SelectionNode[] => {
    const name = field.name.value;
    if (name === '__typename') return [typename];
    if (name.startsWith('__')) return [];
    const type = projection.schema.getType(parent);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const definition = fieldDefinition(projection.schema, type, name);
    if (!definition) return [];
    const allowed = projection.allowedOn?.(parent, name);
    if (allowed?.length === 0) return [];
    const below = getNamedType(definition.type).name;
    const set =
      field.selectionSet &&
      (projectSet(field.selectionSet, below) ?? { ...field.selectionSet, selections: [typename] });
    const key = projection.dataKey(field, parent);
    const { alias: _, ...rest } = field;
    const node: FieldNode = {
      ...rest,
      ...(key !== name && { alias: { kind: Kind.NAME as const, value: key } }),
      ...(set && { selectionSet: set }),
    };
    return allowed ? allowed.map((on) => inlineFragment(on, [node])) : [node];
  };

  const projectSet = (set: SelectionSetNode, parent: string): SelectionSetNode | undefined => {
    const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return projectField(selection, parent);
      const directives = keepDirectives(selection.directives, projection.deferLabel);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        return projectFragment(selection.name.value) ? [{ ...selection, directives }] : [];
      }
      const on = selection.typeCondition?.name.value ?? parent;
      if (projection.allowedType?.(on) === false) return [];
      const inner = projectSet(selection.selectionSet, on);
      return inner ? [{ ...selection, directives, selectionSet: inner }] : [];
    });
    if (selections.length === 0) return undefined;
    // What a caller may see depends on the concrete type, so it must be known even where the client did not ask.
    const needsType = projection.allowedOn && isAbstractType(projection.schema.getType(parent));
    return { ...set, selections: needsType ? [...selections, typename] : selections };
  };

  const projectFragment = (name: string): FragmentDefinitionNode | undefined => {
    if (done.has(name)) return done.get(name);
    const fragment = fragments.get(name);
    const on = fragment?.typeCondition.name.value ?? '';
    const set =
      fragment && projection.allowedType?.(on) !== false ? projectSet(fragment.selectionSet, on) : undefined;
    const projected = fragment && set && { ...fragment, selectionSet: set };
    done.set(name, projected);
    return projected;
  };

  const selectionSet = projectSet(operation.selectionSet, root.name);
  if (!selectionSet || !fetchesSomething(selectionSet, done)) return undefined;
  const reached = [...done.values()].filter((fragment) => fragment !== undefined);
  return [{ ...operation, selectionSet }, ...reached].map((definition) => print(definition)).join('\n');
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

function fetchesSomething(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode | undefined>,
): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection !== typename;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return inner !== undefined && fetchesSomething(inner.selectionSet, fragments);
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

function inlineFragment(on: string, selections: readonly SelectionNode[]): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: on } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
