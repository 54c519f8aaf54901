import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Claim } from '../../../platform/journal/keyRows.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { paidOutside } from '../domain/paidOutside.ts';
import { underTerms } from '../domain/imported.ts';
import { needsReview } from '../domain/holds.ts';
import { taxRates } from './taxRates.ts';
import { notPayable } from '../domain/means.ts';
import { orderTotal, type Authorised } from '../domain/place.ts';
import type { OrdersParts } from '../parts.ts';
import type { ProviderAnswer } from '../ports.ts';
import type { HoldLine } from '../clients/catalogClient.ts';
import type { Decision } from '../domain/place.ts';
import type { CheckoutDoc } from '../store/checkoutModel.ts';
import { savePeople } from '../store/people.ts';
import { checkPrices } from './checkPrices.ts';
import type { CheckoutResult } from './checkoutResult.ts';

type Ended = Exclude<CheckoutResult, { kind: 'placed' }>;
/** What an order is written from, beside its checkout and payment. */
type Basis = Secured & { readonly taxes: ReadonlyMap<string, number> };
type Secured = { readonly decision: Decision; readonly reservationId: string };

/** Runs a checkout from wherever it stands to its end. Every step may be repeated: each carries the order's id as key. */
export async function runCheckout(
  application: OrdersParts,
  checkout: CheckoutDoc,
  claim: Claim,
  idempotency: Idempotency,
): Promise<CheckoutResult> {
  const refused = await checkPrices(application, checkout);
  if (refused !== undefined) return refused;
  const secured = await secureUnits(application, checkout);
  if ('kind' in secured) return secured;
  application.crashpoint('checkout.afterReserve');
  const authorised = await authorise(application, checkout, secured.decision);
  application.crashpoint('checkout.afterAuthorise');
  if (authorised.kind === 'declined') {
    await application.catalog.release(
      secured.reservationId,
      `${checkout._id}:declined`,
      undefined,
      checkout._id,
    );
    return {
      kind: 'declined',
      message: 'The payment was declined; nothing is held.',
      declineCode: authorised.declineCode,
    };
  }
  const taxes = await taxRates(application, checkout.cart);
  const result = { kind: 'placed' as const, orderId: checkout._id };
  await withTransaction(application.journal.connection, async (tx) => {
    await writeOrder(application, tx, checkout, { ...secured, taxes }, authorised);
    await idempotency.close(claim, result, tx);
  });
  return result;
}

/** Finds locations that can serve the promise and holds their units. */
async function secureUnits(application: OrdersParts, checkout: CheckoutDoc): Promise<Secured | Ended> {
  const { models, catalog, promise, settings } = application;
  const { _id: orderId, cart, request } = checkout;
  if (checkout.decision !== undefined && checkout.reservationId !== undefined)
    return { decision: checkout.decision, reservationId: checkout.reservationId };
  const excluded = [...checkout.excludedLocationIds];
  let lacking: readonly string[] = [];
  let decided = checkout.decision;
  for (let attempt = 1; attempt <= settings.current().sourcingAttempts; attempt++) {
    const { handle, windowStartAtMs } = request;
    if (decided === undefined) {
      const sourced = await promise.source(
        { handle, cart, windowStartAtMs, excludedLocationIds: excluded },
        orderId,
      );
      if (sourced.kind === 'refused') return refusal(sourced, lacking);
      decided = sourced.decision;
      if (checkout.payableTypes?.includes(decided.promise.methodType) === false)
        return notPayable(request.method, decided.promise.methodType);
      // Written before units are held: decided anew after a crash, it might name other places than hold the units.
      await models.Checkout.updateOne(
        { _id: orderId },
        { $set: { decision: decided, excludedLocationIds: excluded } },
      );
    }
    const decision = decided;
    const held = await catalog.hold(`${orderId}:${excluded.join(',')}`, holdLines(decision), orderId);
    application.crashpoint('checkout.afterHold');
    if (held.kind === 'held') {
      const { reservationId } = held;
      await models.Checkout.updateOne({ _id: orderId }, { $set: { reservationId } });
      return { decision, reservationId };
    }
    decided = undefined;
    lacking = [...new Set(held.shortages.map((each) => each.sku))];
    const short = held.shortages.map((each) => each.locationId).filter((id) => !excluded.includes(id));
    if (short.length === 0) break;
    excluded.push(...new Set(short));
  }
  return { kind: 'outOfStock', message: 'Some units have just been sold.', skus: lacking };
}

function refusal(
  sourced: { code: string; message: string; skus: readonly string[] },
  lacking: readonly string[],
): Ended {
  const { code, message } = sourced;
  if (code === 'PROMISE_EXPIRED') return { kind: 'promiseExpired', message };
  if (code === 'PROMISE_INVALID' || code === 'ADDRESS_NOT_CARRIED') return { kind: 'error', code, message };
  return { kind: 'outOfStock', message, skus: sourced.skus.length > 0 ? sourced.skus : lacking };
}

const holdLines = ({ shipments }: Decision): HoldLine[] =>
  shipments.flatMap(({ locationId, lines }) =>
    lines.map(({ sku, quantity, future }) => ({ sku, locationId, quantity, future })),
  );

/** Sets the money aside. A provider that does not answer is asked again later; the order waits on hold meanwhile. */
async function authorise(
  application: OrdersParts,
  { _id: orderId, cart, request }: CheckoutDoc,
  decision: Decision,
): Promise<Authorised | { readonly kind: 'declined'; readonly declineCode: string }> {
  if (request.method !== 'CARD') return { kind: 'notNeeded', method: request.method };
  const amountMinor = orderTotal(cart, decision);
  const key = `${orderId}:authorise`;
  const answer = await application.payments
    .authorise({ key, amountMinor, currency: cart.currency, token: request.token })
    .catch((): ProviderAnswer => ({ state: 'UNKNOWN' }));
  switch (answer.state) {
    case 'APPROVED':
      return { kind: 'approved', paymentId: key, reference: answer.reference };
    case 'DECLINED':
      return { kind: 'declined', declineCode: answer.declineCode };
    case 'PENDING':
    case 'UNKNOWN':
      return { kind: 'open', paymentId: key };
    default:
      return answer satisfies never;
  }
}

async function writeOrder(
  { journal, orders, models, newNumber, settings }: OrdersParts,
  tx: Tx,
  checkout: CheckoutDoc,
  basis: Basis,
  authorised: Authorised,
): Promise<void> {
  const { _id: orderId, cart, principal } = checkout;
  const nowMs = journal.clock.nowMs();
  const { imported } = checkout.request;
  await runDecision(journal, orders, {
    id: orderId,
    actor: principal,
    cause: orderId,
    tx,
    decide: (state) =>
      state === undefined
        ? paidOutside(imported, nowMs, {
            orderId,
            number: newNumber(nowMs),
            checkout,
            ...basis,
            decision: underTerms(basis.decision, imported),
            authorised,
            placedAtMs: imported?.placedAtMs ?? nowMs,
            review: (totalMinor) => needsReview(settings.current().reviewFrom, { ...cart, totalMinor }),
          })
        : [],
  });
  await savePeople(models, tx, orderId, cart);
}
