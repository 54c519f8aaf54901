import { codedError } from '../../../platform/errors/codedError.ts';
import type { ChangeDeclined } from '../domain/changeResult.ts';
import { orderEvent, type OrderEvent, type OrderState } from '../domain/order.ts';
import type { OrdersParts } from '../parts.ts';
import type { ProviderAnswer } from '../ports.ts';
import type { ChangeDoc } from '../store/changeModel.ts';

/** Money set aside for a change; it stands on its own beside the order's first. */
export interface ExtraMoney {
  readonly paymentId: string;
  readonly amountMinor: number;
  readonly reference: string;
}

const unanswered = () =>
  codedError(
    'SERVICE_UNAVAILABLE',
    'The payment is not answered yet; repeat the call with the same idempotency key.',
  );

/** Sets aside what a change costs more. A provider that does not answer is asked after under the same key. */
export async function setAside(
  { payments }: OrdersParts,
  { _id, extraMinor, token }: ChangeDoc,
  { currency }: OrderState,
): Promise<ExtraMoney | ChangeDeclined | undefined> {
  if (extraMinor === 0 || token === undefined) return undefined;
  const key = `${_id}:authorise`;
  const unknown = (): ProviderAnswer => ({ state: 'UNKNOWN' });
  const known = await payments.lookup(key).catch(unknown);
  const answer =
    known ?? (await payments.authorise({ key, amountMinor: extraMinor, currency, token }).catch(unknown));
  if (answer.state === 'PENDING' || answer.state === 'UNKNOWN') throw unanswered();
  if (answer.state === 'APPROVED')
    return { paymentId: key, amountMinor: extraMinor, reference: answer.reference };
  // Nobody is at the card's own page while an order is changed: what needs its owner there is not taken.
  const declineCode = answer.state === 'DECLINED' ? answer.declineCode : 'authentication_required';
  return { kind: 'declined', message: 'The payment was declined; the order is as it was.', declineCode };
}

/** Frees what was set aside for a change that comes to nothing. */
export async function freeAside(
  { payments }: OrdersParts,
  { _id }: ChangeDoc,
  { currency }: OrderState,
  extra: ExtraMoney | undefined,
): Promise<void> {
  if (extra === undefined) return;
  const { amountMinor, reference: authorisation } = extra;
  const answer = await payments
    .void({ key: `${_id}:void`, amountMinor, currency, authorisation })
    .catch((): ProviderAnswer => ({ state: 'UNKNOWN' }));
  if (answer.state === 'PENDING' || answer.state === 'UNKNOWN') throw unanswered();
}

/** Money that was set aside for a change, as a payment of the order. */
export const authorised = (order: OrderState, extra: ExtraMoney | undefined): OrderEvent[] =>
  extra === undefined
    ? []
    : [
        orderEvent('orders.PaymentChanged', {
          ...{ orderId: order._id, paymentId: extra.paymentId, kind: 'AUTHORIZATION', state: 'SUCCEEDED' },
          ...{ method: 'CARD', amount: { amountMinor: extra.amountMinor, currency: order.currency } },
          providerReference: extra.reference,
        }),
      ];
