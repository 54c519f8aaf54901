import { withTransaction } from '../../../../platform/mongo/withTransaction.ts';
import { requireCount } from '../../../../platform/values/quantity.ts';
import type { SetSafetyStockInput } from '../../generated/resolverTypes.ts';
import type { StockDoc } from '../../store/stockModels.ts';
import { stockId, type Cause } from '../../store/stockStore.ts';
import { oncePerKey, requirePlace, requireVariant, rewritten, type StockParts } from './stockParts.ts';

/** Sets units that are never promised; repeating it changes nothing, so a key is the caller's choice. */
export async function setSafetyStock(
  parts: StockParts,
  { idempotencyKey, ...input }: SetSafetyStockInput,
  by: Cause,
): Promise<StockDoc> {
  const { sku, locationId, safetyStock, reason } = input;
  requireCount(safetyStock, 'safetyStock');
  await requireVariant(parts, sku);
  await requirePlace(parts, locationId, { closedToo: true });
  const how = { reason: 'SAFETY_STOCK', note: reason ?? undefined, by };
  const change = rewritten(parts, input, how, () => ({ safetyStock }));
  if (idempotencyKey != null)
    return oncePerKey(parts, 'setSafetyStock', { ...input, idempotencyKey }, by, change);
  const { journal } = parts;
  return journal.exclusive(`stock:${stockId(sku, locationId)}`, () =>
    withTransaction(journal.connection, change),
  );
}
