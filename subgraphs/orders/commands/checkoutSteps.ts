import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Claim } from '../../../platform/journal/keyRows.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { paidOutside } from '../domain/paidOutside.ts';
import { underTerms } from '../domain/imported.ts';
import { needsReview } from '../domain/holds.ts';
import { taxRates } from './taxRates.ts';
import { notPayable } from '../domain/means.ts';
import type { Authorised } from '../domain/place.ts';
import type { OrdersParts } from '../parts.ts';
import type { SourceOutcome } from '../clients/sourceOutcome.ts';
import type { Decision } from '../domain/place.ts';
import type { CheckoutDoc } from '../store/checkoutModel.ts';
import { savePeople } from '../store/people.ts';
import { giveUnitsBack } from './giveUnitsBack.ts';
import { refusal } from './refusal.ts';
import { holdLines, newlyShort } from './sourceUnits.ts';
import { isHeldFor } from '../domain/cartHold.ts';
import { authorise } from './authorise.ts';
import { checkPrices } from './checkPrices.ts';
import type { CheckoutResult } from './checkoutResult.ts';

type Ended = Exclude<CheckoutResult, { kind: 'placed' }>;
/** What an order is written from, beside its checkout and payment. */
type Basis = Secured & { readonly taxes: ReadonlyMap<string, number> };
type Secured = { readonly decision: Decision; readonly reservationId: string };

/** What is handed over in a store. */
const inStores: readonly string[] = ['PICKUP_IN_STORE', 'RESERVE_AND_COLLECT'];
/** Sold in a store to somebody whose address nobody asked for. */
const withoutAddress = {
  ...{ kind: 'error' as const, code: 'CART_INCOMPLETE' as const },
  message: 'What is sent needs the address of the customer; set it first with setCartAddress.',
};

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
    await giveUnitsBack(application, checkout, secured);
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
  const { models, catalog, settings } = application;
  const { _id: orderId, cart, request } = checkout;
  if (checkout.decision !== undefined && checkout.reservationId !== undefined)
    return { decision: checkout.decision, reservationId: checkout.reservationId };
  const excluded = [...checkout.excludedLocationIds];
  let lacking: readonly string[] = [];
  let decided = checkout.decision;
  for (let attempt = 1; attempt <= settings.current().sourcingAttempts; attempt++) {
    if (decided === undefined) {
      const sourced = await sourceOrHeld(application, checkout, excluded);
      if (sourced.kind === 'refused') return refusal(sourced, lacking);
      decided = sourced.decision;
      if (checkout.payableTypes?.includes(decided.promise.methodType) === false)
        return notPayable(request.method, decided.promise.methodType);
      if (cart.atStore !== undefined && !inStores.includes(decided.promise.methodType)) return withoutAddress;
      // Written before units are held: decided anew after a crash, it might name other places than hold the units.
      await models.Checkout.updateOne(
        { _id: orderId },
        { $set: { decision: decided, excludedLocationIds: excluded } },
      );
    }
    const decision = decided;
    const units = { cartId: cart._id, lines: holdLines(decision) };
    const held = await catalog.hold({ key: `${orderId}:${excluded.join(',')}`, ...units }, orderId);
    application.crashpoint('checkout.afterHold');
    if (held.kind === 'held') {
      const { reservationId } = held;
      await models.Checkout.updateOne({ _id: orderId }, { $set: { reservationId } });
      return { decision, reservationId };
    }
    decided = undefined;
    lacking = [...new Set(held.shortages.map((each) => each.sku))];
    const short = newlyShort(held, excluded);
    if (short.length === 0) break;
    excluded.push(...short);
  }
  return { kind: 'outOfStock', message: 'Some units have just been sold.', skus: lacking };
}

/**
 * Locations for the order. Where a cart holds its units they are there, even if the promise has not heard of it yet:
 * then the decision they were held for stands.
 */
async function sourceOrHeld(
  { promise, journal }: OrdersParts,
  { _id: orderId, cart, request }: CheckoutDoc,
  excludedLocationIds: readonly string[],
): Promise<SourceOutcome> {
  const { handle, windowStartAtMs } = request;
  const { promotionCodes = [] } = cart;
  const asked = { handle, cart, windowStartAtMs, excludedLocationIds, promotionCodes };
  const sourced = await promise.source(asked, orderId);
  const { held } = cart;
  const isHeld = excludedLocationIds.length === 0 && isHeldFor(held, request, journal.clock.nowMs());
  return isHeld && sourced.kind === 'refused' && sourced.code === 'OUT_OF_STOCK'
    ? { kind: 'decided', decision: held.decision }
    : sourced;
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
            renewHours: settings.current().renewalLeadHours,
            review: (totalMinor) => needsReview(settings.current().reviewFrom, { ...cart, totalMinor }),
          })
        : [],
  });
  await savePeople(models, tx, orderId, cart);
}
