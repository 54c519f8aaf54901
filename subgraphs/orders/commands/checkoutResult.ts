import type { ErrorCodeName } from '../../../schema/errorCodes.ts';

/** What a checkout came to; stored and given again to whoever repeats the key. */
export type CheckoutResult =
  | { readonly kind: 'placed'; readonly orderId: string }
  | { readonly kind: 'outOfStock'; readonly message: string; readonly skus: readonly string[] }
  | { readonly kind: 'promiseExpired'; readonly message: string }
  | { readonly kind: 'declined'; readonly message: string; readonly declineCode: string }
  | { readonly kind: 'error'; readonly code: ErrorCodeName; readonly message: string };
