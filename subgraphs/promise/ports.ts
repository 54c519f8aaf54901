import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

export interface PromiseConfig {
  /** Signs delivery option handles; at least 32 characters, the same in every process of this subgraph. */
  readonly handleSecret: string;
}

export interface PromiseDeps extends SubgraphDeps {
  readonly config: PromiseConfig;
}
