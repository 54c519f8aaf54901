import type { Identity } from '../../schema/identity.ts';
import type { ReturnsApplication } from './application.ts';
import type { ReturnsLoaders } from './store/loaders.ts';

/** What a resolver of returns may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly signal: AbortSignal | undefined;
  readonly loaders: ReturnsLoaders;
  readonly application: ReturnsApplication;
}
