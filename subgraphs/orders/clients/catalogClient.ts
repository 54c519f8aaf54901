import type { PriceNow } from '../domain/prices.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import type { CustomisationOption } from '../domain/options.ts';
import {
  freeCartHold,
  holdForCart,
  prolongCartHold,
  releaseReservation,
  reservedUnits,
  reserveStock,
  scannedVariant,
  variantFacts,
  variantPrices,
  variantProducts,
} from '../generated/catalogOperations.ts';

/** What orders needs to know of a variant. */
export interface VariantFacts {
  readonly price: { readonly amountMinor: number; readonly currency: string };
  readonly taxBasisPoints: number;
  readonly taxCategory: string;
  readonly customisable: boolean;
  readonly options: readonly CustomisationOption[];
}

/** Units of a SKU at a location to hold or give back. */
export interface HoldLine {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future: boolean;
}

/** A reservation, or the locations and SKUs that lack units. */
export type HoldOutcome =
  | { readonly kind: 'held'; readonly reservationId: string }
  | {
      readonly kind: 'short';
      readonly shortages: readonly { readonly sku: string; readonly locationId: string }[];
    };

/** Units to hold for an order. */
export interface Hold {
  readonly key: string;
  /** Cart it is placed from. */
  readonly cartId: string;
  readonly lines: readonly HoldLine[];
}

/** Units to hold for a cart. */
export interface CartUnits extends Hold {
  readonly ttlSeconds: number;
  /** Reservation of an order that came to nothing, given back in the same step. */
  readonly insteadOf?: string;
}

/** The same for a cart, with the time its hold ends, epoch ms. */
export type CartHoldOutcome =
  { readonly kind: 'held'; readonly untilMs: number } | Extract<HoldOutcome, { kind: 'short' }>;

/** The catalogue, as orders speaks to it. */
export interface CatalogClient {
  variant(sku: string, requestId: string): Promise<VariantFacts | null>;
  /** SKU of the article that a barcode names; null if nobody has it. */
  scanned(gtin: string, requestId: string): Promise<string | null>;
  /** What variants cost now; those nobody sells any more are left out. */
  prices(skus: readonly string[], requestId: string): Promise<readonly PriceNow[]>;
  /** Id of the product each SKU is of; those nobody sells any more are left out. */
  products(skus: readonly string[], requestId: string): Promise<ReadonlyMap<string, string>>;
  /** Units of an order; what its cart held is given back in the same step, so that they are never counted twice. */
  hold(order: Hold, requestId: string): Promise<HoldOutcome>;
  /** Units of a cart for some time, in place of what it held before. */
  holdForCart(hold: CartUnits, requestId: string): Promise<CartHoldOutcome>;
  /** Until when the cart holds its units now, epoch ms; null when it holds none any more. */
  prolongCart(
    cartId: string,
    by: { readonly key: string; readonly ttlSeconds: number },
  ): Promise<number | null>;
  freeCart(cartId: string, key: string): Promise<void>;
  /** What a reservation holds and nobody has taken out. */
  reserved(id: string, requestId: string): Promise<readonly HoldLine[]>;
  release(id: string, key: string, lines: readonly HoldLine[] | undefined, requestId: string): Promise<void>;
}

export const createCatalogClient = (client: SubgraphClient): CatalogClient => ({
  variant: async (sku, requestId) => {
    const { variant } = await client.call(variantFacts, { variables: { sku }, requestId });
    if (variant === null) return null;
    const { customisationOptions, ...facts } = variant;
    const options = customisationOptions.map(({ surcharges, ...option }) => ({
      ...option,
      surcharges: surcharges.map(({ fromQuantity, amount }) => ({ fromQuantity, ...amount })),
    }));
    return { ...facts, options };
  },
  scanned: async (gtin, requestId) =>
    (await client.call(scannedVariant, { variables: { gtin }, requestId })).variantByGtin?.sku ?? null,
  prices: async (skus, requestId) =>
    (await client.call(variantPrices, { variables: { skus }, requestId })).variants,
  products: async (skus, requestId) => {
    const { variants } = await client.call(variantProducts, { variables: { skus }, requestId });
    return new Map(variants.map(({ sku, product }) => [sku, product.id]));
  },
  hold: async ({ key, cartId, lines }, requestId) => {
    const { reserveStock: answer } = await client.call(reserveStock, {
      ...{ variables: { input: { idempotencyKey: key, state: 'FIRM', cartId, lines } }, requestId },
      // In a rush for one SKU all checkouts queue for its counter; the queue is longer than a read would wait.
      timeoutMs: 10_000,
    });
    return answer.__typename === 'ReserveStockSuccess'
      ? { kind: 'held', reservationId: answer.reservation.id }
      : { kind: 'short', shortages: answer.shortages };
  },
  holdForCart: async ({ key: idempotencyKey, ...hold }, requestId) => {
    const { holdForCart: answer } = await client.call(holdForCart, {
      ...{ variables: { input: { idempotencyKey, ...hold } }, requestId },
      timeoutMs: 10_000,
    });
    return answer.__typename === 'CartHold'
      ? { kind: 'held', untilMs: Date.parse(answer.heldUntil) }
      : { kind: 'short', shortages: answer.shortages };
  },
  prolongCart: async (cartId, { key, ttlSeconds }) => {
    const variables = { cartId, key, ttlSeconds };
    const { prolongCartHold: hold } = await client.call(prolongCartHold, { variables, requestId: cartId });
    return hold === null ? null : Date.parse(hold.heldUntil);
  },
  freeCart: async (cartId, key) => {
    await client.call(freeCartHold, { variables: { cartId, key }, requestId: cartId });
  },
  reserved: async (id, requestId) => {
    const { reservation } = await client.call(reservedUnits, { variables: { id }, requestId });
    return (reservation?.lines ?? []).flatMap(({ sku, locationId, awaited, ...line }) => {
      const quantity = line.quantity - line.committed - line.released;
      return quantity > 0 ? [{ sku, locationId, quantity, future: awaited }] : [];
    });
  },
  release: async (id, key, lines, requestId) => {
    const variables = { id, key, ...(lines ? { lines } : {}) };
    await client.call(releaseReservation, { variables, requestId });
  },
});
