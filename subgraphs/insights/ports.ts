import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

/** What insights is given: nothing beyond what every subgraph gets. */
export type InsightsDeps = SubgraphDeps;
