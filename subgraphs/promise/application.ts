import type { Journal } from '../../platform/journal/journal.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { PromiseSettings } from './domain/settings.ts';
import type { Handles } from './handle/handle.ts';
import type { LearnedTimes } from './store/learnedTimes.ts';
import type { Freshness } from './projection/freshness.ts';
import type { NetworkKeeper } from './projection/networkKeeper.ts';
import type { FactStore } from './store/factStore.ts';
import type { PromiseModels } from './store/models.ts';

/** The promise subgraph, put together once. */
export interface PromiseApplication {
  readonly models: PromiseModels;
  readonly journal: Journal;
  readonly keeper: NetworkKeeper;
  /** How old what the network knows is. */
  readonly freshness: Freshness;
  readonly facts: FactStore;
  readonly handles: Handles;
  /** Learned times; there once the subgraph has started. */
  readonly learned: () => LearnedTimes;
  readonly settings: Settings<PromiseSettings>;
  readonly newId: () => string;
}
