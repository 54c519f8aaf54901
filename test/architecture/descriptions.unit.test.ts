import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = ['schema/subgraphs', 'schema/shared'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => join(folder, name)),
);

type Described = { readonly description?: { readonly value: string } | undefined };
type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };
const has = (node: Directed, name: string): boolean =>
  (node.directives ?? []).some((directive) => directive.name.value === name);
const isTold = ({ description }: Described): boolean => (description?.value.trim() ?? '') !== '';

/** Names of what lacks a description. Another subgraph's entity is described where it lives. */
function undescribed(definition: DefinitionNode): string[] {
  if (!('name' in definition) || definition.name === undefined) return [];
  const name = definition.name.value;
  const isRoot = ['Query', 'Mutation', 'Subscription'].includes(name);
  const fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[] =
    'fields' in definition ? (definition.fields ?? []) : [];
  const values = 'values' in definition ? (definition.values ?? []) : [];
  const keys = (('directives' in definition ? definition.directives : undefined) ?? [])
    .filter((directive) => directive.name.value === 'key')
    .flatMap(({ arguments: given }) => given ?? [])
    .flatMap(({ value }) => (value.kind === 'StringValue' ? value.value.split(/\s+/) : []));
  const ofOthers = fields.some((field) => has(field, 'external')) || isStub(fields, keys);
  const isType = 'description' in definition || fields.length > 0 || values.length > 0;
  return [
    ...(isType && !isRoot && !ofOthers && !isTold(definition as Described) ? [name] : []),
    ...fields
      .filter((field) => !isTold(field) && !has(field, 'external') && !keys.includes(field.name.value))
      .map((field) => `${name}.${field.name.value}`),
    ...values.filter((value) => !isTold(value)).map((value) => `${name}.${value.name.value}`),
  ];
}

const isStub = (fields: readonly { readonly name: { readonly value: string } }[], keys: string[]): boolean =>
  keys.length > 0 && fields.every((field) => keys.includes(field.name.value));

describe('the schema', () => {
  it('is read whole', () => {
    expect(files.length).toBeGreaterThan(7);
  });
  it.each(files)('%s describes every type, field and value', (file) => {
    const { definitions } = parse(readFileSync(join(root, file), 'utf8'));
    expect(definitions.filter((each) => each.kind !== 'DirectiveDefinition').flatMap(undescribed)).toEqual(
      [],
    );
  });
  it('would not pass without descriptions', () => {
    const { definitions } = parse('type A { b: Int } enum C { D } input E { "told" f: Int }');
    expect(definitions.flatMap(undescribed)).toEqual(['A', 'A.b', 'C', 'C.D', 'E']);
  });
});
