import { evolveOrder } from './evolve.ts';
import { giftReturnOf } from './gift.ts';
import type { Ledger, Movement } from './ledger/ledger.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

const refundsOf = ({ movements }: Ledger, causeId: string): Movement[] =>
  movements.filter((each) => each.kind === 'REFUND' && each.causeId === causeId);

/** Is nothing of it under way, and nothing that failed asked for again? */
function isDone(ledger: Ledger, refunds: readonly Movement[], causeId: string): boolean {
  const last = new Map(refunds.map((each) => [each.meansId, each.state]));
  const givenUp = ledger.escalated.includes(`REFUND:${causeId}`);
  return [...last.values()].every((state) => state === 'SUCCEEDED' || (state === 'FAILED' && givenUp));
}

/** Which return money of this cause is for, if it is for one. */
function returnOf({ grants = [], ledger }: OrderState, causeId: string): string | undefined {
  const granted = grants.find((grant) => grant.causeId === causeId)?.returnId;
  return granted ?? (ledger.causes.includes(`RefundGranted:${causeId}`) ? causeId : undefined);
}

/** What has gone back under these causes and was not told: one event per cause, with the sum over all means. */
export function givenBackOf(order: OrderState, causeIds: readonly string[]): OrderEvent[] {
  const { ledger, givenBack = [], currency, _id: orderId } = order;
  return [...new Set(causeIds)].flatMap((causeId) => {
    const refunds = refundsOf(ledger, causeId);
    // The giver is not told of a gift that came back.
    if (giftReturnOf(order, causeId) !== undefined || !isDone(ledger, refunds, causeId)) return [];
    const told = new Set(
      givenBack.filter((each) => each.causeId === causeId).flatMap((each) => each.paymentIds),
    );
    const fresh = refunds.filter((each) => each.state === 'SUCCEEDED' && !told.has(each.movementId));
    const amountMinor = fresh.reduce((sum, each) => sum + each.amountMinor, 0);
    if (amountMinor === 0) return [];
    const returnId = returnOf(order, causeId);
    const paymentIds = fresh.map(({ movementId }) => movementId);
    return orderEvent('orders.MoneyGivenBack', {
      ...{ orderId, causeId, amount: { amountMinor, currency }, paymentIds },
      ...(returnId === undefined ? {} : { returnId }),
      ...(fresh.some(({ goodwill }) => goodwill === true) ? { goodwill: true } : {}),
    });
  });
}

/** Events about money, and behind them what they complete. */
export function withGivenBack(order: OrderState, events: readonly OrderEvent[], at: number): OrderEvent[] {
  const causes = events.flatMap(({ type, data }) => {
    if (type === 'orders.MoneyEscalated') return data.kind === 'REFUND' ? [data.causeId] : [];
    if (type !== 'orders.PaymentChanged' || data.kind !== 'REFUND' || data.causeId === undefined) return [];
    return [data.causeId];
  });
  if (causes.length === 0) return [...events];
  const after = events.reduce((state, event) => evolveOrder(state, event, at), order);
  return [...events, ...givenBackOf(after, causes)];
}
