import type { Identity } from '../../schema/identity.ts';
import type { ShippingApplication } from './application.ts';
import type { ShippingLoaders } from './store/loaders.ts';

/** What a resolver of shipping may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly loaders: ShippingLoaders;
  readonly application: ShippingApplication;
}
