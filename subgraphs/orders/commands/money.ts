import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { OrdersParts } from '../parts.ts';
import { decideCancel } from '../domain/cancel.ts';
import type { Movement } from '../domain/ledger/ledger.ts';
import { withDeliveryBack } from '../domain/deliveryBack.ts';
import { decideMovements, finishedRefunds, methodOf, pendingMovements } from '../domain/movements.ts';
import { orderEvent, type OrderEvent, type OrderState, type Payment } from '../domain/order.ts';
import { paymentPending, securedEvent } from '../domain/place.ts';
import { sumOf } from '../domain/status.ts';
import type { ProviderAnswer } from '../ports.ts';

/** Movements of money after checkout. Each asks the provider under a key of its own, so repeating one moves nothing twice. */
export interface MoneyMoves {
  /**
   * Moves whatever the order's ledger asks for: captures what is due, gives back what goes back, frees what nobody
   * needs. May be called at any time and any number of times. Throws while the provider has not answered.
   */
  settle(orderId: string): Promise<void>;
  /**
   * Units of a return were accepted: their money goes back, less what the way back costs the customer. Once per cause;
   * the way back is taken once per return.
   */
  grantRefund(orderId: string, ask: RefundAsk): Promise<void>;
  /** Asks the provider how a payment stands that an order waits for, and acts on the answer. */
  settleHold(orderId: string): Promise<void>;
}

export interface RefundAsk {
  readonly returnId: string;
  readonly causeId: string;
  /** What the way back costs the customer, in minor units. */
  readonly costMinor: number;
  /** Before the units are found good, for all that are on their way. */
  readonly early?: boolean | undefined;
}

/** The provider has not said yes or no: the caller (a reaction or the sweep) comes back later. */
class NoAnswerYet extends Error {}

/** How often movements may lead to others before the rest waits for the next call. */
const maxRounds = 10;

/** Writes what an order decides about money. */
async function record(
  { journal, orders }: OrdersParts,
  orderId: string,
  cause: string,
  decide: (order: OrderState) => readonly OrderEvent[],
): Promise<OrderState | undefined> {
  const { state } = await runDecision(journal, orders, {
    ...{ id: orderId, actor: 'system:orders', cause },
    decide: (order) => (order === undefined ? [] : decide(order)),
  });
  return state;
}

async function settle(application: OrdersParts, orderId: string): Promise<void> {
  const nowMs = (): number => application.journal.clock.nowMs();
  for (let round = 1; round <= maxRounds; round++) {
    const order = await record(application, orderId, `${orderId}:settle`, (found) => {
      const { order: now, events } = withDeliveryBack(found, application.settings.current(), nowMs());
      return [...events, ...decideMovements(now, nowMs()), ...finishedRefunds(now, nowMs())];
    });
    // Written before it is asked for: after a crash the same movement is asked for under the same key.
    application.crashpoint('payment.beforeProvider');
    const pending = order === undefined ? [] : pendingMovements(order);
    if (order === undefined || pending.length === 0) return;
    const silent: string[] = [];
    for (const movement of pending) {
      const answer = await ask(application, order, movement);
      application.crashpoint('payment.afterProvider');
      if (answer.state === 'PENDING' || answer.state === 'UNKNOWN') silent.push(movement.movementId);
      else await record(application, orderId, movement.causeId, (now) => answered(now, movement, answer));
    }
    if (silent.length > 0) throw new NoAnswerYet(`The provider has not answered ${silent.join(', ')}.`);
  }
}

async function settleHold(application: OrdersParts, orderId: string): Promise<void> {
  const { models, payments } = application;
  const order = await models.Order.findOne({ _id: orderId }).lean<OrderState>();
  const waiting = order?.payments.find((each) => each.kind === 'AUTHORIZATION' && each.state === 'PENDING');
  if (order?.heldReason !== paymentPending || waiting === undefined) return;
  const answer = await payments.lookup(waiting.paymentId);
  // Never seen: the request was lost on its way, so nothing is set aside and the order cannot be secured.
  const final: ProviderAnswer = answer ?? { state: 'DECLINED', declineCode: 'no_answer' };
  if (final.state === 'PENDING' || final.state === 'UNKNOWN') return;
  await record(application, orderId, waiting.paymentId, (now) => afterHold(now, waiting, final));
}

