import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { transferReservation } from '../generated/catalogOperations.ts';

/** Units of a SKU held at a location. */
export interface HeldUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future: boolean;
}

/** Moved, or the locations that lack units. */
export type TransferOutcome =
  { readonly kind: 'moved' } | { readonly kind: 'short'; readonly locationIds: readonly string[] };

/** The catalogue, as fulfillment speaks to it. */
export interface CatalogClient {
  /** Repeating a key changes nothing. */
  transfer(
    reservationId: string,
    key: string,
    units: { readonly release: readonly HeldUnits[]; readonly take: readonly HeldUnits[] },
    requestId: string,
  ): Promise<TransferOutcome>;
}

export const createCatalogClient = (client: SubgraphClient): CatalogClient => ({
  transfer: async (id, key, { release, take }, requestId) => {
    const { transferReservation: answer } = await client.call(transferReservation, {
      variables: { input: { id, idempotencyKey: key, release: merged(release), take: merged(take) } },
      requestId,
    });
    if (answer.__typename === 'ReserveStockSuccess') return { kind: 'moved' };
    return { kind: 'short', locationIds: [...new Set(answer.shortages.map(({ locationId }) => locationId))] };
  },
});

/** Units of one slot added up, as two lines of an order may name the same SKU. */
function merged(units: readonly HeldUnits[]): HeldUnits[] {
  const slots = new Map<string, HeldUnits>();
  for (const unit of units) {
    const slot = JSON.stringify([unit.sku, unit.locationId, unit.future]);
    slots.set(slot, { ...unit, quantity: unit.quantity + (slots.get(slot)?.quantity ?? 0) });
  }
  return [...slots.values()];
}
