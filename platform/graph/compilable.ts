import {
  getNamedType,
  isInputObjectType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  type DocumentNode,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * The operation of a document that may be compiled: its only one, a query, of bounded size once its fragments are
 * spread out, with no field answered under `__proto__`, which an object literal would take for something else, and no
 * variable of a type that contains itself, for which the compiler would never end. Null for all others.
 */
export function compilableOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  maxFields: number,
): OperationDefinitionNode | null {
  const fragments = new Map<string, SelectionSetNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  }
  const [operation] = operations;
  if (operations.length !== 1 || operation?.operation !== OperationTypeNode.QUERY) return null;
  for (const { type } of operation.variableDefinitions ?? []) {
    const named = getNamedType(typeFromAST(schema, type as NamedTypeNode));
    if (named === undefined || containsItself(named as GraphQLNamedInputType)) return null;
  }

  let left = maxFields;
  const fits = (set: SelectionSetNode | undefined): boolean =>
    set === undefined ||
    set.selections.every((selection) => {
      if (--left < 0) return false;
      switch (selection.kind) {
        case Kind.FIELD:
          return (selection.alias ?? selection.name).value !== '__proto__' && fits(selection.selectionSet);
        case Kind.INLINE_FRAGMENT:
          return fits(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return fits(fragments.get(selection.name.value));
        default:
          return selection satisfies never;
      }
    });
  return fits(operation.selectionSet) ? operation : null;
}

/** Whether an input type can be nested in itself, however deep. */
function containsItself(type: GraphQLNamedInputType, within: readonly GraphQLNamedInputType[] = []): boolean {
  if (!isInputObjectType(type)) return false;
  if (within.includes(type)) return true;
  const inner = [...within, type];
  return Object.values(type.getFields()).some((field) => containsItself(getNamedType(field.type), inner));
}
