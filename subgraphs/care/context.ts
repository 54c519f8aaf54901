import type { Identity } from '../../schema/identity.ts';
import type { CareApplication } from './application.ts';
import type { CareLoaders } from './store/loaders.ts';

/** What a resolver of care may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly loaders: CareLoaders;
  readonly application: CareApplication;
  /** Aborts when a subscriber leaves. */
  readonly signal: AbortSignal | undefined;
}
