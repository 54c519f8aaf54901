import type { OrdersParts } from '../parts.ts';
import type { CartDoc } from '../store/models.ts';

/** Rates within the prices of a cart's lines, where they go, in basis points by line id. */
export async function taxRates(
  { taxes, journal }: Pick<OrdersParts, 'taxes' | 'journal'>,
  cart: Pick<CartDoc, 'address' | 'destination' | 'lines'>,
): Promise<ReadonlyMap<string, number>> {
  const destination = cart.address ?? cart.destination;
  if (destination === undefined) return new Map();
  const rates = await taxes.rates({
    destination,
    categories: cart.lines.map(({ taxCategory }) => taxCategory ?? 'STANDARD'),
    atMs: journal.clock.nowMs(),
  });
  return new Map(cart.lines.map(({ id, taxBasisPoints }, at) => [id, rates[at] ?? taxBasisPoints]));
}
