import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';
import type { TransitModel } from './domain/transitModel.ts';

export interface PromiseConfig {
  /** Signs delivery option handles; at least 32 characters, the same in every process of this room. */
  readonly handleSecret: string;
}

export interface PromiseDeps extends SubgraphDeps {
  readonly config: PromiseConfig;
  /** Learned times; the configured tables answer without it. */
  readonly transitModel?: TransitModel;
}
