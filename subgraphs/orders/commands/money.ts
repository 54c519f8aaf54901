import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { OrdersParts } from '../parts.ts';
import type { Movement } from '../domain/ledger/ledger.ts';
import { withDeliveryBack } from '../domain/deliveryBack.ts';
import { decideMovements, finishedRefunds, methodOf, pendingMovements } from '../domain/movements.ts';
import { orderEvent, type OrderEvent, type OrderState } from '../domain/order.ts';
import type { ProviderAnswer } from '../ports.ts';
import { giftReturnOf } from '../domain/gift.ts';
import { withGivenBack } from '../domain/givenBack.ts';
import { payAsGiftCard } from './giftCredits.ts';
import { isFinal, outcomeOf, type FinalAnswer } from './providerAnswer.ts';
import { renewalEvents, renewals } from './renewals.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { settleHold } from './settleHold.ts';

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

/** Money that is set aside stays so while units need it, or is taken before it is gone. */
async function keepAuthorised(application: OrdersParts, orderId: string): Promise<void> {
  const { models, journal } = application;
  const nowMs = journal.clock.nowMs();
  const order = await models.Order.findOne({
    _id: orderId,
    settleAtMs: trusted({ $lte: nowMs }),
  }).lean<OrderState>();
  if (order === null) return;
  const found = await renewals(application, order);
  await record(application, orderId, `${orderId}:renew`, (now) => renewalEvents(now, found, nowMs));
}

async function settle(application: OrdersParts, orderId: string): Promise<void> {
  const nowMs = (): number => application.journal.clock.nowMs();
  await keepAuthorised(application, orderId);
  for (let round = 1; round <= maxRounds; round++) {
    const order = await record(application, orderId, `${orderId}:settle`, (found) => {
      const { order: now, events } = withDeliveryBack(found, application.settings.current(), nowMs());
      const moves = withGivenBack(now, decideMovements(now, nowMs()), nowMs());
      return [...events, ...moves, ...finishedRefunds(now, nowMs())];
    });
    // Written before it is asked for: after a crash the same movement is asked for under the same key.
    application.crashpoint('payment.beforeProvider');
    const pending = order === undefined ? [] : pendingMovements(order);
    if (order === undefined || pending.length === 0) return;
    const silent: string[] = [];
    for (const movement of pending) {
      const answer = await ask(application, order, movement);
      application.crashpoint('payment.afterProvider');
      if (!isFinal(answer)) silent.push(movement.movementId);
      else
        await record(application, orderId, movement.causeId, (now) =>
          withGivenBack(now, answered(now, movement, answer), nowMs()),
        );
    }
    if (silent.length > 0) throw new NoAnswerYet(`The provider has not answered ${silent.join(', ')}.`);
  }
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
async function ask(parts: OrdersParts, order: OrderState, movement: Movement): Promise<ProviderAnswer> {
  const { payments } = parts;
  const { movementId, kind, meansId, amountMinor } = movement;
  if (kind === 'REFUND' && giftReturnOf(order, movement.causeId) !== undefined)
    return payAsGiftCard(parts, order, movement);
  const authorisation = order.payments.find((each) => each.paymentId === meansId)?.providerReference;
  if (authorisation === undefined) return { state: 'APPROVED', reference: `outside:${movementId}` };
  const request = { key: movementId, amountMinor, currency: order.currency, authorisation };
  const verb = kind === 'CAPTURE' ? 'capture' : kind === 'REFUND' ? 'refund' : 'void';
  return payments[verb](request).catch((): ProviderAnswer => ({ state: 'UNKNOWN' }));
}

/** How the money goes: what was a gift is not told to the card that paid for it. */
const paidBackBy = (order: OrderState, { kind, causeId, meansId }: Movement) =>
  kind === 'REFUND' && giftReturnOf(order, causeId) !== undefined ? 'GIFT_CARD' : methodOf(order, meansId);

function answered(order: OrderState, movement: Movement, answer: FinalAnswer): OrderEvent[] {
  const { movementId, kind, meansId, amountMinor, causeId } = movement;
  if (!pendingMovements(order).some((each) => each.movementId === movementId)) return [];
  return [
    orderEvent('orders.PaymentChanged', {
      ...{ orderId: order._id, paymentId: movementId, meansId, causeId, method: paidBackBy(order, movement) },
      kind: kind === 'CAPTURE' ? 'CHARGE' : kind === 'REFUND' ? 'REFUND' : 'VOID',
      amount: { amountMinor, currency: order.currency },
      ...outcomeOf(answer),
    }),
  ];
}
