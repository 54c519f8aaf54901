import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, type DocumentNode } from 'graphql';

const schemaFolder = fileURLToPath(new URL('../../schema/', import.meta.url));

/** SDL of one subgraph: schema/shared/*.graphql and schema/subgraphs/<name>.graphql, each as a document. */
export function loadSdl(name: string): DocumentNode[] {
  const shared = readdirSync(`${schemaFolder}shared`)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => `${schemaFolder}shared/${file}`);
  return [...shared, `${schemaFolder}subgraphs/${name}.graphql`].map((path) =>
    parse(readFileSync(path, 'utf8')),
  );
}
