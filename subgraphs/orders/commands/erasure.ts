import { codedError } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { defineAggregate } from '../../../platform/journal/aggregate.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { withTransaction } from '../../../platform/mongo/withTransaction.ts';
import { evolveErasure, needsPeople, type Erasure, type ErasureEvent } from '../domain/erasure.ts';
import { statusOf } from '../domain/status.ts';
import type { OrdersParts } from '../parts.ts';
import { forgetCarts, forgetPeople } from '../store/forget.ts';
import type { OrderDoc } from '../store/models.ts';
import type { Caller } from './onceOnOrder.ts';

/** What an erasure has come to. */
export interface Erased {
  readonly erasedOrders: number;
  /** Orders that still need their address; it goes when they have ended. */
  readonly openOrders: number;
}

/** Forgetting a customer. */
export interface Erasures {
  erase(ref: string, reason: string, idempotencyKey: string, caller: Caller): Promise<Erased>;
  /** Forgets what ended since. Called by a timer. */
  goOn(): Promise<void>;
}

/** Orders looked at in one transaction. */
const batch = 200;

async function forgetEnded(
  { models }: OrdersParts,
  tx: Tx,
  filter: object,
): Promise<{ erased: string[]; open: string[] }> {
  const erased: string[] = [];
  const open: string[] = [];
  for (let last = ''; ;) {
    const rows = await models.Order.find(builtFilter<OrderDoc>({ $and: [filter, { _id: { $gt: last } }] }))
      .sort({ _id: 1 })
      .limit(batch)
      .session(tx.session)
      .lean<OrderDoc[]>();
    for (const order of rows) (needsPeople(statusOf(order)) ? open : erased).push(order._id);
    if (rows.length < batch) break;
    last = rows.at(-1)?._id ?? last;
  }
  await forgetPeople(models, tx, erased);
  return { erased, open };
}

export function createErasures(application: () => OrdersParts, idempotency: Idempotency): Erasures {
  const write = async (
    tx: Tx,
    ref: string,
    of: object,
    by: { actor: string; cause: string; reason: string },
  ) => {
    const parts = application();
    const { models, journal } = parts;
    const { erased, open } = await forgetEnded(parts, tx, of);
    const data = {
      customerRef: ref,
      erasedOrders: erased.length,
      openOrders: open.length,
      reason: by.reason,
    };
    await runDecision(journal, customers(parts), {
      ...{ id: ref, actor: by.actor, cause: by.cause, tx },
      decide: (): ErasureEvent[] => [{ type: 'orders.CustomerErased', data }],
    });
    await models.Erasure.updateOne(
      { _id: ref },
      { $set: { openOrderIds: open, open: open.length } },
      { session: tx.session },
    );
    return { erasedOrders: erased.length, openOrders: open.length };
  };
  return {
    erase: async (ref, reason, key, { who, requestId: cause }) => {
      requireReason(who, ref, reason);
      if (ref.startsWith('system:'))
        throw codedError('BAD_USER_INPUT', 'This is no customer.', { field: 'ref' });
      const scope = { principal: who.subject, operation: 'eraseCustomer', key, input: { ref, reason } };
      const { result } = await idempotency.once<Erased>(scope, async (tx) => {
        await forgetCarts(application().models, tx, ref);
        return write(tx, ref, { owner: ref }, { actor: who.subject, cause, reason: reason.trim() });
      });
      return result;
    },
    goOn: async () => {
      const { models, journal } = application();
      const waiting = builtFilter<Erasure & { version: number }>({ open: { $gt: 0 } });
      for (const { _id: ref, openOrderIds } of await models.Erasure.find(waiting)
        .limit(50)
        .lean<Erasure[]>()) {
        const rows = await models.Order.find(builtFilter<OrderDoc>({ _id: { $in: [...openOrderIds] } })).lean<
          OrderDoc[]
        >();
        if (!rows.some((order) => !needsPeople(statusOf(order)))) continue;
        const by = { actor: 'system:orders', cause: `erasure:${ref}`, reason: 'orders have ended' };
        await withTransaction(journal.connection, (tx) =>
          write(tx, ref, { _id: { $in: [...openOrderIds] } }, by),
        );
      }
    },
  };
}

const customers = ({ models }: OrdersParts) =>
  defineAggregate<Erasure, ErasureEvent>({ name: 'customer', model: models.Erasure, evolve: evolveErasure });
