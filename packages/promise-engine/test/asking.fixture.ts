import type { DeliveryOption, PromiseInput, PromiseResult } from '../src/model/types.ts';

/** A Monday morning, 11:00 in Paris. */
export const at = Date.parse('2026-11-23T10:00:00Z');
/** Two of one article to the middle of Paris. */
export const ask = (over: Partial<PromiseInput> = {}): PromiseInput => ({
  channel: 'web',
  currency: 'EUR',
  at,
  destination: { country: 'FR', postalCode: '75003' },
  lines: [{ sku: 'A', quantity: 2 }],
  ...over,
});
/** @throws when the method is not offered. */
export const option = (result: PromiseResult, code: string): DeliveryOption => {
  const found = result.options.find((o) => o.code === code);
  if (!found) throw new Error(`no option ${code}: ${JSON.stringify(result.unavailable)}`);
  return found;
};
/** Why a method is not offered. */
export const reasonsOf = (result: PromiseResult, code: string): string[] =>
  result.unavailable.filter((u) => u.code === code).flatMap((u) => u.reasons.map((r) => r.code));
