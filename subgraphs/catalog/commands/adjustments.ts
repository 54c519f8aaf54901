import { codedError } from '../../../platform/errors/codedError.ts';
import { isCount } from '../domain/counts.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { requireCount, requireQuantity } from '../../../platform/values/quantity.ts';
import type {
  AdjustStockInput,
  AnnounceReceiptInput,
  ReceiveStockInput,
  SetSafetyStockInput,
} from '../generated/resolverTypes.ts';
import type { CatalogModels, StockDoc } from '../store/models.ts';
import { emptyPosition, stockId, type Cause, type StockStore } from '../store/stockStore.ts';

/** Outcome of an adjustment: the new position, or the unchanged one that reservations protect. */
export interface AdjustOutcome {
  readonly refused: boolean;
  readonly position: StockDoc;
}

/** Changes of stock that no order causes. */
export interface Adjustments {
  adjust(input: AdjustStockInput, by: Cause): Promise<AdjustOutcome>;
  /** Adds units inside somebody's transaction, for example returned ones. */
  addIn(
    tx: Tx,
    units: { sku: string; locationId: string; quantity: number },
    reason: string,
    by: Cause,
  ): Promise<void>;
  announce(input: AnnounceReceiptInput, by: Cause): Promise<StockDoc>;
  receive(input: ReceiveStockInput, by: Cause): Promise<StockDoc>;
  setSafetyStock(input: SetSafetyStockInput, by: Cause): Promise<StockDoc>;
}

export function createAdjustments(deps: {
  models: CatalogModels;
  stock: StockStore;
  journal: Journal;
  idempotency: Idempotency;
}): Adjustments {
  const { models, stock, journal, idempotency } = deps;
  const requireVariant = async (sku: string): Promise<void> => {
    if ((await models.Variant.exists({ _id: sku })) === null)
      throw codedError('UNKNOWN_SKU', `No variant has the SKU ${sku}.`);
  };
  const rewrite = (
    input: { sku: string; locationId: string },
    reason: string,
    by: Cause,
    change: (position: StockDoc) => StockDoc,
  ): Promise<StockDoc> => {
    const { sku, locationId } = input;
    return journal.exclusive(`stock:${stockId(sku, locationId)}`, () =>
      withTransaction(journal.connection, async (tx) => {
        const before = (await stock.read(tx, sku, locationId)) ?? emptyPosition(sku, locationId);
        return stock.put(tx, change(before), reason, by);
      }),
    );
  };
  const addIn: Adjustments['addIn'] = async (tx, { sku, locationId, quantity }, reason, by) => {
    const inc = { onHand: quantity, available: quantity };
    if ((await stock.change(tx, { sku, locationId }, { inc, reason, by })) !== null) return;
    await stock.put(tx, { ...emptyPosition(sku, locationId), onHand: quantity }, reason, by);
  };

  return {
    addIn,
    adjust: async ({ key, ...input }, by) => {
      const { sku, locationId, delta, reason } = input;
      if (!Number.isInteger(delta) || delta === 0 || !isCount(Math.abs(delta)))
        throw codedError('INVALID_QUANTITY', `delta is a whole number other than 0, not ${delta}.`);
      await requireVariant(sku);
      const scope = { principal: by.actor, operation: 'adjustStock', key, input };
      const { result } = await journal.exclusive(`stock:${stockId(sku, locationId)}`, () =>
        idempotency.once<AdjustOutcome>(scope, async (tx) => {
          const before = (await stock.read(tx, sku, locationId)) ?? emptyPosition(sku, locationId);
          const onHand = before.onHand + delta;
          if (onHand < before.reserved + before.softReserved || onHand < 0)
            return { refused: true, position: before };
          return { refused: false, position: await stock.put(tx, { ...before, onHand }, reason, by) };
        }),
      );
      return result;
    },
    announce: async ({ id, sku, locationId, quantity, expectedAt }, by) => {
      requireQuantity(quantity);
      await requireVariant(sku);
      return rewrite({ sku, locationId }, 'ANNOUNCED', by, (position) => ({
        ...position,
        incoming: [
          ...position.incoming.filter((each) => each.id !== id),
          { id, quantity, expectedAtMs: expectedAt },
        ],
      }));
    },
    receive: async ({ id, sku, locationId, quantity }, by) => {
      requireQuantity(quantity);
      await requireVariant(sku);
      return rewrite({ sku, locationId }, 'RECEIVED', by, (position) => receivedOf(position, id, quantity));
    },
    setSafetyStock: async ({ sku, locationId, safetyStock }, by) => {
      requireCount(safetyStock, 'safetyStock');
      await requireVariant(sku);
      return rewrite({ sku, locationId }, 'SAFETY_STOCK', by, (position) => ({ ...position, safetyStock }));
    },
  };
}

/** Announced units have arrived: those that orders wait for become reserved ones. */
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
