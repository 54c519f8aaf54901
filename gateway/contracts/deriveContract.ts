import { composeSchemaContract, compositionHasErrors } from '@theguild/federation-composition';
import type { DocumentNode } from 'graphql';
import { parse } from 'graphql';

/** One subgraph's schema as it is composed. */
export interface SubgraphSchema {
  readonly name: string;
  /** Address written into the supergraph; may be empty for a subgraph in process. */
  readonly url?: string;
  readonly typeDefs: string | DocumentNode;
}

/** Which tagged elements a contract holds. */
export interface ContractFilter {
  /** Elements with one of these tags stay; empty: everything stays but what is excluded. */
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

export type ContractOutcome =
  | {
      readonly ok: true;
      /** The supergraph of the contract: what is filtered out is inaccessible in it. */
      readonly supergraphSdl: string;
      /** What clients of the contract see. */
      readonly publicSdl: string;
    }
  | { readonly ok: false; readonly reasons: readonly string[] };

/**
 * Derives a scoped schema by `@tag` from the same subgraph schemas the whole supergraph is composed of.
 * Types nothing reaches any more are filtered out too, so that introspection shows no leftovers.
 */
export function deriveContract(
  subgraphs: readonly SubgraphSchema[],
  filter: ContractFilter,
): ContractOutcome {
  const services = subgraphs.map(({ name, url, typeDefs }) => ({
    name,
    typeDefs: typeof typeDefs === 'string' ? parse(typeDefs) : typeDefs,
    ...(url !== undefined && { url }),
  }));
  const result = composeSchemaContract(
    services,
    { include: new Set(filter.include), exclude: new Set(filter.exclude ?? []) },
    true,
  );
  if (compositionHasErrors(result))
    return { ok: false, reasons: result.errors.map(({ message }) => message) };
  return { ok: true, supergraphSdl: result.supergraphSdl, publicSdl: result.publicSdl };
}
