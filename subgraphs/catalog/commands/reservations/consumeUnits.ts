import { codedError } from '../../../../platform/errors/codedError.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import type { LineUnits } from '../../domain/units.ts';
import type { StockDoc } from '../../store/stockModels.ts';
import { emptyPosition, type Cause, type StockStore } from '../../store/stockStore.ts';

/** How units left. */
export interface Leaving {
  readonly by: Cause;
  /** When they left, epoch ms. */
  readonly atMs: number;
  /** Refuse what is not on the shelf, instead of believing that it has left nevertheless. */
  readonly refuseUncounted: boolean;
  /** Why, where they were not shipped. */
  readonly reason?: string | undefined;
}

/** Reserved units of one slot have left the location. */
export async function consumeUnits(tx: Tx, stock: StockStore, line: LineUnits, how: Leaving): Promise<void> {
  const { sku, locationId, quantity } = line;
  const { by, atMs } = how;
  const before = (await stock.read(tx, sku, locationId)) ?? emptyPosition(sku, locationId);
  const change = { reason: how.reason ?? 'SHIPPED', by, atMs };
  if (line.future) {
    await stock.put(tx, before, drawnAhead(before, quantity), change);
    return;
  }
  const reserved = Math.max(0, before.reserved - quantity);
  // A count taken after they left does not see them any more.
  if (before.countedAtMs !== undefined && atMs < before.countedAtMs) {
    await stock.put(tx, before, { reserved }, change);
    return;
  }
  if (before.onHand < quantity && how.refuseUncounted)
    throw codedError(
      'INVALID_TRANSITION',
      `${before.onHand} units of ${sku} are on hand at ${locationId}, fewer than the ${quantity} to commit.`,
    );
  const reason = before.onHand < quantity ? `${change.reason}_UNCOUNTED` : change.reason;
  const onHand = Math.max(0, before.onHand - quantity);
  await stock.put(tx, before, { reserved, onHand }, { ...change, reason });
}

/** Awaited units left before their receipt was booked: it will count by so many less. */
const drawnAhead = (before: StockDoc, quantity: number): Partial<StockDoc> => {
  const waiting = Math.min(quantity, before.futureReserved);
  return {
    futureReserved: before.futureReserved - waiting,
    drawnAhead: (before.drawnAhead ?? 0) + waiting,
  };
};
