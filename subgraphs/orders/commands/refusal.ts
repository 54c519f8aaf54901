import type { CheckoutResult } from './checkoutResult.ts';

type Ended = Extract<CheckoutResult, { kind: 'outOfStock' | 'promiseExpired' | 'error' }>;

/** Why nothing could be sourced, as a checkout tells it. */
export function refusal(
  sourced: { code: string; message: string; skus: readonly string[] },
  lacking: readonly string[],
): Ended {
  const { code, message } = sourced;
  if (code === 'PROMISE_EXPIRED') return { kind: 'promiseExpired', message };
  if (code === 'PROMISE_INVALID' || code === 'ADDRESS_NOT_CARRIED') return { kind: 'error', code, message };
  return { kind: 'outOfStock', message, skus: sourced.skus.length > 0 ? sourced.skus : lacking };
}
