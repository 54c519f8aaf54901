import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const schemaDir = join(import.meta.dirname, '../../schema');

/** Names of all subgraphs, from the files in schema/subgraphs. */
export const subgraphNames = (): string[] =>
  readdirSync(join(schemaDir, 'subgraphs'))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.slice(0, -'.graphql'.length))
    .sort();

/** The whole SDL of one subgraph: the shared value types and its own. */
export function subgraphSdl(name: string): string {
  const shared = readdirSync(join(schemaDir, 'shared')).sort();
  const files = [...shared.map((file) => join('shared', file)), join('subgraphs', `${name}.graphql`)];
  return files.map((file) => readFileSync(join(schemaDir, file), 'utf8')).join('\n');
}

export const schemaFile = (name: string): string => join(schemaDir, name);
