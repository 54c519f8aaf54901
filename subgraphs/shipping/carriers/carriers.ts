import { notFound } from '../../../platform/errors/codedError.ts';
import type { CarrierAdapter } from './carrierAdapter.ts';

/** All carriers, by code. */
export interface Carriers {
  /** NOT_FOUND for a code nobody speaks for. */
  of(code: string): CarrierAdapter;
  /** Does anybody speak for it? */
  has(code: string): boolean;
}

/** Real adapters first; other codes are simulated, if a simulator is given. */
export function createCarriers(
  real: readonly CarrierAdapter[],
  simulate: ((code: string) => CarrierAdapter) | undefined,
): Carriers {
  const known = new Map(real.map((adapter) => [adapter.code, adapter]));
  const find = (code: string): CarrierAdapter | undefined =>
    known.get(code) ?? (/^[\x21-\x7e]{1,100}$/.test(code) ? simulate?.(code) : undefined);
  return {
    has: (code) => find(code) !== undefined,
    of: (code) => {
      const adapter = find(code);
      if (adapter === undefined) throw notFound('carrier');
      return adapter;
    },
  };
}
