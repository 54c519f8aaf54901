import type { PriceMove } from '../domain/prices.ts';
import type { ErrorCodeName } from '../../../schema/errorCodes.ts';

/** What a checkout came to; stored and given again to whoever repeats the key. */
export type CheckoutResult =
  | { readonly kind: 'placed'; readonly orderId: string }
  | { readonly kind: 'outOfStock'; readonly message: string; readonly skus: readonly string[] }
  | {
      readonly kind: 'priceChanged';
      readonly currency: string;
      readonly moves: readonly PriceMove[];
      readonly beforeMinor: number;
      readonly nowMinor: number;
    }
  | { readonly kind: 'promiseExpired'; readonly message: string }
  | { readonly kind: 'declined'; readonly message: string; readonly declineCode: string }
  | { readonly kind: 'error'; readonly code: ErrorCodeName; readonly message: string };
