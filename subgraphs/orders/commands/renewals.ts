import { evolveOrder } from '../domain/evolve.ts';
import type { Means } from '../domain/ledger/ledger.ts';
import { aboutToLapse, decideEarlyCapture, decideFree, lapsed } from '../domain/ledger/lapse.ts';
import { availableOf } from '../domain/ledger/evolveMoney.ts';
import { methodOf, orderEventOf } from '../domain/movements.ts';
import { orderEvent, type OrderEvent, type OrderState } from '../domain/order.ts';
import type { OrdersParts } from '../parts.ts';
import type { ProviderAnswer } from '../ports.ts';
import { isFinal, outcomeOf, type FinalAnswer } from './providerAnswer.ts';

/** What a provider said of an authorisation that is about to lapse. */
export interface Renewal {
  readonly meansId: string;
  readonly renewedId: string;
  readonly amountMinor: number;
  readonly answer: FinalAnswer;
}

/** The id of the authorisation that takes another one's place: the next of its row. */
export function renewedIdOf(meansId: string): string {
  const found = /^(.*):r(\d+)$/.exec(meansId);
  return found === null ? `${meansId}:r2` : `${found[1] ?? ''}:r${Number(found[2]) + 1}`;
}

/** Asks the provider to hold the money on that units still need. Those it does not answer for are asked again later. */
export async function renewals(
  { payments, journal }: OrdersParts,
  order: OrderState,
): Promise<readonly Renewal[]> {
  const found: Renewal[] = [];
  for (const means of aboutToLapse(order.ledger, journal.clock.nowMs())) {
    const authorisation = order.payments.find((each) => each.paymentId === means.meansId)?.providerReference;
    if (authorisation === undefined) continue;
    const renewal = { meansId: means.meansId, renewedId: renewedIdOf(means.meansId) };
    const amountMinor = availableOf(order.ledger, means);
    const request = { key: renewal.renewedId, amountMinor, currency: order.currency, authorisation };
    const answer = await payments.renew(request).catch((): ProviderAnswer => ({ state: 'UNKNOWN' }));
    if (isFinal(answer)) found.push({ ...renewal, amountMinor, answer });
  }
  return found;
}

/** What follows: the new authorisation takes the place of the old, or what units need is captured before it is gone. */
export function renewalEvents(order: OrderState, found: readonly Renewal[], nowMs: number): OrderEvent[] {
  let now = order;
  const events: OrderEvent[] = [];
  const say = (more: readonly OrderEvent[]): void => {
    events.push(...more);
    now = more.reduce<OrderState>((state, event) => evolveOrder(state, event, nowMs), now);
  };
  for (const means of lapsed(order.ledger, nowMs)) say([lapsedEvent(order, means)]);
  for (const { meansId, renewedId, amountMinor, answer } of found) {
    const still = aboutToLapse(now.ledger, nowMs).some((means) => means.meansId === meansId);
    if (!still) continue;
    if (answer.state === 'DECLINED') {
      say(decideEarlyCapture(now.ledger, meansId, nowMs).flatMap((event) => orderEventOf(now, event)));
      continue;
    }
    const amount = { amountMinor, currency: order.currency };
    const method = methodOf(order, meansId);
    const renewed = {
      orderId: order._id,
      paymentId: renewedId,
      kind: 'AUTHORIZATION' as const,
      amount,
      method,
    };
    const isNew = now.ledger.means.every((means) => means.meansId !== renewedId);
    if (isNew)
      say([orderEvent('orders.PaymentChanged', { ...renewed, ...outcomeOf(answer), causeId: meansId })]);
    say(decideFree(now.ledger, meansId, nowMs).flatMap((event) => orderEventOf(now, event)));
  }
  return events;
}

const lapsedEvent = (order: OrderState, means: Means): OrderEvent =>
  orderEvent('orders.AuthorizationLapsed', {
    ...{ orderId: order._id, paymentId: means.meansId },
    amount: { amountMinor: availableOf(order.ledger, means), currency: order.currency },
  });
