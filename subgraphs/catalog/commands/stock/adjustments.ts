import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import type {
  AdjustStockInput,
  AnnounceReceiptInput,
  ReceiveStockInput,
  SetSafetyStockInput,
} from '../../generated/resolverTypes.ts';
import type { StockDoc } from '../../store/stockModels.ts';
import { emptyPosition, type Cause } from '../../store/stockStore.ts';
import { adjustStock, type AdjustOutcome } from './adjustStock.ts';
import { announceReceipt, receiveStock } from './receipts.ts';
import { setSafetyStock } from './safetyStock.ts';
import type { StockParts } from './stockParts.ts';

/** Changes of stock that no order causes. */
export interface Adjustments {
  adjust(input: AdjustStockInput, by: Cause): Promise<AdjustOutcome>;
  /** Adds units inside somebody's transaction, for example returned ones. */
  addIn(tx: Tx, units: AddedUnits, reason: string, by: Cause): Promise<void>;
  announce(input: AnnounceReceiptInput, by: Cause): Promise<StockDoc>;
  receive(input: ReceiveStockInput, by: Cause): Promise<StockDoc>;
  setSafetyStock(input: SetSafetyStockInput, by: Cause): Promise<StockDoc>;
}

interface AddedUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
}

/** The commands of stock, bound to their parts. */
export const createAdjustments = (parts: StockParts): Adjustments => ({
  adjust: (input, by) => adjustStock(parts, input, by),
  addIn: (tx, units, reason, by) => addIn(parts, tx, units, { reason, by }),
  announce: (input, by) => announceReceipt(parts, input, by),
  receive: (input, by) => receiveStock(parts, input, by),
  setSafetyStock: (input, by) => setSafetyStock(parts, input, by),
});

async function addIn(
  { stock }: StockParts,
  tx: Tx,
  { sku, locationId, quantity }: AddedUnits,
  { reason, by }: { reason: string; by: Cause },
): Promise<void> {
  const inc = { onHand: quantity, available: quantity };
  if ((await stock.change(tx, { sku, locationId }, { inc, reason, by })) !== null) return;
  await stock.put(tx, emptyPosition(sku, locationId), { onHand: quantity }, { reason, by });
}
