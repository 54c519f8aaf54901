import type { Identity } from '../../schema/identity.ts';
import type { InsightsApplication } from './application.ts';
import type { InsightsLoaders } from './store/loaders.ts';

/** What a resolver of insights may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly loaders: InsightsLoaders;
  readonly application: InsightsApplication;
  /** Aborts when a subscriber leaves. */
  readonly signal: AbortSignal | undefined;
}
