import type { LedgerEvent, MoneyEvents } from './ledger/events.ts';
import type { Movement, Run } from './ledger/ledger.ts';
import { evolveAll } from './ledger/evolve.ts';
import { reconcile } from './ledger/reconcile.ts';
import { outsideDues } from './received.ts';
import { refundNeed } from './ledger/settle.ts';
import { lotOf } from './ledger/lots.ts';
import { flying } from './ledger/runs.ts';
import { orderEvent, type OrderEvent, type OrderState, type PaymentMethod } from './order.ts';

const money = (order: OrderState, amountMinor: number) => ({ amountMinor, currency: order.currency });

const methods: readonly PaymentMethod[] = ['CARD', 'GIFT_CARD', 'IN_STORE', 'INVOICE'];

/** How a means is paid with. */
export function methodOf({ ledger, paymentMethod }: OrderState, meansId: string | undefined): PaymentMethod {
  const method = ledger.means.find((means) => means.meansId === meansId)?.method;
  return methods.find((each) => each === method) ?? paymentMethod ?? 'CARD';
}

/** The movements of money an order asks for now, as events of the order: asked for, not answered. */
export function decideMovements(order: OrderState, nowMs: number): OrderEvent[] {
  const movements = reconcile(order.ledger, nowMs);
  // Who pays outside is told of what no other means is asked for.
  const asked = { ...order, ledger: evolveAll(order.ledger, movements) };
  return [...movements.flatMap((event) => orderEventOf(order, event)), ...outsideDues(asked)];
}

/** A decision of the ledger about money, as the order's journal has it. */
export function orderEventOf(order: OrderState, event: LedgerEvent): OrderEvent[] {
  const orderId = order._id;
  switch (event.type) {
    case 'MovementAsked':
      return [askedEvent(order, event.data)];
    case 'CreditMoved': {
      const { movementId, causeId, from, to } = event.data;
      const sum = from.reduce((all, part) => all + part.amountMinor, 0);
      const data = { orderId, movementId, causeId, from: [...from], to: [...to], amount: money(order, sum) };
      return [orderEvent('orders.CreditMoved', data)];
    }
    case 'Escalated': {
      const { kind, causeId, amountMinor } = event.data;
      const named = kind === 'REFUND' || kind === 'VOID' ? kind : 'CHARGE';
      const amount = money(order, amountMinor);
      return [orderEvent('orders.MoneyEscalated', { orderId, kind: named, causeId, amount })];
    }
    default:
      throw new Error(`${event.type} is no movement of money.`);
  }
}

function askedEvent(order: OrderState, asked: MoneyEvents['MovementAsked']): OrderEvent {
  const { movementId: paymentId, kind, meansId, amountMinor, causeId, parts, goodwill, ofCredit } = asked;
  return orderEvent('orders.PaymentChanged', {
    ...{ orderId: order._id, paymentId, meansId, causeId, parts: [...parts] },
    ...{ amount: money(order, amountMinor), method: methodOf(order, meansId) },
    ...{ kind: kind === 'CAPTURE' ? 'CHARGE' : kind, state: 'PENDING' },
    ...(goodwill === true ? { goodwill } : {}),
    ...(ofCredit === true ? { ofCredit } : {}),
  });
}

/** Movements asked for and not answered. */
export const pendingMovements = ({ ledger }: OrderState): Movement[] =>
  ledger.movements.filter((each) => each.state === 'PENDING');

/** Refunds of returns that are complete: nothing more of what was granted goes back, and nothing is under way. */
export function finishedRefunds(order: OrderState, doneAtMs: number): OrderEvent[] {
  const { ledger, refundedReturns, grants = [] } = order;
  const returnOf = new Map(grants.map(({ causeId, returnId }) => [causeId, returnId]));
  return ledger.causes
    .filter((cause) => cause.startsWith('RefundGranted:'))
    .map((cause) => cause.slice('RefundGranted:'.length))
    .filter((causeId) => !refundedReturns.includes(causeId) && isPaidBack(order, causeId))
    .map((causeId) => {
      const returnId = returnOf.get(causeId) ?? causeId;
      const amountMinor = ledger.movements
        .filter((each) => each.kind === 'REFUND' && each.state === 'SUCCEEDED' && each.causeId === causeId)
        .reduce((sum, each) => sum + each.amountMinor, 0);
      return orderEvent('orders.RefundDone', {
        ...{ orderId: order._id, returnId, causeId, amount: money(order, amountMinor), doneAtMs },
      });
    });
}

/** Is it the money of this refund: of a return, or of what a carrier brought back? */
const isOf = (run: Run, causeId: string): boolean =>
  run.grantedBy === causeId || (run.place === 'RECALLED' && run.causeId === causeId);

const isPaidBack = ({ ledger }: OrderState, causeId: string): boolean =>
  ledger.runs.every(
    (run) =>
      !isOf(run, causeId) ||
      (refundNeed(lotOf(ledger, run.lotId), run) === 0 && flying(run.money.outs) === 0),
  );
