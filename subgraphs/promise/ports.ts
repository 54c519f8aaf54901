import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

export interface PromiseConfig {
  /** Signs delivery option handles; at least 32 characters, the same in every process of this subgraph. */
  readonly handleSecret: string;
  /** Folder of imported postal tables, which answer in place of those that come along. */
  readonly postalFolder?: string;
}

export interface PromiseDeps extends SubgraphDeps {
  readonly config: PromiseConfig;
}
