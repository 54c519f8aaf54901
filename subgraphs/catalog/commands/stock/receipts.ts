import { codedError } from '../../../../platform/errors/codedError.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import type { AnnounceReceiptInput, ReceiveStockInput } from '../../generated/resolverTypes.ts';
import type { StockDoc } from '../../store/models.ts';
import type { Cause } from '../../store/stockStore.ts';
import { oncePerKey, requireVariant, rewritten, type StockParts } from './stockParts.ts';

/** Inbound stock is expected; the same id again replaces what was announced. */
export async function announceReceipt(
  parts: StockParts,
  input: AnnounceReceiptInput,
  by: Cause,
): Promise<StockDoc> {
  const { id, quantity, expectedAt } = input;
  requireQuantity(quantity);
  await requireVariant(parts, input.sku);
  const announced = (position: StockDoc): StockDoc => ({
    ...position,
    incoming: [
      ...position.incoming.filter((each) => each.id !== id),
      { id, quantity, expectedAtMs: expectedAt },
    ],
  });
  const change = rewritten(parts, input, { reason: 'ANNOUNCED', by }, announced);
  return oncePerKey(parts, 'announceReceipt', input, by, change);
}

/** Announced units have arrived. */
export async function receiveStock(
  parts: StockParts,
  input: ReceiveStockInput,
  by: Cause,
): Promise<StockDoc> {
  requireQuantity(input.quantity);
  await requireVariant(parts, input.sku);
  const change = rewritten(parts, input, { reason: 'RECEIVED', by }, (position) =>
    receivedOf(position, input.id, input.quantity),
  );
  return oncePerKey(parts, 'receiveStock', input, by, change);
}

/** Those that orders wait for become reserved ones. */
function receivedOf(position: StockDoc, id: string, quantity: number): StockDoc {
  const announced = position.incoming.find((each) => each.id === id);
  if (announced === undefined)
    throw codedError('NOT_FOUND', `Nothing is announced under this id for ${position.sku} at this location.`);
  const left = announced.quantity - quantity;
  const others = position.incoming.filter((each) => each.id !== id);
  const waiting = Math.min(quantity, position.futureReserved);
  return {
    ...position,
    onHand: position.onHand + quantity,
    reserved: position.reserved + waiting,
    futureReserved: position.futureReserved - waiting,
    incoming: left > 0 ? [...others, { ...announced, quantity: left }] : others,
  };
}
