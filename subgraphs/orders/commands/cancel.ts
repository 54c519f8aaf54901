import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import { decideCancel, type CancelDecision } from '../domain/cancel.ts';
import type { CancelOrderInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';

/** What a cancellation came to. */
export type CancelOutcome = CancelDecision['outcome'];

/** Cancels units that have not left. Stock is given back and money freed by reactions to the event. */
export interface Cancel {
  cancel(input: CancelOrderInput, who: Identity, requestId: string): Promise<CancelOutcome>;
}

export function createCancel(application: () => OrdersParts, idempotency: Idempotency): Cancel {
  return {
    cancel: async ({ idempotencyKey, ...input }, who, requestId) => {
      if ((input.reason ?? '').length > 500)
        throw codedError('BAD_USER_INPUT', 'A reason has at most 500 characters.');
      for (const line of input.lines ?? []) requireQuantity(line.quantity);
      const { journal, orders: aggregate } = application();
      const by =
        who.kind === 'shopper' || who.kind === 'guest' ? ('CUSTOMER' as const) : ('RETAILER' as const);
      const scope = { principal: who.subject, operation: 'cancelOrder', key: idempotencyKey, input };
      const { result } = await idempotency.once<CancelOutcome>(scope, async (tx) => {
        const decided = await runDecision(journal, aggregate, {
          id: input.orderId,
          actor: who.subject,
          cause: requestId,
          tx,
          decide: (order) => {
            if (order === undefined || !mayReadRow(who, order)) throw notFound('order');
            requireReason(who, order.owner, input.reason);
            const causeId = `${who.subject}:${idempotencyKey}`;
            return decideCancel(order, {
              lines: input.lines ?? undefined,
              reason: input.reason ?? 'no reason given',
              by,
              causeId,
            });
          },
        });
        return decided.outcome ?? { kind: 'cancelled' };
      });
      return result;
    },
  };
}
