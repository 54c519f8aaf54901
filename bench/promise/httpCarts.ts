import type { GraphClient } from '../../tools/client/graphClient.ts';
import { Random } from '../../packages/promise-engine/bench/random.ts';

/** A country of the retailer, how often carts go there, and postal codes: real prefixes, the rest made up. */
interface Country {
  readonly code: string;
  readonly share: number;
  readonly prefixes: readonly string[];
  readonly rest: (random: Random) => string;
}

const digits = (count: number) => (random: Random) =>
  Array.from({ length: count }, () => random.int(0, 9)).join('');

const COUNTRIES: readonly Country[] = [
  { code: 'FR', share: 40, prefixes: '75 69 13 33 59 44 31 67 06 35 34 38 21 29 76 87'.split(' '), rest: digits(3) },
  { code: 'IT', share: 16, prefixes: ['00', '20', '10', '40', '50', '80', '90'], rest: digits(3) },
  { code: 'DE', share: 16, prefixes: ['10', '20', '50', '60', '80', '01'], rest: digits(3) },
  { code: 'ES', share: 8, prefixes: ['28', '08', '41', '46'], rest: digits(3) },
  { code: 'BE', share: 6, prefixes: ['10', '20', '90'], rest: digits(2) },
  { code: 'NL', share: 6, prefixes: ['10', '30', '35'], rest: (random) => `${digits(2)(random)} AB` },
  { code: 'PT', share: 4, prefixes: ['10', '40'], rest: (random) => `${digits(2)(random)}-${digits(3)(random)}` },
  { code: 'IE', share: 4, prefixes: ['D02', 'T12'], rest: () => ' X285' },
]; // prettier-ignore

const products = 'query { products(first: 50) { edges { node { variants { sku } } } } }';
const createCart = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const setAddress = 'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }';
/** Carts that are being filled at once. */
const HANDS = 8;

/** Fills carts of one to five articles, each going to a postal code of its own. Gives their ids. */
export async function fillCarts(shopper: GraphClient, count: number, seed: number): Promise<string[]> {
  const page = await shopper.run<{ products: { edges: { node: { variants: { sku: string }[] } }[] } }>(
    products,
  );
  const skus = page.products.edges.flatMap((edge) => edge.node.variants.map(({ sku }) => sku));
  const random = new Random(seed);
  const orders = Array.from({ length: count }, () => ({
    address: addressOf(random),
    lines: Array.from({ length: linesOf(random) }, () => ({
      sku: random.pick(skus),
      quantity: random.chance(0.8) ? 1 : random.int(2, 3),
    })),
  }));
  const ids: string[] = [];
  const hand = async (): Promise<void> => {
    for (let order = orders.pop(); order !== undefined; order = orders.pop()) {
      const input = { currency: 'EUR', locale: 'en', lines: order.lines };
      const { createCart: cart } = await shopper.run<{ createCart: { id: string } }>(createCart, { input });
      await shopper.run(setAddress, { input: { cartId: cart.id, address: order.address } });
      ids.push(cart.id);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  return ids;
}

/** Most carts are small. */
const linesOf = (random: Random): number => random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 5]);

function addressOf(random: Random) {
  const total = COUNTRIES.reduce((sum, { share }) => sum + share, 0);
  let at = random.int(1, total);
  const country = COUNTRIES.find(({ share }) => (at -= share) <= 0)!;
  return {
    name: 'Load Test',
    line1: '1 rue de la Paix',
    city: 'Somewhere',
    postalCode: `${random.pick(country.prefixes)}${country.rest(random)}`,
    country: country.code,
  };
}
