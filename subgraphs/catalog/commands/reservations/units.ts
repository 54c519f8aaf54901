import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import type { LineUnits } from '../../domain/reservation.ts';
import type { VariantDoc } from '../../store/models.ts';
import { emptyPosition, type Cause, type StockStore } from '../../store/stockStore.ts';

/** A line that lacks stock. */
export interface Shortage {
  readonly sku: string;
  readonly locationId: string;
  readonly requested: number;
  readonly available: number;
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
  return { sku, locationId, requested: quantity, available };
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
  const fresh = { ...emptyPosition(line.sku, line.locationId), futureReserved: line.quantity };
  return stock.put(tx, fresh, 'RESERVED', by);
}

/** Gives units of one slot back. Future units that have arrived meanwhile are held as reserved ones. */
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
  const waiting = Math.min(quantity, (await stock.read(tx, line.sku, line.locationId))?.futureReserved ?? 0);
  const arrived = quantity - waiting;
  const inc = { futureAvailable: waiting, futureReserved: -waiting, available: arrived, reserved: -arrived };
  await stock.change(tx, line, { inc, reason, by });
}

/** Units of one slot have left the location. */
export async function consumeUnits(tx: Tx, stock: StockStore, line: LineUnits, by: Cause): Promise<void> {
  const { quantity } = line;
  const waiting = line.future
    ? Math.min(quantity, (await stock.read(tx, line.sku, line.locationId))?.futureReserved ?? 0)
    : 0;
  const counted = quantity - waiting;
  const inc = { onHand: -counted, reserved: -counted, futureReserved: -waiting, futureAvailable: waiting };
  await stock.change(tx, line, { inc, reason: 'SHIPPED', by });
}
