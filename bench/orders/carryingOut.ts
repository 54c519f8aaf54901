import type { Product } from './product.ts';
import { deliver, ship, type Played } from '../../tools/replay/steps.ts';

/** Carries an order out as the people and carriers of a retailer do: accepted, picked, packed, labelled, handed over, delivered. */
export async function carryOut(product: Product, orderId: string): Promise<void> {
  const { server, shopper, admin, webhookSecret } = product;
  const played: Played = { orderId, promisedLatestMs: 0, parcels: [], delivered: false };
  const store = { server, shopper, admin, webhookSecret };
  await ship(store, played);
  await deliver(store, played, Date.now(), Date.now());
}
