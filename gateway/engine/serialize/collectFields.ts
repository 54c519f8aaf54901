import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { isAbstractType, Kind } from 'graphql';
import { responseKey } from '../document/responseKey.ts';
import type { DeferredFragment, PartOf } from './deferral.ts';
import { readDeferral } from './deferral.ts';

/** A field of the answer: every place it was selected in, taken together. */
export interface CollectedField {
  readonly key: string;
  readonly node: FieldNode;
  readonly below: SelectionSetNode[];
}

/** What collecting needs to know about the operation, whose conditions have been resolved before. */
export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Present when `@defer` is to be split off; absent when everything is answered at once. */
  readonly partOf?: PartOf;
}

/** A type with fields. */
export type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

/** What an object answers: fields now, fragments later. */
export interface Collected {
  readonly fields: ReadonlyMap<string, CollectedField>;
  readonly deferred: readonly DeferredFragment[];
}

/** Collects the fields an object of the given type answers, in the order the GraphQL specification prescribes. */
export function collectFields(
  type: FieldsType,
  sets: readonly SelectionSetNode[],
  scope: SelectionScope,
): Collected {
  const fields = new Map<string, CollectedField>();
  const deferred: DeferredFragment[] = [];
  for (const set of sets) collectSet(type, set, scope, fields, deferred);
  return { fields, deferred };
}

function collectSet(
  type: FieldsType,
  set: SelectionSetNode,
  scope: SelectionScope,
  fields: Map<string, CollectedField>,
  deferred: DeferredFragment[],
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = responseKey(selection);
      let field = fields.get(key);
      if (!field) fields.set(key, (field = { key, node: selection, below: [] }));
      if (selection.selectionSet) field.below.push(selection.selectionSet);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
    if (!fragment || !applies(fragment.typeCondition?.name.value, type, scope.schema)) continue;
    const deferral = scope.partOf && readDeferral(selection.directives, scope.partOf);
    if (deferral) deferred.push({ ...deferral, set: fragment.selectionSet });
    else collectSet(type, fragment.selectionSet, scope, fields, deferred);
  }
}

function applies(condition: string | undefined, type: FieldsType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = schema.getType(condition);
  return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}

/** True when what is selected of an interface differs between the types that implement it. */
export function dependsOnType(
  type: FieldsType,
  sets: readonly SelectionSetNode[],
  scope: SelectionScope,
): boolean {
  return sets.some((set) =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
      if (!fragment) return false;
      const forAll = applies(fragment.typeCondition?.name.value, type, scope.schema);
      return forAll
        ? dependsOnType(type, [fragment.selectionSet], scope)
        : hasFields(fragment.selectionSet, scope);
    }),
  );
}

/** False for a selection that resolved conditions have emptied. */
function hasFields(set: SelectionSetNode, scope: SelectionScope): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return true;
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
    return fragment !== undefined && hasFields(fragment.selectionSet, scope);
  });
}
