import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { added, decideFound } from '../domain/ledger/decideUnits.ts';
import { orderEvent, type OrderEvent, type OrderState } from '../domain/order.ts';
import type { DecideFoundUnitsInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import { onceOnOrder, type Caller } from './onceOnOrder.ts';

/** Decides what becomes of units that were given up for lost, paid back, and found again. Money follows by a reaction. */
export type FoundUnits = (input: DecideFoundUnitsInput, caller: Caller) => Promise<void>;

export const createFoundUnits =
  (application: () => OrdersParts, idempotency: Idempotency): FoundUnits =>
  (input, caller) => {
    const returnId = application().newId();
    return onceOnOrder(application(), idempotency, caller, {
      ...{ operation: 'decideFoundUnits', input },
      decide: (order, causeId) => {
        requireReason(caller.who, order.owner, input.reason);
        return decide(order, input, { causeId, returnId });
      },
    });
  };

function decide(
  order: OrderState,
  input: DecideFoundUnitsInput,
  { causeId, returnId }: { readonly causeId: string; readonly returnId: string },
): OrderEvent[] {
  const { decision, reason } = input;
  if (input.lines.length === 0) throw codedError('BAD_USER_INPUT', 'Name the units that were found.');
  const units = [...added(input.lines)].map(([lineId, quantity]) => ({ lineId, quantity }));
  const skuOf = new Map(order.lines.map(({ lineId, sku }) => [lineId, sku]));
  if (units.some(({ lineId }) => !skuOf.has(lineId))) throw notFound('order line');
  const back = decision === 'CALL_BACK' ? { returnId } : {};
  if (decideFound(order.ledger, { units, causeId, decision, ...back }).length === 0) return [];
  const lines = units.map((unit) => ({ ...unit, sku: skuOf.get(unit.lineId) ?? '' }));
  const facts = { orderId: order._id, lines, causeId, decision, reason: reason.trim() };
  return [orderEvent('orders.FoundDecided', { ...facts, ...back })];
}