export function createMoney(application: () => OrdersParts): MoneyMoves {
  return {
    settle: (orderId) => settle(application(), orderId),
    grantRefund: async (orderId, asked) => {
      await record(application(), orderId, asked.returnId, (order) => decideGrant(order, asked));
      await settle(application(), orderId);
    },
    settleHold: (orderId) => settleHold(application(), orderId),
  };
}

function decideGrant(order: OrderState, { returnId, causeId, costMinor, early }: RefundAsk): OrderEvent[] {
  const { ledger, currency, grants = [] } = order;
  if (ledger.causes.includes(`RefundGranted:${causeId}`)) return [];
  const others = [
    returnId,
    ...grants.filter((each) => each.returnId === returnId).map((each) => each.causeId),
  ];
  const taken = ledger.lots
    .filter(({ kind, paidFrom }) => kind === 'FEE' && paidFrom !== undefined && others.includes(paidFrom))
    .reduce((sum, lot) => sum + lot.listMinor, 0);
  const cost = { amountMinor: Math.max(0, costMinor - taken), currency };
  return [
    orderEvent('orders.RefundGranted', {
      orderId: order._id,
      returnId,
      causeId,
      cost,
      ...(early === true ? { early } : {}),
    }),
  ];
}

/** Asks the provider for one movement. What is paid in the store or by invoice moves outside: the order keeps the books. */
async function ask(
  { payments }: OrdersParts,
  order: OrderState,
  { movementId, kind, meansId, amountMinor }: Movement,
): Promise<ProviderAnswer> {
  const authorisation = order.payments.find((each) => each.paymentId === meansId)?.providerReference;
  if (authorisation === undefined) return { state: 'APPROVED', reference: `outside:${movementId}` };
  const request = { key: movementId, amountMinor, currency: order.currency, authorisation };
  const verb = kind === 'CAPTURE' ? 'capture' : kind === 'REFUND' ? 'refund' : 'void';
  return payments[verb](request).catch((): ProviderAnswer => ({ state: 'UNKNOWN' }));
}

type FinalAnswer = Extract<ProviderAnswer, { state: 'APPROVED' | 'DECLINED' }>;

const outcomeOf = (answer: FinalAnswer) =>
  answer.state === 'APPROVED'
    ? { state: 'SUCCEEDED' as const, providerReference: answer.reference }
    : { state: 'FAILED' as const, declineCode: answer.declineCode };

function answered(order: OrderState, movement: Movement, answer: FinalAnswer): OrderEvent[] {
  const { movementId, kind, meansId, amountMinor, causeId } = movement;
  if (!pendingMovements(order).some((each) => each.movementId === movementId)) return [];
  return [
    orderEvent('orders.PaymentChanged', {
      ...{ orderId: order._id, paymentId: movementId, meansId, causeId, method: methodOf(order, meansId) },
      kind: kind === 'CAPTURE' ? 'CHARGE' : kind === 'REFUND' ? 'REFUND' : 'VOID',
      amount: { amountMinor, currency: order.currency },
      ...outcomeOf(answer),
    }),
  ];
}

/** Everything was cancelled while the payment was open: its answer ends the hold, and frees what it set aside. */
const overEvent = (order: OrderState, causeId: string): OrderEvent =>
  orderEvent('orders.LinesCancelled', {
    ...{ orderId: order._id, lines: [], causeId, by: 'PAYMENT' as const },
    reason: 'the order had been cancelled before the payment was answered',
  });

function afterHold(
  order: OrderState,
  { paymentId, amountMinor, method }: Payment,
  answer: FinalAnswer,
): OrderEvent[] {
  if (order.heldReason !== paymentPending) return [];
  const settled = orderEvent('orders.PaymentChanged', {
    ...{ orderId: order._id, paymentId, kind: 'AUTHORIZATION', method },
    amount: { amountMinor, currency: order.currency },
    ...outcomeOf(answer),
  });
  if (sumOf(order.lines, 'ordered') === sumOf(order.lines, 'cancelled'))
    return [settled, overEvent(order, paymentId)];
  if (answer.state === 'APPROVED') return [settled, securedEvent(order)];
  const cancel = { reason: 'the payment was declined', by: 'PAYMENT' as const, causeId: paymentId };
  return [settled, ...decideCancel(order, cancel).events];
}
