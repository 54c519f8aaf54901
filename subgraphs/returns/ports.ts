import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

/** What returns is given: nothing beyond what every subgraph gets. */
export type ReturnsDeps = SubgraphDeps;
