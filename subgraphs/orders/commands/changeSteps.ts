import { codedError } from '../../../platform/errors/codedError.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { orderEvent, type OrderEvent, type OrderState } from '../domain/order.ts';
import type { ChangeResult, Failed } from '../domain/changeResult.ts';
import type { Decision } from '../domain/place.ts';
import type { OrdersParts } from '../parts.ts';
import type { ChangeDoc } from '../store/changeModel.ts';
import { orderAddressRow } from '../store/people.ts';
import { freeAside, type ExtraMoney } from './changeMoney.ts';

/** A change that is worked on. */
export interface Running {
  readonly parts: OrdersParts;
  readonly change: ChangeDoc;
}

/** The order a change is of. */
export async function orderOf({ parts, change }: Running): Promise<OrderState> {
  const order = await parts.models.Order.findOne({ _id: change.orderId }).lean<OrderState>();
  if (order === null) throw new Error('A change of no order.');
  return order;
}

/** Ends a change, together with the last thing it does; nothing personal is left of it. */
export async function end(
  { parts, change }: Running,
  result: ChangeResult,
  last?: (tx: Tx) => Promise<void>,
): Promise<ChangeResult> {
  await withTransaction(parts.journal.connection, async (tx) => {
    await last?.(tx);
    const over = { $set: { done: true, result }, $unset: { address: 1, token: 1 } };
    await parts.models.Change.updateOne({ _id: change._id }, over, { session: tx.session });
  });
  return result;
}

/** Writes down that a change comes to nothing, and frees its money: whoever goes on from here does not try it again. */
export async function fail(
  { parts, change }: Running,
  order: OrderState,
  failed: Failed,
  extra: ExtraMoney | undefined,
): Promise<void> {
  await parts.models.Change.updateOne({ _id: change._id }, { $set: { failed } });
  await freeAside(parts, change, order, extra);
}

/** Which places send the units, written down before any are held. `held`: units that are the order's already. */
export async function decide(
  { parts, change }: Running,
  lines: readonly { id: string; sku: string; quantity: number; customisation?: string | undefined }[],
  order: OrderState,
  held: readonly { sku: string; locationId: string; quantity: number }[],
): Promise<Decision | Failed> {
  const { _id, decision, handle = '', destination, address, windowStartAtMs } = change;
  if (decision !== undefined) return decision;
  const { channel, currency } = order;
  const cart = { _id: order._id, channel, currency, destination, lines, ...(address ? { address } : {}) };
  const ask = { handle, cart, windowStartAtMs, excludedLocationIds: [], held };
  const sourced = await parts.promise.source(ask, _id);
  if (sourced.kind === 'refused') {
    const { code, message, skus } = sourced;
    if (code === 'PROMISE_EXPIRED') return { kind: 'promiseExpired', message };
    if (code === 'PROMISE_INVALID' || code === 'ADDRESS_NOT_CARRIED') throw codedError(code, message);
    return { kind: 'outOfStock', message, skus };
  }
  await parts.models.Change.updateOne({ _id }, { $set: { decision: sourced.decision } });
  return sourced.decision;
}

/** The event that says that the address is another one, without saying which. */
export const addressEvents = (order: OrderState, { _id, what, reason }: ChangeDoc): OrderEvent[] =>
  what.length === 0
    ? []
    : [
        orderEvent('orders.AddressChanged', {
          ...{ orderId: order._id, causeId: _id, what: [...what] },
          ...(reason === undefined ? {} : { reason }),
        }),
      ];

/** Writes the new address beside the order. */
export async function saveAddress(
  { models }: OrdersParts,
  tx: Tx,
  { orderId, address, what }: ChangeDoc,
): Promise<void> {
  if (address === undefined || what.length === 0) return;
  const row = orderAddressRow(orderId, address);
  await models.OrderAddress.replaceOne({ _id: orderId }, row, { upsert: true, session: tx.session });
}
