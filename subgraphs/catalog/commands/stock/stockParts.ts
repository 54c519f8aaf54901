import { codedError } from '../../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../../platform/journal/journal.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { placeFault } from '../../../../platform/values/placeFault.ts';
import type { Reservations } from '../reservations/reservationCommands.ts';
import type { CatalogModels } from '../../store/models.ts';
import type { Places } from '../../store/places.ts';
import type { StockDoc } from '../../store/stockModels.ts';
import {
  emptyPosition,
  stockId,
  type Cause,
  type Occasion,
  type StockStore,
} from '../../store/stockStore.ts';

/** What the commands of stock stand on. */
export interface StockParts {
  readonly models: CatalogModels;
  readonly stock: StockStore;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly reservations: Pick<Reservations, 'allotIn' | 'tellShortIn' | 'tellLaterIn'>;
  readonly places: Places;
  readonly newId: () => string;
}

/** A SKU at a location, and the caller's key. */
export interface Keyed {
  readonly sku: string;
  readonly locationId: string;
  readonly idempotencyKey: string;
}

/** Refuses what the catalogue does not sell. */
export async function requireVariant({ models }: StockParts, sku: string): Promise<void> {
  if ((await models.Variant.exists({ _id: sku })) === null)
    throw codedError('UNKNOWN_SKU', `No variant has the SKU ${sku}.`);
}

/** Refuses a location that does not exist, holds no stock, or (unless `closedToo`) is closed. */
export async function requirePlace(
  { places }: StockParts,
  locationId: string,
  how: { readonly closedToo?: boolean } = {},
): Promise<void> {
  const fault = placeFault(locationId, (await places.find([locationId])).get(locationId), how);
  if (fault !== undefined) throw codedError(fault.code, fault.message);
}

/** The position as this transaction sees it; an empty one where nobody has counted yet. */
export const positionIn = async ({ stock }: StockParts, tx: Tx, sku: string, locationId: string) =>
  (await stock.read(tx, sku, locationId)) ?? emptyPosition(sku, locationId);

/**
 * Changes one position once per key, whatever becomes of the answer: change and key are one transaction. Repeating the
 * key gives the first outcome, and other input under it is refused.
 */
export async function oncePerKey<R>(
  { journal, idempotency }: StockParts,
  operation: string,
  { idempotencyKey, ...input }: Keyed,
  by: Cause,
  change: (tx: Tx) => Promise<R>,
): Promise<R> {
  const scope = { principal: by.actor, operation, key: idempotencyKey, input };
  const { result } = await journal.exclusive(`stock:${stockId(input.sku, input.locationId)}`, () =>
    idempotency.once<R>(scope, change),
  );
  return result;
}

/** A change that puts another position in the place of the one before. */
export const rewritten =
  (
    parts: StockParts,
    { sku, locationId }: { sku: string; locationId: string },
    how: Occasion,
    change: (before: StockDoc) => Partial<StockDoc>,
  ) =>
  async (tx: Tx): Promise<StockDoc> => {
    const before = await positionIn(parts, tx, sku, locationId);
    return parts.stock.put(tx, before, change(before), how);
  };
