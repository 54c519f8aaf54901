import { describe, expect, it } from 'vitest';
import { evolveOrder } from './evolve.ts';
import { withGivenBack } from './givenBack.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';
import { linesOf, orderAfter, payment, placedAtMs } from './order.fixture.ts';

type Told = Extract<OrderEvent, { type: 'orders.MoneyGivenBack' }>['data'];
const parts = {
  card: [{ lotId: 'a', from: 0, to: 2, amountMinor: 1_500 }],
  gift: [{ lotId: 'a', from: 0, to: 2, amountMinor: 500 }],
};
const refund = (
  means: 'card' | 'gift',
  state: 'PENDING' | 'SUCCEEDED' | 'FAILED',
  id = means as string,
): OrderEvent =>
  orderEvent('orders.PaymentChanged', {
    ...{ orderId: 'o1', paymentId: `refund:${id}`, kind: 'REFUND', state, method: 'CARD', causeId: 'gone' },
    ...{ meansId: `AUTHORIZATION:${means === 'card' ? 4_000 : 990}`, parts: parts[means] },
    amount: { amountMinor: means === 'card' ? 1_500 : 500, currency: 'EUR' },
  });

/** Two pairs of shoes that were paid on two means and cancelled; both refunds are asked for. */
function asked(): OrderState {
  const charge = (meansId: string, amountMinor: number): OrderEvent =>
    orderEvent('orders.PaymentChanged', {
      ...{
        orderId: 'o1',
        paymentId: `charge:${meansId}`,
        kind: 'CHARGE',
        state: 'SUCCEEDED',
        method: 'CARD',
      },
      ...{ meansId, parts: [{ lotId: 'a', from: 0, to: 2, amountMinor }], causeId: 'w' },
      amount: { amountMinor, currency: 'EUR' },
    });
  return orderAfter(
    payment('AUTHORIZATION', 990),
    payment('AUTHORIZATION', 4_000),
    charge('AUTHORIZATION:990', 500),
    charge('AUTHORIZATION:4000', 1_500),
    orderEvent('orders.LinesCancelled', {
      ...{ orderId: 'o1', lines: linesOf({ a: 2 }), causeId: 'gone', reason: 'r', by: 'RETAILER' },
    }),
    refund('card', 'PENDING'),
    refund('gift', 'PENDING'),
  );
}

/** Applies events one by one as they are decided; answers what the customer hears after each. */
function heard(order: OrderState, events: readonly OrderEvent[]): (number | undefined)[] {
  let state = order;
  return events.map((event) => {
    const all = withGivenBack(state, [event], placedAtMs);
    state = all.reduce((now, each) => evolveOrder(now, each, placedAtMs), state);
    const told = all.filter(({ type }) => type === 'orders.MoneyGivenBack').map(({ data }) => data as Told);
    expect(told.length).toBeLessThan(2);
    return told[0]?.amount.amountMinor;
  });
}

const escalated: OrderEvent = orderEvent('orders.MoneyEscalated', {
  ...{ orderId: 'o1', kind: 'REFUND', causeId: 'gone', amount: { amountMinor: 500, currency: 'EUR' } },
});

describe('money that went back over several means', () => {
  it('is told once, with its sum, when the last of them has answered', () => {
    expect(heard(asked(), [refund('card', 'SUCCEEDED'), refund('gift', 'SUCCEEDED')])).toEqual([
      undefined,
      2_000,
    ]);
  });
  it('waits for what failed and is asked for again', () => {
    const again = [refund('gift', 'PENDING', 'gift2'), refund('gift', 'SUCCEEDED', 'gift2')];
    const all = [refund('gift', 'FAILED'), refund('card', 'SUCCEEDED'), ...again];
    expect(heard(asked(), all)).toEqual([undefined, undefined, undefined, 2_000]);
  });
  it('is told without what an owner has to see to, which is told when it has gone back', () => {
    const later = [refund('gift', 'PENDING', 'gift2'), refund('gift', 'SUCCEEDED', 'gift2')];
    const all = [refund('card', 'SUCCEEDED'), refund('gift', 'FAILED'), escalated, ...later];
    expect(heard(asked(), all)).toEqual([undefined, undefined, 1_500, undefined, 500]);
  });
  it('is not told twice when an answer comes again, and charges are never told', () => {
    const all = [
      refund('card', 'SUCCEEDED'),
      refund('gift', 'SUCCEEDED'),
      refund('gift', 'SUCCEEDED'),
      payment('CHARGE', 7),
    ];
    expect(heard(asked(), all)).toEqual([undefined, 2_000, undefined, undefined]);
  });
});
