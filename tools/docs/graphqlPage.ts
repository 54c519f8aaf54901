import { Kind, parse, print } from 'graphql';
import type {
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  TypeDefinitionNode,
} from 'graphql';
import { accessOf, deprecationOf } from './graphqlAccess.ts';
import { generatedNote, page, table } from './text.ts';

const roots: Readonly<Record<string, string>> = {
  Query: 'Queries',
  Mutation: 'Mutations',
  Subscription: 'Subscriptions',
};

interface Described {
  readonly description?: { readonly value: string } | undefined;
  readonly directives?: FieldDefinitionNode['directives'];
}
const textOf = ({ description, directives }: Described): string =>
  [description?.value ?? '', deprecationOf(directives)].filter((text) => text !== '').join(' ');

function inputText({ name, type, defaultValue }: InputValueDefinitionNode): string {
  const byDefault = defaultValue === undefined ? '' : ` = ${print(defaultValue)}`;
  return `${name.value}: ${print(type)}${byDefault}`;
}

function fieldRow(field: FieldDefinitionNode): string[] {
  const args = (field.arguments ?? []).map(inputText).join(', ');
  const signature = `${field.name.value}${args === '' ? '' : `(${args})`}: ${print(field.type)}`;
  return [`\`${signature}\``, accessOf(field.directives), textOf(field)];
}
const inputRow = (field: InputValueDefinitionNode): string[] => [`\`${inputText(field)}\``, textOf(field)];
const valueRow = (value: EnumValueDefinitionNode): string[] => [`\`${value.name.value}\``, textOf(value)];

const fieldHead = ['Field', 'Who', 'Meaning'];

/** What a type consists of. */
function bodyOf(type: TypeDefinitionNode): string {
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return table(fieldHead, (type.fields ?? []).map(fieldRow));
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return table(['Field', 'Meaning'], (type.fields ?? []).map(inputRow));
    case Kind.ENUM_TYPE_DEFINITION:
      return table(['Value', 'Meaning'], (type.values ?? []).map(valueRow));
    case Kind.UNION_TYPE_DEFINITION:
      return `One of ${(type.types ?? []).map(({ name }) => `\`${name.value}\``).join(', ')}.`;
    case Kind.SCALAR_TYPE_DEFINITION:
      return '';
  }
}

const kinds: Readonly<Record<TypeDefinitionNode['kind'], string>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'type',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
};

function section(type: TypeDefinitionNode): string {
  const root = roots[type.name.value];
  if (root !== undefined) return page(`## ${root}`, bodyOf(type)).trimEnd();
  const access = accessOf(type.directives);
  const about = [textOf(type), access === '' ? '' : `Who: ${access}.`].filter((text) => text !== '');
  return page(`### ${kinds[type.kind]} ${type.name.value}`, about.join(' '), bodyOf(type)).trimEnd();
}

/** The page of one SDL file: what can be asked, then every type by name. */
export function graphqlPage(title: string, about: string, sdl: string): string {
  const types = parse(sdl).definitions.filter((node): node is TypeDefinitionNode => node.kind in kinds);
  const isRoot = (type: TypeDefinitionNode): boolean => type.name.value in roots;
  const others = types.filter((type) => !isRoot(type));
  others.sort((a, b) => a.name.value.localeCompare(b.name.value, 'en'));
  return page(
    generatedNote,
    `# ${title}`,
    about,
    ...types.filter(isRoot).map(section),
    '## Types',
    ...others.map(section),
  );
}
