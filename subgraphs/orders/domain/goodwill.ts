import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Identity } from '../../../schema/identity.ts';
import { decideGoodwill } from './ledger/decideMoney.ts';
import { goodwillClaims } from './ledger/pass.ts';
import { lotOf } from './ledger/lots.ts';
import { moneyOf } from './ledger/views.ts';
import { orderEventOf } from './movements.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

/** Money to give back without a return. */
export interface GoodwillWish {
  readonly amount?: { readonly amountMinor: number; readonly currency: string } | undefined;
  readonly lineId?: string | undefined;
  readonly delivery: boolean;
  readonly reason: string;
}

interface Deciding {
  readonly causeId: string;
  readonly who: Identity;
  /** Most that an agent gives on one order, in percent of what was captured for it. */
  readonly agentPercent: number;
  readonly nowMs: number;
}

/** Gives money back without a return: bounded by what was captured for what it is given for, and by who gives it. */
export function decideGoodwillRefund(order: OrderState, wish: GoodwillWish, by: Deciding): OrderEvent[] {
  const { lineId, delivery, reason } = wish;
  if (lineId !== undefined && delivery)
    throw codedError('BAD_USER_INPUT', 'Name a line or the delivery, not both.', { field: 'delivery' });
  if (lineId !== undefined && !order.lines.some((line) => line.lineId === lineId))
    throw notFound('order line');
  if (wish.amount !== undefined && wish.amount.currency !== order.currency)
    throw codedError('CURRENCY_MISMATCH', `This order is in ${order.currency}.`, { field: 'amount' });
  const amountMinor = wish.amount?.amountMinor ?? (delivery ? leftOfDelivery(order) : undefined);
  if (amountMinor === undefined)
    throw codedError('BAD_USER_INPUT', 'Say how much is given back.', { field: 'amount' });
  requireWithin(order, amountMinor, by);
  const of = delivery ? ('DELIVERY' as const) : lineId === undefined ? undefined : { lineId };
  const movements = decideGoodwill(order.ledger, { causeId: by.causeId, amountMinor, of }, by.nowMs);
  return [
    orderEvent('orders.GoodwillGranted', {
      ...{ orderId: order._id, causeId: by.causeId, reason, by: giver(by.who) },
      amount: { amountMinor, currency: order.currency },
      ...(lineId === undefined ? {} : { lineId }),
      ...(delivery ? { delivery } : {}),
    }),
    ...movements.flatMap((event) => orderEventOf(order, event)),
  ];
}

const giver = ({ kind }: Identity) => (kind === 'agent' || kind === 'admin' ? kind : 'system');

/** What was captured for the delivery and not given back. */
const leftOfDelivery = ({ ledger }: OrderState): number =>
  goodwillClaims(ledger, (run) => lotOf(ledger, run.lotId).kind === 'DELIVERY').reduce(
    (sum, claim) => sum + claim.missing,
    0,
  );

/** An agent gives no more on one order than the retailer lets them; all that was given before counts. */
function requireWithin({ ledger }: OrderState, amountMinor: number, { who, agentPercent }: Deciding): void {
  if (who.kind !== 'agent') return;
  const given = ledger.movements
    .filter(({ goodwill, state }) => goodwill === true && state !== 'FAILED')
    .reduce((sum, each) => sum + each.amountMinor, 0);
  const most = Math.floor((moneyOf(ledger).capturedMinor * agentPercent) / 100) - given;
  if (amountMinor > most)
    throw codedError(
      'FORBIDDEN',
      `An agent may give back ${Math.max(0, most)} minor units more on this order; ask somebody who may give more.`,
      { field: 'amount' },
    );
}
