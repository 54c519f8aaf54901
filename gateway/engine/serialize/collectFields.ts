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
}

/** A type with fields. */
export type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

/** Collects the fields an object of the given type answers, in the order the GraphQL specification prescribes. */
export function collectFields(
  type: FieldsType,
  sets: readonly ConditionalSet[],
  scope: SelectionScope,
): readonly CollectedField[] {
  const fields = new Map<string, CollectedField>();
  for (const { set, conditions } of sets) collectSet(type, set, conditions, scope, fields);
  return [...fields.values()];
}

function collectSet(
  type: FieldsType,
  set: SelectionSetNode,
  outer: Conditions,
  scope: SelectionScope,
  fields: Map<string, CollectedField>,
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
    collectSet(type, fragment.selectionSet, conditions, scope, fields);
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
