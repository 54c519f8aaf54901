import type { Timer } from '../../../platform/clock/clock.ts';
import type { Log } from '../../../platform/log/log.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { decideAskAgain } from '../domain/cancelAsk.ts';
import { paymentAction, paymentPending } from '../domain/place.ts';
import type { OrdersApplication } from '../application.ts';
import type { ChangeDoc } from '../store/changeModel.ts';
import type { CheckoutDoc } from '../store/checkoutModel.ts';
import type { OrderDoc } from '../store/models.ts';

const batch = 50;

/** An answer to a cancellation mostly comes within a second; what is not answered by then was perhaps never heard. */
const askAgainAfterMs = 60_000;

async function askAgain({ journal, orders }: OrdersApplication, id: string): Promise<void> {
  await runDecision(journal, orders, {
    ...{ id, actor: 'system:orders', cause: `${id}:ask-again` },
    decide: (order) =>
      order === undefined ? [] : decideAskAgain(order, journal.clock.nowMs(), askAgainAfterMs),
  });
}

/** Ends what a crash, a vanished caller or a silent provider left open: checkouts, orders that wait for money, movements that failed. */
export function startRecovery(
  application: OrdersApplication,
  log: Log,
  options: { everyMs: number; leaseMs: number },
): Timer {
  const { models, journal, checkout, changes, money, unitChecks, erasures, holds, actions } = application;
  const { clock } = journal;
  const attempt = async (what: string, id: string, task: () => Promise<void>): Promise<void> => {
    try {
      await task();
    } catch (error) {
      // In progress elsewhere is no fault: whoever works on it will end it, or lose its lease.
      if (errorCodeOf(error) !== 'IDEMPOTENCY_IN_PROGRESS')
        log.warn({ error, id, what }, 'will be tried again');
    }
  };
  return clock.every(options.everyMs, async () => {
    const left = { done: false, startedAtMs: { $lte: clock.nowMs() - options.leaseMs } };
    const open = builtFilter<CheckoutDoc>(left);
    for (const row of await models.Checkout.find(open).limit(batch).lean<CheckoutDoc[]>())
      await attempt('checkout', row._id, () => checkout.resume(row));
    const changing = builtFilter<ChangeDoc>({ done: false, leaseUntilMs: { $lte: clock.nowMs() } });
    for (const { _id } of await models.Change.find(changing, { _id: 1 }).limit(batch).lean())
      await attempt('change', _id, () => changes.goOn(_id));
    const waiting = builtFilter<OrderDoc>({ heldReason: { $in: [paymentPending, paymentAction] } });
    const held = await models.Order.find(waiting, { _id: 1 }).limit(batch).lean();
    for (const { _id } of held) await attempt('hold', _id, () => money.settleHold(_id));
    const asked = builtFilter<OrderDoc>({ askedAtMs: { $lte: clock.nowMs() - askAgainAfterMs } });
    for (const { _id } of await models.Order.find(asked, { _id: 1 }).limit(batch).lean())
      await attempt('cancellation', _id, () => askAgain(application, _id));
    await attempt('comparison', 'units', () => unitChecks.sweep(log));
    const due = builtFilter<OrderDoc>({ settleAtMs: { $lte: clock.nowMs() } });
    for (const { _id } of await models.Order.find(due, { _id: 1 }).limit(batch).lean())
      await attempt('money', _id, () => money.settle(_id));
    await attempt('3-D Secure', 'all', () => actions.endLate());
    await attempt('unpaid', 'all', () => holds.endUnpaid());
    await attempt('erasures', 'all', () => erasures.goOn());
  });
}
