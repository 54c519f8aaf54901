import { codedError } from '../../../../platform/errors/codedError.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { isCount } from '../../domain/counts.ts';
import type { AnnounceReceiptInput, ReceiveStockInput } from '../../generated/resolverTypes.ts';
import type { StockDoc } from '../../store/stockModels.ts';
import type { Cause } from '../../store/stockStore.ts';
import { oncePerKey, positionIn, requirePlace, requireVariant, type StockParts } from './stockParts.ts';

/** Inbound stock is expected; the same id again replaces what was announced. Orders that have it later are told so. */
export async function announceReceipt(
  parts: StockParts,
  input: AnnounceReceiptInput,
  by: Cause,
): Promise<StockDoc> {
  const { id, quantity, expectedAt } = input;
  requireQuantity(quantity);
  await requireVariant(parts, input.sku);
  await requirePlace(parts, input.locationId);
  const announced = (position: StockDoc): Partial<StockDoc> => ({
    incoming: [
      ...position.incoming.filter((each) => each.id !== id),
      { id, quantity, expectedAtMs: expectedAt },
    ],
  });
  const change = async (tx: Tx): Promise<StockDoc> => {
    const before = await positionIn(parts, tx, input.sku, input.locationId);
    const after = await parts.stock.put(tx, before, announced(before), { reason: 'ANNOUNCED', by });
    await parts.reservations.tellLaterIn(tx, { before, after, receiptId: id }, by);
    return after;
  };
  return oncePerKey(parts, 'announceReceipt', input, by, change);
}

/** Announced units have arrived: those that orders await are theirs, the oldest order first. */
export async function receiveStock(
  parts: StockParts,
  input: ReceiveStockInput,
  by: Cause,
): Promise<StockDoc> {
  requireQuantity(input.quantity);
  await requireVariant(parts, input.sku);
  await requirePlace(parts, input.locationId);
  return oncePerKey(parts, 'receiveStock', input, by, (tx) => receiveIn(parts, tx, input, by));
}

async function receiveIn(
  parts: StockParts,
  tx: Tx,
  { id, sku, locationId, quantity }: ReceiveStockInput,
  by: Cause,
): Promise<StockDoc> {
  const before = await positionIn(parts, tx, sku, locationId);
  const { incoming, leftAlready, shelved } = receivedOf(before, id, quantity);
  const arrival = { sku, locationId, quantity: shelved, receiptId: id, bookingId: parts.newId() };
  const { firm, soft } = await parts.reservations.allotIn(tx, arrival, by);
  const patch = {
    incoming,
    onHand: before.onHand + shelved,
    reserved: before.reserved + firm,
    softReserved: before.softReserved + soft,
    futureReserved: before.futureReserved - firm - soft,
    drawnAhead: (before.drawnAhead ?? 0) - leftAlready,
  };
  if (!isCount(patch.onHand))
    throw codedError('INVALID_QUANTITY', `${patch.onHand} units would be more than a position holds.`);
  return parts.stock.put(tx, before, patch, { reason: 'RECEIVED', by });
}

/** What a booking does to the announcement, and how many of its units had left before they were booked. */
function receivedOf(position: StockDoc, id: string, quantity: number) {
  const announced = position.incoming.find((each) => each.id === id);
  if (announced === undefined)
    throw codedError('NOT_FOUND', `Nothing is announced under this id for ${position.sku} at this location.`);
  const left = announced.quantity - quantity;
  const others = position.incoming.filter((each) => each.id !== id);
  const leftAlready = Math.min(quantity, position.drawnAhead ?? 0);
  const incoming = left > 0 ? [...others, { ...announced, quantity: left }] : others;
  return { incoming, leftAlready, shelved: quantity - leftAlready };
}
