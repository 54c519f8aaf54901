import { Kind, parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql';

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
const argumentOf = (field: FieldDefinitionNode, directive: string, argument: string) =>
  field.directives
    ?.find(({ name }) => name.value === directive)
    ?.arguments?.find(({ name }) => name.value === argument)?.value;
const has = (field: FieldDefinitionNode, directive: string): boolean =>
  field.directives?.some(({ name }) => name.value === directive) === true;

/** Fields below that a field's `@listSize(sizedFields:)` gives their size, as `Type.field`. */
function sizedBelow(field: FieldDefinitionNode): string[] {
  const value = argumentOf(field, 'listSize', 'sizedFields');
  const names = value?.kind === Kind.LIST ? value.values : [];
  return names.flatMap((name) =>
    name.kind === Kind.STRING ? [`${namedType(field.type)}.${name.value}`] : [],
  );
}

/**
 * Lists of a subgraph of which nothing says how long they are, by coordinate: no `@listSize` of their own, and none of a
 * field that returns their type. Requests for them would be priced by guess.
 */
export function listsWithoutSize(sdl: string): string[] {
  const types = parse(sdl, { noLocation: true }).definitions.filter(
    (one): one is ObjectTypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  const sized = new Set(types.flatMap(({ fields = [] }) => fields.flatMap(sizedBelow)));
  return types.flatMap(({ name, fields = [] }) =>
    fields
      .filter((field) => isList(field.type) && !has(field, 'listSize') && !has(field, 'external'))
      .map((field) => `${name.value}.${field.name.value}`)
      .filter((coordinate) => !sized.has(coordinate)),
  );
}
