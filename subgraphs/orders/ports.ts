import type { SubgraphDeps } from '../../platform/graph/subgraphDeps.ts';

/**
 * What a provider said. UNKNOWN: no answer came; ask again before anything is repeated. ACTION_REQUIRED: the customer
 * has to pass the provider's page first (3-D Secure). `expiresAtMs`: from when an authorisation holds nothing any more.
 */
export type ProviderAnswer =
  | { readonly state: 'APPROVED'; readonly reference: string; readonly expiresAtMs?: number | undefined }
  | { readonly state: 'ACTION_REQUIRED'; readonly url: string }
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
  /** What a gift card holds in a currency, in minor units; null for one the provider does not know. */
  balance(card: { readonly token: string; readonly currency: string }): Promise<number | null>;
  /** The customer came back from the provider's page, which handed over `result`; the answer of the authorisation. */
  complete(key: string, result: string): Promise<ProviderAnswer>;
  /** Gives an authorisation up that is not answered or not passed; from then on it cannot succeed. Its last word. */
  abandon(key: string): Promise<ProviderAnswer>;
  /** Sets an amount aside anew by the same means, before an authorisation lapses. */
  renew(request: ProviderRequest & { readonly authorisation: string }): Promise<ProviderAnswer>;
  capture(request: ProviderRequest & { readonly authorisation: string }): Promise<ProviderAnswer>;
  refund(request: ProviderRequest & { readonly authorisation: string }): Promise<ProviderAnswer>;
  void(request: ProviderRequest & { readonly authorisation: string }): Promise<ProviderAnswer>;
  /** Makes a gift card that holds the amount; APPROVED names its token as the reference. */
  issueGiftCard(request: ProviderRequest): Promise<ProviderAnswer>;
  /** What became of a key; null if the provider has never seen it. */
  lookup(key: string): Promise<ProviderAnswer | null>;
}

/** Goods of an order whose tax is asked for. */
export interface TaxRequest {
  readonly destination: { readonly country: string; readonly postalCode?: string | undefined };
  /** Tax category of each line. */
  readonly categories: readonly string[];
  /** Epoch ms of the sale. */
  readonly atMs: number;
}

/** Says what tax a sale carries. */
export interface TaxPort {
  /** The rate within the price of each line, in basis points (2000 = 20 %), in the order of the request. */
  rates(request: TaxRequest): Promise<readonly number[]>;
}

export interface OrdersDeps extends SubgraphDeps {
  /** Taxes by destination and category; the rates that come with the project unless told. */
  readonly taxes?: TaxPort;
  readonly payments: PaymentProvider;
  /** How often unfinished checkouts and holds are looked at, in ms. @default 5_000 */
  readonly recoverEveryMs?: number;
  /** How long cancelOrder waits for the locations' answer, in ms. @default 1_500 */
  readonly cancelWaitMs?: number;
}
