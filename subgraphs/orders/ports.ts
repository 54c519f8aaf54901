import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

/** What a provider said. UNKNOWN: no answer came; ask again before anything is repeated. */
export type ProviderAnswer =
  | { readonly state: 'APPROVED'; readonly reference: string }
  | { readonly state: 'DECLINED'; readonly declineCode: string }
  | { readonly state: 'PENDING' }
  | { readonly state: 'UNKNOWN' };

/** One movement of money asked of a provider. Amounts in minor units. */
export interface ProviderRequest {
  /** Our idempotency key, handed on: the same key moves money at most once. */
  readonly key: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** A payment provider. No method throws for a refusal; a thrown error counts as UNKNOWN. */
export interface PaymentProvider {
  authorise(request: ProviderRequest & { readonly token: string }): Promise<ProviderAnswer>;
  capture(request: ProviderRequest & { readonly authorisation: string }): Promise<ProviderAnswer>;
  refund(request: ProviderRequest & { readonly authorisation: string }): Promise<ProviderAnswer>;
  void(request: ProviderRequest & { readonly authorisation: string }): Promise<ProviderAnswer>;
  /** What became of a key; null if the provider has never seen it. */
  lookup(key: string): Promise<ProviderAnswer | null>;
}

export interface OrdersDeps extends SubgraphDeps {
  readonly payments: PaymentProvider;
  /** How often unfinished checkouts and holds are looked at, in ms. @default 5_000 */
  readonly recoverEveryMs?: number;
}
