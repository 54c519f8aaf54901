import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { isAbstractType, Kind } from 'graphql';
import { responseKey } from '../compile/operationKeys.ts';
import type { Conditions } from './conditions.ts';
import { addConditions } from './conditions.ts';
import type { DeferredFragment, PartOf } from './deferral.ts';
import { readDeferral } from './deferral.ts';

/** A selection set with the conditions under which it counts. */
export interface ConditionalSet {
  readonly set: SelectionSetNode;
  readonly conditions: Conditions;
}

/** A field of the answer: every place it was selected in, taken together. */
export interface CollectedField {
  readonly key: string;
  readonly node: FieldNode;
  readonly places: Conditions[];
  readonly below: ConditionalSet[];
}

/** What collecting needs to know about the operation. */
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
  sets: readonly ConditionalSet[],
  scope: SelectionScope,
): Collected {
  const fields = new Map<string, CollectedField>();
  const deferred: DeferredFragment[] = [];
  for (const { set, conditions } of sets) collectSet(type, set, conditions, scope, fields, deferred);
  return { fields, deferred };
}

function collectSet(
  type: FieldsType,
  set: SelectionSetNode,
  outer: Conditions,
  scope: SelectionScope,
  fields: Map<string, CollectedField>,
  deferred: DeferredFragment[],
): void {
  for (const selection of set.selections) {
    const conditions = addConditions(outer, selection.directives);
    if (!conditions) continue;
    if (selection.kind === Kind.FIELD) {
      const key = responseKey(selection);
      let field = fields.get(key);
      if (!field) fields.set(key, (field = { key, node: selection, places: [], below: [] }));
      field.places.push(conditions);
      if (selection.selectionSet) field.below.push({ set: selection.selectionSet, conditions });
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
    if (!fragment || !applies(fragment.typeCondition?.name.value, type, scope.schema)) continue;
    const { selectionSet: inner } = fragment;
    const deferral = scope.partOf && readDeferral(selection.directives, conditions, scope.partOf);
    if (deferral?.later) {
      deferred.push({ part: deferral.part, label: deferral.label, set: inner, conditions: deferral.later });
    }
    const now = deferral ? deferral.now : conditions;
    if (now) collectSet(type, inner, now, scope, fields, deferred);
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
      return (
        !applies(fragment.typeCondition?.name.value, type, scope.schema) ||
        dependsOnType(type, [fragment.selectionSet], scope)
      );
    }),
  );
}
