import { runDecision } from '../../../platform/journal/runDecision.ts';
import { confirmedEvent, paymentPending } from '../domain/place.ts';
import { decideCancel } from '../domain/cancel.ts';
import {
  orderEvent,
  type OrderEvent,
  type OrderState,
  type Payment,
  type PaymentKind,
} from '../domain/order.ts';
import { sumOf } from '../domain/status.ts';
import { captureDue, paid, priceOf, voidDue } from '../domain/totals.ts';
import type { UnitsByLine } from '../domain/counters.ts';
import type { OrdersApplication } from '../application.ts';
import type { ProviderAnswer } from '../ports.ts';

/** Movements of money after checkout. Each asks the provider under a key of its own, so repeating one moves nothing twice. */
export interface MoneyMoves {
  /** Takes the price of units that have left. */
  capture(orderId: string, units: UnitsByLine, causeId: string): Promise<void>;
  /** Gives back the price of returned units, less what the way back costs the customer, once per return. */
  refundReturn(
    orderId: string,
    units: UnitsByLine,
    ask: { returnId: string; costMinor: number },
  ): Promise<void>;
  /** Gives back the price of units that were paid and will not arrive. */
  refundUnits(orderId: string, units: UnitsByLine, causeId: string): Promise<void>;
  /** Frees what is set aside and not needed any more. */
  freeRest(orderId: string): Promise<void>;
  /** Asks the provider how a payment stands that an order waits for, and acts on the answer. */
  settleHold(orderId: string): Promise<void>;
}

/** The provider has not said yes or no: the caller (a reaction or the sweep) comes back later. */
class NoAnswerYet extends Error {}

const authorisationOf = (order: OrderState): Payment | undefined =>
  order.payments.find((payment) => payment.kind === 'AUTHORIZATION' && payment.state === 'SUCCEEDED');

/** Everything was cancelled while the payment was open: its answer ends the hold, and frees what it set aside. */
const overEvent = (order: OrderState, causeId: string): OrderEvent =>
  orderEvent('orders.LinesCancelled', {
    ...{ orderId: order._id, lines: [], causeId, by: 'PAYMENT' as const },
    reason: 'the order had been cancelled before the payment was answered',
  });

