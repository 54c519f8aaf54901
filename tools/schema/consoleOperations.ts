import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDocument, gql, stringifyDocument } from '@urql/core';
import {
  Kind,
  parse,
  print,
  separateOperations,
  validate,
  type DocumentNode,
  type GraphQLNamedType,
} from 'graphql';
import { loadSupergraph } from '../../gateway/engine/supergraph/loadSupergraph.ts';
import { inputTypes, operationTypes } from './clientDocuments.ts';
import type { TypeSource } from './clientTypes.ts';

const consoleDir = join(import.meta.dirname, '../../console');

/** The operations of one face of the console. */
export interface FaceSource {
  readonly face: string;
  /** Text of `console/faces/<face>/operations.graphql`. */
  readonly text: string;
}

/** Every face's document. */
export const faceSources = (): FaceSource[] =>
  readdirSync(join(consoleDir, 'faces'))
    .sort()
    .map((face) => ({ face, file: join(consoleDir, 'faces', face, 'operations.graphql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ face, file }) => ({ face, text: readFileSync(file, 'utf8') }));

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

interface FaceDocuments {
  /** TypeScript with one typed document for each operation. */
  readonly module: string;
  /** Texts exactly as the console sends them, by the operation's name. */
  readonly sent: ReadonlyMap<string, string>;
}

/** Typed documents of one face. Throws when one is not valid against what clients may ask, or has no name. */
export function faceDocuments({ face, text }: FaceSource, schema: TypeSource['schema']): FaceDocuments {
  const where = `console/faces/${face}/operations.graphql`;
  const document = parse(text);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(`${where} is not valid:\n${faults.map(String).join('\n')}`);
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const inputs = new Set<GraphQLNamedType>();
  const types = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [operationTypes({ schema, fragments }, each, inputs)] : [],
  );
  const sent = new Map<string, string>();
  const constants = Object.entries(separateOperations(document)).map(([name, part]) => {
    if (name === '') throw new Error(`${where}: every operation has a name.`);
    const body = print(part);
    // Two libraries' types of one form: theirs says of absent members that they may be undefined.
    sent.set(name, stringifyDocument(formatDocument(gql(body)) as DocumentNode));
    return `export const ${lowerFirst(name)} = gql<${name}Result, ${name}Variables>(\`${body.replaceAll(/[\\`]|\$\{/g, '\\$&')}\`);\n`;
  });
  const module = [
    `/* Generated from ${where} by npm run schema. Do not edit. */`,
    "import { gql } from '@urql/core';\n",
    ...types,
    ...inputTypes(inputs),
    ...constants,
  ].join('\n');
  return { module, sent };
}

/** The list of everything the console asks, in the format that a gateway's safelist reads. */
function safelist(sent: ReadonlyMap<string, string>): string {
  const operations = [...sent]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, body]) => ({
      id: createHash('sha256').update(body).digest('hex'),
      name,
      type: /^\s*(?:fragment[\s\S]*?)?\b(query|mutation|subscription)\b/.exec(body)?.[1] ?? 'query',
      body,
    }));
  return `${JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }, null, 2)}\n`;
}

/** Every generated file of the console with its text. */
export function consoleOutputs(supergraphSdl: string): Map<string, string> {
  const schema = loadSupergraph(supergraphSdl).apiSchema;
  const files = new Map<string, string>();
  const all = new Map<string, string>();
  for (const source of faceSources()) {
    const { module, sent } = faceDocuments(source, schema);
    files.set(join(consoleDir, 'faces', source.face, 'generated/operations.ts'), module);
    for (const [name, body] of sent) {
      if (all.has(name)) throw new Error(`Two faces have an operation ${name}; a name is that of one.`);
      all.set(name, body);
    }
  }
  files.set(join(consoleDir, 'generated/safelist.json'), safelist(all));
  return files;
}
