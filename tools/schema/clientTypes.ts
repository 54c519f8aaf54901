import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { wireTypes } from '../../platform/graph/scalars.ts';

/** What the types of one operation are written from. */
export interface TypeSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The TypeScript type of a scalar or an enum as it travels in JSON. */
function leafType(type: GraphQLNamedType): string {
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name }) => `'${name}'`)
      .join(' | ');
  const known = wireTypes[type.name];
  if (known === undefined) throw new Error(`The scalar ${type.name} has no type in JSON (scalars.ts).`);
  return known;
}

const listOf = (item: string): string => `readonly ${item.includes(' ') ? `(${item})` : item}[]`;

/** The type of a field's answer. */
function outputType(source: TypeSource, type: GraphQLOutputType, fields: readonly FieldNode[]): string {
  if (!isNonNullType(type)) return `${nonNullOutput(source, type, fields)} | null`;
  return nonNullOutput(source, type.ofType, fields);
}

function nonNullOutput(source: TypeSource, type: GraphQLOutputType, fields: readonly FieldNode[]): string {
  if (isListType(type)) return listOf(outputType(source, type.ofType, fields));
  const named = getNamedType(type);
  if (!isCompositeType(named)) return leafType(named);
  const sets = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
  return selectionType(source, named, sets);
}

/** The type of what a selection answers: one shape, or one for each type that may stand there. */
export function selectionType(
  source: TypeSource,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
): string {
  const possible = isAbstractType(type) ? source.schema.getPossibleTypes(type) : [type];
  const objects = possible.filter(isObjectType).map((object) => fieldsOf(source, object, sets));
  const shapes = new Set(objects.map((fields) => shapeOf(source, fields)));
  if (shapes.size > 1 && !objects.every((fields) => fields.has('__typename')))
    throw new Error(`A selection on ${type.name} has several shapes; select __typename to tell them apart.`);
  return [...shapes].join(' | ');
}

type Fields = Map<string, { readonly owner: GraphQLObjectType; readonly nodes: FieldNode[] }>;

/** The fields a selection takes of an object type, by the name they have in the answer. */
function fieldsOf(source: TypeSource, owner: GraphQLObjectType, sets: readonly SelectionSetNode[]): Fields {
  const fields: Fields = new Map();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if ((node.directives?.length ?? 0) > 0)
        throw new Error('Documents between subgraphs are written without directives.');
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        const field = fields.get(name) ?? { owner, nodes: [] };
        field.nodes.push(node);
        fields.set(name, field);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : source.fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment !== undefined && applies(source.schema, condition, owner)) collect(fragment.selectionSet);
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

function applies(schema: GraphQLSchema, condition: string | undefined, owner: GraphQLObjectType): boolean {
  if (condition === undefined || condition === owner.name) return true;
  const type = schema.getType(condition);
  return isAbstractType(type) && schema.isSubType(type, owner);
}

function shapeOf(source: TypeSource, fields: Fields): string {
  const members = [...fields].map(([name, { owner, nodes }]) => {
    const fieldName = nodes[0]?.name.value ?? '';
    if (fieldName === '__typename') return `readonly ${name}: '${owner.name}'`;
    const field = owner.getFields()[fieldName];
    if (field === undefined) throw new Error(`${owner.name} has no field ${fieldName}.`);
    return `readonly ${name}: ${outputType(source, field.type, nodes)}`;
  });
  return `{ ${members.join('; ')} }`;
}

/** The type of an input value; input objects are named and added to `inputs`. */
function inputType(type: GraphQLInputType, inputs: Set<GraphQLNamedType>): string {
  if (!isNonNullType(type)) return `${nonNullInput(type, inputs)} | null | undefined`;
  return nonNullInput(type.ofType, inputs);
}

function nonNullInput(type: GraphQLInputType, inputs: Set<GraphQLNamedType>): string {
  if (isListType(type)) return listOf(inputType(type.ofType, inputs));
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return leafType(named);
  inputs.add(named);
  return named.name;
}

/** What must be given is so; what has a default may be left out. */
function member(
  field: { readonly name: string; readonly type: GraphQLInputType; readonly hasDefault: boolean },
  inputs: Set<GraphQLNamedType>,
): string {
  const { name, type, hasDefault } = field;
  const optional = hasDefault || !isNonNullType(type);
  const mayBeUndefined = hasDefault && isNonNullType(type) ? ' | undefined' : '';
  return `readonly ${name}${optional ? '?' : ''}: ${inputType(type, inputs)}${mayBeUndefined}`;
}

/** The type of an operation's variables. */
export function variablesType(
  { schema }: TypeSource,
  definitions: readonly VariableDefinitionNode[],
  inputs: Set<GraphQLNamedType>,
): string {
  if (definitions.length === 0) return 'Readonly<Record<string, never>>';
  const members = definitions.map(({ variable, type, defaultValue }) => {
    const found = typeFromAST(schema, type);
    const name = variable.name.value;
    if (!isInputType(found)) throw new Error(`The variable ${name} has no input type.`);
    return member({ name, type: found, hasDefault: defaultValue !== undefined }, inputs);
  });
  return `{ ${members.join('; ')} }`;
}

/** The members of an input object. */
export function inputShape(type: GraphQLNamedType, inputs: Set<GraphQLNamedType>): string {
  if (!isInputObjectType(type)) throw new Error(`${type.name} is not an input object.`);
  const members = Object.values(type.getFields()).map(({ name, type: fieldType, defaultValue }) =>
    member({ name, type: fieldType, hasDefault: defaultValue !== undefined }, inputs),
  );
  return members.map((each) => `  ${each};\n`).join('');
}
