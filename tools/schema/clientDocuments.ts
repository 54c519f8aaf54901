import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  Kind,
  parse,
  print,
  separateOperations,
  validate,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { inputShape, selectionType, variablesType, type TypeSource } from './clientTypes.ts';
import { subgraphNames, subgraphSdl } from './sdl.ts';

const subgraphsDir = join(import.meta.dirname, '../../subgraphs');

/** The operations that one subgraph asks of another. */
export interface ClientSource {
  readonly caller: string;
  readonly callee: string;
  /** Text of `subgraphs/<caller>/clients/<callee>.graphql`. */
  readonly text: string;
  /** The generated file. */
  readonly file: string;
}

/** Every `clients/<callee>.graphql` of every subgraph. */
export const clientSources = (): ClientSource[] =>
  subgraphNames().flatMap((caller) => {
    const folder = join(subgraphsDir, caller, 'clients');
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
    return names.sort().map((name) => {
      const callee = name.slice(0, -'.graphql'.length);
      return {
        ...{ caller, callee, text: readFileSync(join(folder, name), 'utf8') },
        file: join(subgraphsDir, caller, 'generated', `${callee}Operations.ts`),
      };
    });
  });

const schemas = new Map<string, GraphQLSchema>();

function schemaOf(name: string): GraphQLSchema {
  if (!subgraphNames().includes(name)) throw new Error(`There is no subgraph ${name}.`);
  const known = schemas.get(name) ?? buildSubgraphSchema([{ typeDefs: parse(subgraphSdl(name)) }]);
  schemas.set(name, known);
  return known;
}

/**
 * A TypeScript file with one typed document for each operation. Throws when an operation is not valid against the
 * present SDL of the subgraph it asks, has no name, or has an answer whose shapes cannot be told apart.
 */
export function generateClientDocuments({ caller, callee, text }: Omit<ClientSource, 'file'>): string {
  const where = `subgraphs/${caller}/clients/${callee}.graphql`;
  const document = parse(text);
  const schema = schemaOf(callee);
  const faults = validate(schema, document);
  if (faults.length > 0)
    throw new Error(`${where} asks what ${callee} does not answer:\n${faults.map(String).join('\n')}`);
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const inputs = new Set<GraphQLNamedType>();
  const parts = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [operationTypes({ schema, fragments }, each, inputs)] : [],
  );
  const texts = Object.entries(separateOperations(document));
  const constants = texts.map(([name, part]) => {
    if (name === '') throw new Error(`${where}: every operation has a name.`);
    const body = print(part).replaceAll(/[\\`]|\$\{/g, '\\$&');
    return `export const ${lowerFirst(name)}: ClientDocument<${name}Result, ${name}Variables> = {
  subgraph: '${callee}',
  text: \`${body}\`,
};\n`;
  });
  return [
    `/* Generated from ${where} by npm run schema. Do not edit. */`,
    "import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';\n",
    ...parts,
    ...inputTypes(inputs),
    ...constants,
  ].join('\n');
}

/** The types of an operation's answer and variables; input objects it names are added to `inputs`. */
export function operationTypes(
  source: TypeSource,
  node: OperationDefinitionNode,
  inputs: Set<GraphQLNamedType>,
): string {
  const name = node.name?.value ?? '';
  const root = source.schema.getRootType(node.operation);
  if (root == null) throw new Error(`There is no ${node.operation} to ask.`);
  const result = selectionType(source, root, [node.selectionSet]);
  const variables = variablesType(source, node.variableDefinitions ?? [], inputs);
  return `export type ${name}Result = ${result};\n\nexport type ${name}Variables = ${variables};\n`;
}

/** The named input objects, and those they name in turn: a set may grow while it is walked. */
export function inputTypes(inputs: Set<GraphQLNamedType>): string[] {
  const texts: string[] = [];
  for (const type of inputs) texts.push(`export interface ${type.name} {\n${inputShape(type, inputs)}}\n`);
  return texts;
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
