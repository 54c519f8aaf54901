import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import type { LineUnits } from '../../domain/units.ts';
import type { VariantDoc } from '../../store/models.ts';
import { emptyPosition, type Cause, type StockStore } from '../../store/stockStore.ts';

/** A line that lacks stock. */
export interface Shortage {
  readonly sku: string;
  readonly locationId: string;
  readonly requested: number;
  readonly available: number;
  /** Awaited units, or units on the shelf. */
  readonly future: boolean;
}

type Hold = 'SOFT' | 'FIRM';

/** Variants by SKU, for the dates that allow ordering beyond stock. */
export type Variants = ReadonlyMap<string, VariantDoc>;

const mayWait = (variant: VariantDoc | undefined, nowMs: number): boolean =>
  Math.max(variant?.preorderUntilMs ?? 0, variant?.backorderUntilMs ?? 0) > nowMs;

/** Takes units of one slot if they are there; the shortage otherwise. */
export async function takeUnits(
  tx: Tx,
  stock: StockStore,
  line: LineUnits,
  how: { hold: Hold; variants: Variants; nowMs: number; by: Cause },
): Promise<Shortage | undefined> {
  const { quantity, sku, locationId } = line;
  const { by } = how;
  const taken = line.future
    ? await takeFuture(tx, stock, line, how)
    : await stock.change(tx, line, {
        guard: { available: quantity },
        inc: { available: -quantity, [how.hold === 'SOFT' ? 'softReserved' : 'reserved']: quantity },
        reason: 'RESERVED',
        by,
      });
  if (taken !== null) return undefined;
  const there = await stock.read(tx, sku, locationId);
  const available = Math.max(0, (line.future ? there?.futureAvailable : there?.available) ?? 0);
  return { sku, locationId, requested: quantity, available, future: line.future };
}

async function takeFuture(
  tx: Tx,
  stock: StockStore,
  line: LineUnits,
  { variants, nowMs, by }: { variants: Variants; nowMs: number; by: Cause },
) {
  const inc = { futureAvailable: -line.quantity, futureReserved: line.quantity };
  const unlimited = mayWait(variants.get(line.sku), nowMs);
  const guard = unlimited ? {} : { futureAvailable: line.quantity };
  const taken = await stock.change(tx, line, { inc, guard, reason: 'RESERVED', by });
  if (taken !== null || !unlimited) return taken;
  if ((await stock.read(tx, line.sku, line.locationId)) !== null) return null;
  const empty = emptyPosition(line.sku, line.locationId);
  return stock.put(tx, empty, { futureReserved: line.quantity }, { reason: 'RESERVED', by });
}

/** Gives units of one slot back. */
export async function giveBackUnits(
  tx: Tx,
  stock: StockStore,
  line: LineUnits,
  { hold, by }: { hold: Hold; by: Cause },
): Promise<void> {
  const { quantity } = line;
  const reason = 'RELEASED';
  if (!line.future) {
    const counter = hold === 'SOFT' ? 'softReserved' : 'reserved';
    await stock.change(tx, line, { inc: { available: quantity, [counter]: -quantity }, reason, by });
    return;
  }
  const inc = { futureAvailable: quantity, futureReserved: -quantity };
  await stock.change(tx, line, { inc, reason, by });
}
