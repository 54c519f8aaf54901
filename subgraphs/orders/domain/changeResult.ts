import type { RefusalCode } from './change.ts';

/** No money was set aside: what the caller is told. */
export interface ChangeDeclined {
  readonly kind: 'declined';
  readonly message: string;
  readonly declineCode: string;
}

/** What a change came to; stored and given again to whoever repeats the key. */
export type ChangeResult =
  | { readonly kind: 'changed'; readonly askId?: string }
  | { readonly kind: 'outOfStock'; readonly message: string; readonly skus: readonly string[] }
  | { readonly kind: 'promiseExpired'; readonly message: string }
  | { readonly kind: 'tooLate'; readonly code: RefusalCode; readonly message: string }
  | ChangeDeclined;

/** Nothing is known yet: whoever holds the units has not answered. The change goes on by itself. */
export interface ChangeAsked {
  readonly kind: 'asked';
}

/** A change that comes to nothing. */
export type Failed = Exclude<ChangeResult, { kind: 'changed' }>;
