import type { GraphClient } from '../../tools/client/graphClient.ts';

/** What can be bought, and where much of it lies. */
export interface Shop {
  readonly skus: readonly string[];
  /** An article that no order has asked for yet. */
  readonly untouched: string;
  readonly warehouses: readonly string[];
}

interface Products {
  readonly products: {
    readonly edges: readonly { readonly node: { readonly variants: readonly { readonly sku: string }[] } }[];
  };
}
interface Positions {
  readonly stockPositions: { readonly edges: readonly { readonly node: { readonly locationId: string } }[] };
}

const products = 'query { products(first: 50) { edges { node { variants { sku } } } } }';
const positions =
  'query($sku: ID!) { stockPositions(sku: $sku, first: 100) { edges { node { locationId } } } }';
const importStock =
  'mutation($positions: [StockCountInput!]!) { importStock(input: { positions: $positions }) { changed } }';

/** Articles that everybody may order as they are, and the places that hold them. */
const ARTICLES = 60;
const PLENTY = 1_000_000;

const places = async (admin: GraphClient, sku: string): Promise<string[]> =>
  (await admin.run<Positions>(positions, { sku })).stockPositions.edges.map(({ node }) => node.locationId);

/** Fills the warehouses, so that no order of a run is refused for want of stock. */
export async function fillShop(admin: GraphClient): Promise<Shop> {
  const page = await admin.run<Products>(products);
  const [untouched, ...skus] = page.products.edges
    .flatMap(({ node }) => node.variants.map(({ sku }) => sku))
    .slice(0, ARTICLES + 1);
  if (untouched === undefined) throw new Error('The retailer sells nothing.');
  const all = new Set<string>();
  for (const sku of [untouched, ...skus]) for (const place of await places(admin, sku)) all.add(place);
  const warehouses = [...all].filter((place) => place.startsWith('wh-'));
  for (const locationId of warehouses)
    await admin.run(importStock, {
      positions: [untouched, ...skus].map((sku) => ({ sku, locationId, onHand: PLENTY })),
    });
  return { skus, untouched, warehouses };
}

/** Leaves `units` of an article, all of them at one place. */
export async function leaveOnly(
  admin: GraphClient,
  { warehouses }: Shop,
  sku: string,
  units: number,
): Promise<void> {
  const held = await places(admin, sku);
  const at = warehouses[0]!;
  const counts = [...new Set([...held, at])].map((locationId) => ({
    ...{ sku, locationId },
    onHand: locationId === at ? units : 0,
    // Nothing is kept back for those who walk in.
    safetyStock: 0,
  }));
  await admin.run(importStock, { positions: counts });
}
