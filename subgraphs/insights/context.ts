import type DataLoader from 'dataloader';
import type { Identity } from '../../schema/identity.ts';
import type { Outcome } from './domain/outcome.ts';
import type { InsightsModels } from './store/models.ts';

/** What a resolver of insights may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly models: InsightsModels;
  readonly nowMs: number;
  readonly outcome: DataLoader<string, Outcome | null>;
}
