import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

/** What the catalogue is given: nothing beyond what every subgraph gets. */
export type CatalogDeps = SubgraphDeps;
