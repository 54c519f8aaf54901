import {
  compositionHasErrors,
  composeSchemaContract,
  composeServices,
  type CompositionResult,
} from '@theguild/federation-composition';
import { parse } from 'graphql';
import { withArgumentTags } from './contractTags.ts';

/** One subgraph as composition takes it. */
export interface SubgraphSource {
  readonly name: string;
  readonly sdl: string;
  /** Where the subgraph answers over HTTP. */
  readonly url: string;
}

const services = (sources: readonly SubgraphSource[]) =>
  sources.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl, { noLocation: true }) }));

function supergraphOf(result: CompositionResult, what: string): string {
  if (compositionHasErrors(result) || result.supergraphSdl === undefined) {
    const faults = compositionHasErrors(result) ? result.errors.map((error) => `- ${error.message}`) : [];
    throw new Error(`${what} does not compose:\n${faults.join('\n')}`);
  }
  return `${result.supergraphSdl.trim()}\n`;
}

/** The supergraph of all subgraphs. Throws with every fault if they do not compose. */
export const composeSupergraph = (sources: readonly SubgraphSource[]): string =>
  supergraphOf(composeServices(services(sources)), 'The supergraph');

/** Which tags a contract keeps and which it leaves out even within what it keeps. */
export interface ContractTags {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The scoped supergraph: only what carries an included tag. Throws with every fault if it does not compose. */
export function composeContract(sources: readonly SubgraphSource[], tags: ContractTags): string {
  const tagged = sources.map((source) => ({ ...source, sdl: withArgumentTags(source.sdl) }));
  const filter = { include: new Set(tags.include), exclude: new Set(tags.exclude) };
  return supergraphOf(
    composeSchemaContract(services(tagged), filter, true),
    `The contract for ${tags.include.join(', ')}`,
  );
}
