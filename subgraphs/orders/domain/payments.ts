import type { OrderEvent, Payment } from './order.ts';

type Data<N extends OrderEvent['type']> = Extract<OrderEvent, { type: N }>['data'];

/** Money taken outside, as a payment among others. */
export const chargeOf = (data: Data<'orders.PaymentRecorded'>): Data<'orders.PaymentChanged'> => ({
  ...{ orderId: data.orderId, paymentId: data.paymentId, amount: data.amount, method: data.method },
  ...{ kind: 'CHARGE', state: 'SUCCEEDED', providerReference: data.receipt },
});

/** The payments with this one, new or as it is now. */
export function withPayment(
  payments: readonly Payment[],
  data: Data<'orders.PaymentChanged'>,
  at: number,
): Payment[] {
  const { paymentId, kind, state, amount, method, providerReference, declineCode, causeId, expiresAtMs } =
    data;
  const before = payments.find((payment) => payment.paymentId === paymentId);
  const payment: Payment = {
    ...{
      ...before,
      paymentId,
      kind,
      state,
      method,
      amountMinor: amount.amountMinor,
      atMs: before?.atMs ?? at,
    },
    ...(providerReference === undefined ? {} : { providerReference }),
    ...(declineCode === undefined ? {} : { declineCode }),
    ...(causeId === undefined ? {} : { causeId }),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
  };
  return before === undefined
    ? [...payments, payment]
    : payments.map((each) => (each === before ? payment : each));
}
