import { codedError } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { decideReject, decideRelease } from '../domain/holds.ts';
import type { OrderState } from '../domain/order.ts';
import type { EndHoldInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import { onceOnOrder, type Caller } from './onceOnOrder.ts';

/** How people end holds. */
export interface Holds {
  release(input: EndHoldInput, caller: Caller): Promise<void>;
  reject(input: EndHoldInput, caller: Caller): Promise<void>;
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
});
