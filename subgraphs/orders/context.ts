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
}