export function createMoney(application: () => OrdersApplication): MoneyMoves {
  const load = async (orderId: string): Promise<OrderState> => {
    const order = await application().models.Order.findOne({ _id: orderId }).lean();
    if (order === null) throw new Error('Money can only move for a known order.');
    return order as unknown as OrderState;
  };
  const record = (orderId: string, cause: string, decide: (order: OrderState) => readonly OrderEvent[]) =>
    runDecision(application().journal, application().orders, {
      ...{ id: orderId, actor: 'system:orders', cause },
      decide: (state) => (state === undefined ? [] : decide(state)),
    });
  const paymentEvent = (
    order: OrderState,
    payment: { paymentId: string; kind: PaymentKind; amountMinor: number; causeId?: string },
    answer: ProviderAnswer,
  ): OrderEvent => {
    const { amountMinor, ...rest } = payment;
    const method = order.paymentMethod ?? order.payments[0]?.method ?? 'IN_STORE';
    return orderEvent('orders.PaymentChanged', {
      ...{ orderId: order._id, ...rest, method, amount: { amountMinor, currency: order.currency } },
      state: answer.state === 'APPROVED' ? 'SUCCEEDED' : 'FAILED',
      ...(answer.state === 'APPROVED' ? { providerReference: answer.reference } : {}),
      ...(answer.state === 'DECLINED' ? { declineCode: answer.declineCode } : {}),
    });
  };
  /** One movement: asked of the provider, then written, with whatever follows from it. */
  const move = async (
    order: OrderState,
    payment: { paymentId: string; kind: 'CHARGE' | 'REFUND' | 'VOID'; amountMinor: number; causeId?: string },
    then: (approved: boolean) => readonly OrderEvent[] = () => [],
  ): Promise<void> => {
    if (order.payments.some((each) => each.paymentId === payment.paymentId)) return;
    const answer = await ask(order, payment);
    application().crashpoint('payment.afterProvider');
    await record(order._id, payment.causeId ?? payment.paymentId, (now) =>
      now.payments.some((each) => each.paymentId === payment.paymentId)
        ? []
        : [paymentEvent(now, payment, answer), ...then(answer.state === 'APPROVED')],
    );
  };
  const ask = async (
    order: OrderState,
    payment: { paymentId: string; kind: 'CHARGE' | 'REFUND' | 'VOID'; amountMinor: number },
  ): Promise<ProviderAnswer> => {
    const authorisation = authorisationOf(order)?.providerReference;
    // Paid in the store or settled by invoice: money moves outside, the order only keeps the books.
    if (authorisation === undefined) return { state: 'APPROVED', reference: `outside:${payment.paymentId}` };
    const request = {
      key: payment.paymentId,
      amountMinor: payment.amountMinor,
      currency: order.currency,
      authorisation,
    };
    const { payments } = application();
    const verb = { CHARGE: payments.capture, REFUND: payments.refund, VOID: payments.void }[payment.kind];
    const answer = await verb(request).catch((): ProviderAnswer => ({ state: 'UNKNOWN' }));
    if (answer.state === 'APPROVED' || answer.state === 'DECLINED') return answer;
    throw new NoAnswerYet(`The provider has not answered ${payment.paymentId}.`);
  };
  const refund = async (
    orderId: string,
    { amountMinor, causeId, returnId }: { amountMinor: number; causeId: string; returnId?: string },
  ): Promise<void> => {
    const order = await load(orderId);
    const most = paid(order, 'CHARGE') - paid(order, 'REFUND');
    const amount = { amountMinor: Math.max(0, Math.min(amountMinor, most)), currency: order.currency };
    const done = (approved: boolean): OrderEvent[] =>
      approved && returnId !== undefined
        ? [
            orderEvent('orders.RefundDone', {
              orderId,
              returnId,
              amount,
              doneAtMs: application().journal.clock.nowMs(),
            }),
          ]
        : [];
    if (returnId !== undefined && order.refundedReturns.includes(returnId)) return;
    if (amount.amountMinor === 0) {
      await record(orderId, causeId, (now) =>
        now.refundedReturns.includes(returnId ?? '') ? [] : done(true),
      );
      return;
    }
    const payment = {
      paymentId: `${orderId}:refund:${causeId}`,
      kind: 'REFUND' as const,
      amountMinor: amount.amountMinor,
      causeId,
    };
    await move(order, payment, done);
  };

  return {
    refundReturn: async (orderId, units, { returnId, costMinor }) => {
      const amountMinor = priceOf(await load(orderId), units) - costMinor;
      await refund(orderId, { amountMinor, causeId: returnId, returnId });
    },
    capture: async (orderId, units, causeId) => {
      const order = await load(orderId);
      const amountMinor = captureDue(order, units);
      if (amountMinor > 0)
        await move(order, {
          paymentId: `${orderId}:charge:${causeId}`,
          kind: 'CHARGE',
          amountMinor,
          causeId,
        });
    },
    refundUnits: async (orderId, units, causeId) =>
      refund(orderId, { amountMinor: priceOf(await load(orderId), units), causeId }),
    freeRest: async (orderId) => {
      const order = await load(orderId);
      const amountMinor = voidDue(order);
      if (amountMinor > 0) await move(order, { paymentId: `${orderId}:void`, kind: 'VOID', amountMinor });
    },
    settleHold: async (orderId) => {
      const order = await load(orderId);
      const waiting = order.payments.find(
        (each) => each.kind === 'AUTHORIZATION' && each.state === 'PENDING',
      );
      if (order.heldReason !== paymentPending || waiting === undefined) return;
      const answer = await application().payments.lookup(waiting.paymentId);
      // Never seen: the request was lost on its way, so nothing is set aside and the order cannot be secured.
      const final: ProviderAnswer = answer ?? { state: 'DECLINED', declineCode: 'no_answer' };
      if (final.state === 'PENDING' || final.state === 'UNKNOWN') return;
      const { paymentId, kind, amountMinor } = waiting;
      await record(orderId, paymentId, (now) => {
        if (now.heldReason !== paymentPending) return [];
        const settled = paymentEvent(now, { paymentId, kind, amountMinor }, final);
        if (sumOf(now.lines, 'ordered') === sumOf(now.lines, 'cancelled'))
          return [settled, overEvent(now, paymentId)];
        if (final.state === 'APPROVED') return [settled, confirmedEvent(now)];
        const ask = { reason: 'the payment was declined', by: 'PAYMENT' as const, causeId: paymentId };
        return [settled, ...decideCancel(now, ask).events];
      });
    },
  };
}
