import type { TradingApplication } from '../../../test/support/tradingApplication.ts';

/** Units of a SKU that are reserved for orders, and held for carts, at all locations. */
export async function heldOf(
  application: TradingApplication,
  sku: string,
): Promise<{ firm: number; soft: number }> {
  const query = `query($sku: ID!) { stockPositions(sku: $sku) { edges { node { reserved softReserved } } } }`;
  type Node = { reserved: number; softReserved: number };
  type Page = { stockPositions: { edges: { node: Node }[] } };
  const { stockPositions } = await application.ok<Page>('catalog', query, { sku });
  const all = stockPositions.edges.map(({ node }) => node);
  const sum = (of: keyof Node) => all.reduce((units, node) => units + node[of], 0);
  return { firm: sum('reserved'), soft: sum('softReserved') };
}

/** Units the page shows as available; what a cart holds is there for it. */
export async function shownOf(
  application: TradingApplication,
  sku: string,
  cartId?: string,
): Promise<number> {
  const query = `query($sku: ID!, $cartId: ID) { variant(sku: $sku) {
    availability(cartId: $cartId) { availableToPromise } } }`;
  type Page = { variant: { availability: { availableToPromise: number } } };
  const { variant } = await application.ok<Page>('catalog', query, { sku, cartId });
  return variant.availability.availableToPromise;
}
