import { codedError } from '../../../../platform/errors/codedError.ts';
import { isCount } from '../../domain/counts.ts';
import type { AdjustStockInput } from '../../generated/resolverTypes.ts';
import type { StockDoc } from '../../store/stockModels.ts';
import type { Cause } from '../../store/stockStore.ts';
import { oncePerKey, positionIn, requirePlace, requireVariant, type StockParts } from './stockParts.ts';

/** Outcome of an adjustment: the new position, or the unchanged one that reservations protect. */
export interface AdjustOutcome {
  readonly refused: boolean;
  readonly position: StockDoc;
}

/** Adds units to what is on hand or takes them away, once per key, never below what is reserved. */
export async function adjustStock(
  parts: StockParts,
  { key, idempotencyKey, ...change }: AdjustStockInput,
  by: Cause,
): Promise<AdjustOutcome> {
  const { sku, locationId, delta, reason } = change;
  if (!Number.isInteger(delta) || delta === 0 || !isCount(Math.abs(delta)))
    throw codedError('INVALID_QUANTITY', `delta is a whole number other than 0, not ${delta}.`);
  await requireVariant(parts, sku);
  // What lies in a closed place may still be written off.
  await requirePlace(parts, locationId, { closedToo: delta < 0 });
  const keyed = { ...change, idempotencyKey: idempotencyKey ?? key ?? '' };
  return oncePerKey(parts, 'adjustStock', keyed, by, async (tx) => {
    const before = await positionIn(parts, tx, sku, locationId);
    const onHand = before.onHand + delta;
    if (onHand < before.reserved + before.softReserved || onHand < 0)
      return { refused: true, position: before };
    if (!isCount(onHand))
      throw codedError('INVALID_QUANTITY', `${onHand} units would be more than a position holds.`);
    return { refused: false, position: await parts.stock.put(tx, before, { onHand }, { reason, by }) };
  });
}
