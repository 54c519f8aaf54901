import { codedError } from '../../../platform/errors/codedError.ts';
import { orderTotal, type AskedMeans, type Authorised, type Decision } from '../domain/place.ts';
import { paymentPlan, type PlannedMeans } from '../domain/paymentPlan.ts';
import type { OrdersParts } from '../parts.ts';
import type { ProviderAnswer } from '../ports.ts';
import type { CheckoutDoc } from '../store/checkoutModel.ts';

type Declined = { readonly kind: 'declined'; readonly declineCode: string };
type Approved = Extract<AskedMeans['answer'], { kind: 'approved' }>;

/**
 * Sets the money aside, on gift cards first and the rest on the card, if it is not paid outside. A provider that does not answer is asked again
 * later; the order waits on hold meanwhile. When one means is declined, what others set aside is freed.
 */
export async function authorise(
  application: OrdersParts,
  checkout: CheckoutDoc,
  decision: Decision,
): Promise<Authorised | Declined> {
  const { method } = checkout.request;
  const isOutside = method === 'IN_STORE' || method === 'INVOICE';
  if (isOutside && checkout.request.giftCards === undefined) return { kind: 'notNeeded', method };
  const plan = await planOf(application, checkout, decision);
  if ('kind' in plan) return plan;
  const asked: AskedMeans[] = [];
  for (const { token, ...means } of plan) {
    const answer = await ask(application, checkout, { token, ...means });
    if (answer.kind === 'declined') {
      await undo(application, checkout, asked);
      return answer;
    }
    asked.push({ ...means, answer });
  }
  await keepActions(application, checkout, asked);
  const heldMinor = asked.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const isShort = heldMinor < orderTotal(checkout.cart, decision);
  return { kind: 'asked', means: asked, ...(isOutside && isShort ? { outside: method } : {}) };
}

/** Who pays how much. Written down before anybody is asked: decided anew after a crash, it might come out otherwise. */
async function planOf(
  { payments, models }: OrdersParts,
  { _id, cart, request, paymentPlan: before }: CheckoutDoc,
  decision: Decision,
): Promise<readonly PlannedMeans[] | Declined> {
  if (before !== undefined) return before;
  const cards = [];
  for (const { token, amountMinor } of request.giftCards ?? []) {
    const balanceMinor = await payments.balance({ token, currency: cart.currency });
    if (balanceMinor === null) return { kind: 'declined', declineCode: 'unknown_gift_card' };
    cards.push({ token, balanceMinor, amountMinor });
  }
  const card = request.method === 'CARD' ? { token: request.token } : undefined;
  const outside = request.method === 'IN_STORE' || request.method === 'INVOICE';
  const totalMinor = orderTotal(cart, decision);
  const plan = paymentPlan({ orderId: _id, totalMinor, cards, card, outside });
  if (plan === undefined) return { kind: 'declined', declineCode: 'insufficient_funds' };
  if (cards.length > 0) await models.Checkout.updateOne({ _id }, { $set: { paymentPlan: plan } });
  return plan;
}

async function ask(
  { payments }: OrdersParts,
  { cart }: CheckoutDoc,
  { paymentId: key, amountMinor, token }: PlannedMeans,
): Promise<AskedMeans['answer'] | Declined> {
  const answer = await payments
    .authorise({ key, amountMinor, currency: cart.currency, token })
    .catch((): ProviderAnswer => ({ state: 'UNKNOWN' }));
  switch (answer.state) {
    case 'APPROVED': {
      const { reference, expiresAtMs } = answer;
      return { kind: 'approved', reference, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) };
    }
    case 'DECLINED':
      return { kind: 'declined', declineCode: answer.declineCode };
    case 'ACTION_REQUIRED':
      return { kind: 'action', url: answer.url };
    case 'PENDING':
    case 'UNKNOWN':
      return { kind: 'open' };
    default:
      return answer satisfies never;
  }
}

/** Frees what was set aside before another means was declined. The checkout stays open until that is done. */
async function undo(
  { payments }: OrdersParts,
  { cart }: CheckoutDoc,
  asked: readonly AskedMeans[],
): Promise<void> {
  for (const { paymentId, amountMinor, answer } of asked) {
    const last: ProviderAnswer =
      answer.kind === 'approved' ? { state: 'APPROVED', ...answer } : await payments.abandon(paymentId);
    if (last.state === 'DECLINED') continue;
    const approved: Pick<Approved, 'reference'> | undefined = last.state === 'APPROVED' ? last : undefined;
    const freed =
      approved === undefined
        ? last
        : await payments.void({
            ...{ key: `${paymentId}:undo`, amountMinor, currency: cart.currency },
            authorisation: approved.reference,
          });
    if (freed.state !== 'APPROVED')
      throw codedError('SERVICE_UNAVAILABLE', 'The payment provider has not answered; repeat the call.');
  }
}

/** Where the customer goes on, kept with the checkout and not in the journal. */
async function keepActions(
  { models }: OrdersParts,
  { _id }: CheckoutDoc,
  asked: readonly AskedMeans[],
): Promise<void> {
  const actions = asked.flatMap(({ paymentId, answer }) =>
    answer.kind === 'action' ? [{ paymentId, url: answer.url }] : [],
  );
  if (actions.length > 0) await models.Checkout.updateOne({ _id }, { $set: { actions } });
}
