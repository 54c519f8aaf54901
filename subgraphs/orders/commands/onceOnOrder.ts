import { notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { OrderEvent, OrderState } from '../domain/order.ts';
import type { OrdersParts } from '../parts.ts';

/** Who asks, with the id of the request. */
export interface Caller {
  readonly who: Identity;
  readonly requestId: string;
}

/** One command on one order, done once per key. */
export interface OrderCommand {
  /** Name of the mutation. */
  readonly operation: string;
  readonly input: { readonly orderId: string; readonly idempotencyKey: string };
  /** Pure; throw a coded error to refuse. `causeId` is the same for every repetition of the key. */
  readonly decide: (order: OrderState, causeId: string) => readonly OrderEvent[];
  /** More writes of the same transaction. */
  readonly also?: (tx: Tx) => Promise<void>;
}

/** Decides on an order the caller may see, once per key of the caller: one transaction with the key's own row. */
export async function onceOnOrder(
  { journal, orders }: OrdersParts,
  idempotency: Idempotency,
  { who, requestId }: Caller,
  { operation, input, decide, also }: OrderCommand,
): Promise<void> {
  const { orderId, idempotencyKey: key } = input;
  const { idempotencyKey: _key, ...body } = input;
  const scope = { principal: who.subject, operation, key, input: body };
  await idempotency.once(scope, async (tx) => {
    await runDecision(journal, orders, {
      ...{ id: orderId, actor: who.subject, cause: requestId, tx },
      decide: (order) => {
        if (order === undefined || !mayReadRow(who, order)) throw notFound('order');
        return decide(order, `${operation}:${who.subject}:${key}`);
      },
    });
    await also?.(tx);
    return {};
  });
}
