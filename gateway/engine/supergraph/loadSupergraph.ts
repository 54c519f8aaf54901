import { createHash } from 'node:crypto';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind, parse } from 'graphql';
import type { SubgraphInfo } from '../types.ts';
import { buildApiSchema } from './apiSchema.ts';
import type { Feature } from './features.ts';
import { checkFeatures, readFeatures } from './features.ts';
import type { PossibleTypes } from './possibleTypes.ts';
import { readPossibleTypes } from './possibleTypes.ts';

/** A supergraph read once and never changed. */
export interface Supergraph {
  readonly sdl: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
  readonly document: DocumentNode;
  readonly features: readonly Feature[];
  readonly apiSchema: GraphQLSchema;
  readonly possibleTypes: PossibleTypes;
  readonly subgraphs: readonly SubgraphInfo[];
}

/** Reads a composed supergraph. Throws with a reason when it is not one or needs what this engine cannot do. */
export function loadSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const features = readFeatures(document);
  checkFeatures(features);
  return {
    sdl,
    hash: createHash('sha256').update(sdl).digest('hex'),
    document,
    features,
    apiSchema: buildApiSchema(document, features),
    possibleTypes: readPossibleTypes(document),
    subgraphs: readSubgraphs(document, features),
  };
}

function readSubgraphs(document: DocumentNode, features: readonly Feature[]): readonly SubgraphInfo[] {
  const prefix = features.find((feature) => feature.identity.endsWith('/join'))?.prefix ?? 'join';
  const subgraphs: SubgraphInfo[] = [];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== `${prefix}__Graph`)
      continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find((directive) => directive.name.value === `${prefix}__graph`);
      const text = (name: string) => {
        const node = graph?.arguments?.find((argument) => argument.name.value === name)?.value;
        return node?.kind === Kind.STRING ? node.value : '';
      };
      subgraphs.push({ name: text('name'), url: text('url') });
    }
  }
  if (subgraphs.length === 0) throw new Error('The supergraph names no subgraphs.');
  return subgraphs;
}
