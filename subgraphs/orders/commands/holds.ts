import { codedError } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { decideReject, decideRelease, decideUnpaid } from '../domain/holds.ts';
import { tillPending } from '../domain/place.ts';
import type { OrderDoc } from '../store/models.ts';
import type { OrderState } from '../domain/order.ts';
import type { EndHoldInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import { onceOnOrder, type Caller } from './onceOnOrder.ts';

/** How people end holds. */
export interface Holds {
  release(input: EndHoldInput, caller: Caller): Promise<void>;
  reject(input: EndHoldInput, caller: Caller): Promise<void>;
  /** Ends orders that nobody paid at the till in time. Called by a timer. */
  endUnpaid(): Promise<void>;
}

function reasonOf(input: EndHoldInput, { who }: Caller, order: OrderState): string {
  requireReason(who, order.owner, input.reason);
  const reason = input.reason.trim();
  if (reason === '') throw codedError('BAD_USER_INPUT', 'Give a reason.', { field: 'reason' });
  return reason;
}

export const createHolds = (application: () => OrdersParts, idempotency: Idempotency): Holds => ({
  release: (input, caller) =>
    onceOnOrder(application(), idempotency, caller, {
      ...{ operation: 'releaseHold', input },
      decide: (order) => decideRelease(order, reasonOf(input, caller, order)),
    }),
  reject: (input, caller) =>
    onceOnOrder(application(), idempotency, caller, {
      ...{ operation: 'rejectHold', input },
      decide: (order, causeId) => decideReject(order, reasonOf(input, caller, order), causeId),
    }),
  endUnpaid: async () => {
    const { models, journal, orders, settings } = application();
    const beforeMs = journal.clock.nowMs() - settings.current().tillPaymentMinutes * 60_000;
    const late = builtFilter<OrderDoc>({ heldReason: tillPending, placedAtMs: { $lte: beforeMs } });
    for (const { _id: id } of await models.Order.find(late, { _id: 1 }).limit(50).lean<{ _id: string }[]>())
      await runDecision(journal, orders, {
        ...{ id, actor: 'system:orders', cause: `unpaid:${id}` },
        decide: (order) => (order === undefined ? [] : decideUnpaid(order)),
      });
  },
});
