import type { Identity } from '../../schema/identity.ts';
import type { OrdersApplication } from './application.ts';
import type { OrdersLoaders } from './store/loaders.ts';

/** What a resolver of orders may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly signal: AbortSignal | undefined;
  readonly loaders: OrdersLoaders;
  readonly application: OrdersApplication;
  /** Orders that this call found by number and contact: shown to a caller who may not read their rows. */
  readonly found: Set<string>;
}
