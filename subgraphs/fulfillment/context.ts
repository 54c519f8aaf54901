import type { Identity } from '../../schema/identity.ts';
import type { FulfillmentApplication } from './application.ts';
import type { FulfillmentLoaders } from './store/loaders.ts';

/** What a resolver of fulfillment may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  /** Ends what it asked for, where it asked for a stream. */
  readonly signal: AbortSignal | undefined;
  readonly loaders: FulfillmentLoaders;
  readonly application: FulfillmentApplication;
}
