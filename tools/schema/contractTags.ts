import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

const tags = (node: { readonly directives?: readonly ConstDirectiveNode[] }): readonly ConstDirectiveNode[] =>
  (node.directives ?? []).filter((directive) => directive.name.value === 'tag');

function tagArguments(
  field: FieldDefinitionNode,
  inherited: readonly ConstDirectiveNode[],
): FieldDefinitionNode {
  const carried = tags(field).length > 0 ? tags(field) : inherited;
  if (carried.length === 0) return field;
  const args = field.arguments?.map((arg) => ({
    ...arg,
    directives: tags(arg).length > 0 ? (arg.directives ?? []) : [...(arg.directives ?? []), ...carried],
  }));
  return args ? { ...field, arguments: args } : field;
}

/**
 * Gives every argument the tags of its field (or, without any, of its type), because a contract keeps only what is
 * tagged and a field without its arguments would be another field.
 */
export function withArgumentTags(sdl: string): string {
  const enter = (type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => ({
    ...type,
    fields: type.fields?.map((field) => tagArguments(field, tags(type))) ?? [],
  });
  return print(visit(parse(sdl, { noLocation: true }), { [Kind.OBJECT_TYPE_DEFINITION]: { enter } }));
}
