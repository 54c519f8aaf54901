import type { Identity } from '../../schema/identity.ts';
import type { Shipping } from './shipping.ts';
import type { ShippingLoaders } from './store/loaders.ts';

/** What a resolver of shipping may use. Built once per call. */
export interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly loaders: ShippingLoaders;
  readonly shipping: Shipping;
}
