import { notFound } from '../../../platform/errors/codedError.ts';
import type { CarrierAdapter } from './carrierAdapter.ts';

/** All carriers, by code. */
export interface Carriers {
  /** NOT_FOUND for a code nobody speaks for. */
  of(code: string): CarrierAdapter;
}

/** Real adapters first; other codes are simulated, if a simulator is given. */
export function createCarriers(
  real: readonly CarrierAdapter[],
  simulate: ((code: string) => CarrierAdapter) | undefined,
): Carriers {
  const known = new Map(real.map((adapter) => [adapter.code, adapter]));
  return {
    of: (code) => {
      const adapter = known.get(code) ?? (/^[\x21-\x7e]{1,100}$/.test(code) ? simulate?.(code) : undefined);
      if (adapter === undefined) throw notFound('carrier');
      return adapter;
    },
  };
}
