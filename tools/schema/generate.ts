import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clientSources, generateClientDocuments } from './clientDocuments.ts';
import { consoleOutputs } from './consoleOperations.ts';
import { composeContract, composeSupergraph, type SubgraphSource } from './compose.ts';
import { loweredAgainst, protectionText, type ProtectionRecord } from './protection.ts';
import { listsWithoutSize } from './listSizes.ts';
import { generateResolverTypes } from './resolverTypes.ts';
import { schemaFile, subgraphNames, subgraphSdl } from './sdl.ts';

/** Ports of the subgraphs when each runs as its own process, in the order of their names. */
const firstPort = 4101;

const sources = (): SubgraphSource[] =>
  subgraphNames().map((name, i) => ({
    name,
    sdl: subgraphSdl(name),
    url: `http://127.0.0.1:${firstPort + i}/graphql`,
  }));

const supergraphs = () => ({
  supergraph: composeSupergraph(sources()),
  partner: composeContract(sources(), { include: ['partner'], exclude: ['internal'] }),
});

/** Refuses a schema that protects less than the committed record, unless that is what is wanted. */
function refuseLowering(): void {
  const file = schemaFile('protected.json');
  const record = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ProtectionRecord) : {};
  const lowered = loweredAgainst(record, supergraphs());
  if (lowered.length === 0) return;
  const way = 'If that is meant, run npm run schema -- --lower-protection and say why in the change.';
  throw new Error(`The schema protects less than schema/protected.json says:\n${lowered.join('\n')}\n${way}`);
}

/** Refuses a schema with lists that requests could not be priced for. */
function refuseUnsized(): void {
  const unsized = sources().flatMap(({ name, sdl }) =>
    listsWithoutSize(sdl).map((list) => `${name}: ${list}`),
  );
  if (unsized.length === 0) return;
  const way = 'Give each @listSize(assumedSize: what is usual at most), or the arguments that say it.';
  throw new Error(`These lists do not say how long they are:\n${unsized.join('\n')}\n${way}`);
}

/** Every generated file with its text. */
async function outputs(): Promise<Map<string, string>> {
  const { supergraph, partner } = supergraphs();
  const files = new Map<string, string>([
    [schemaFile('supergraph.graphql'), supergraph],
    [schemaFile('partner.graphql'), partner],
    [schemaFile('protected.json'), protectionText({ supergraph, partner })],
  ]);
  for (const name of subgraphNames()) {
    const file = join(import.meta.dirname, '../../subgraphs', name, 'generated/resolverTypes.ts');
    files.set(file, await generateResolverTypes(name));
  }
  for (const [file, text] of consoleOutputs(supergraph)) files.set(file, text);
  for (const source of clientSources()) files.set(source.file, generateClientDocuments(source));
  return files;
}

/** Writes every generated file; with --check, only says which ones have drifted and fails. */
async function main(check: boolean): Promise<void> {
  const drifted: string[] = [];
  for (const [file, text] of await outputs()) {
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (check) drifted.push(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      console.log(`wrote ${file}`);
    }
  }
  if (drifted.length > 0) {
    console.error(`These files differ from what the schema says; run npm run schema:\n${drifted.join('\n')}`);
    process.exitCode = 1;
  }
}

refuseUnsized();
if (!process.argv.includes('--lower-protection')) refuseLowering();
await main(process.argv.includes('--check'));
