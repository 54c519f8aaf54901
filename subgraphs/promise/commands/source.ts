import { serviceCodeOf } from '../domain/network/serviceConfigs.ts';
import { addressFault } from '../domain/addressLimits.ts';
import { sourceOrder } from '@promesse/promise-engine/sourceOrder';
import type { SourceInput, SourcingResult } from '@promesse/promise-engine/model/sourcingTypes';
import type { ReasonCode } from '@promesse/promise-engine/model/reasons';
import type { SourceOrderInput } from '../generated/resolverTypes.ts';
import type { OptionClaim } from '../domain/claim.ts';
import { subjectDigest } from '../handle/digest.ts';
import { networkNow } from '../projection/networkNow.ts';
import type { PromiseApplication } from '../application.ts';
import { engineDestination } from '../domain/question.ts';
import { decisionOf, engineLines, refused, type Refused, type Terms } from './decision.ts';
import { placeRef, takePlaces, windowSlotsOf } from './windowPlaces.ts';

/** Decides which locations ship an order, at the terms its handle proves, and holds its place in the chosen window. */
export async function sourceByHandle(application: PromiseApplication, input: SourceOrderInput) {
  const { handles, journal, keeper } = application;
  const now = journal.clock.nowMs();
  const claim = handles.read(input.handle);
  const refusal = refusalOf(claim, input, now);
  if (claim === null || refusal !== null) return refusal ?? notOurs;
  const windowStartMs =
    claim.methodType === 'SCHEDULED' ? (input.windowStartAt ?? claim.earliestMs) : undefined;
  const ask: SourceInput = {
    ...{ channel: input.channel, currency: input.currency, at: now },
    destination: engineDestination(input.destination),
    lines: engineLines(input.lines),
    methodCode: claim.methodCode,
    excludedLocationIds: [...(input.excludedLocationIds ?? [])],
    ...(claim.maxSplits === undefined ? {} : { limits: { maxSplits: claim.maxSplits } }),
    ...(claim.collectAtId === undefined ? {} : { pickupId: claim.collectAtId }),
    ...(claim.customerGroups === undefined ? {} : { customerGroups: claim.customerGroups }),
    ...(claim.promotionCodes === undefined ? {} : { promotionCodes: claim.promotionCodes }),
    ...ownOf(application, input, now),
    // A window is the promise itself: it is met or it is not, and it may lie later than the first one offered.
    ...(windowStartMs === undefined ? { promisedLatestMs: claim.latestMs } : { windowStartMs }),
  };
  const ref = placeRef(ask.lines.map(({ lineId = '' }) => ({ lineId })));
  const network = networkNow(application);
  // A change of an order is asked for under the order's id: the place it has is there for it.
  const holder = { ref, orderId: input.cartId };
  const result = keeper.windows.without(holder, () => sourceOrder(network, ask));
  if (result.status !== 'SOURCED') return unsourced(result);
  if (!result.withinPromise) return tooLate;
  const unfit = unfitAddress(application, input.addressee, result);
  if (unfit !== undefined) return unfit;
  if (windowStartMs !== undefined) {
    const slots = windowSlotsOf(application, ask.destination, windowStartMs, result.shipments);
    if (!(await takePlaces(application, slots, holder))) return tooLate;
  }
  return decisionOf(application, ask, result, termsOf(claim, windowStartMs, result), now);
}

/** The address does not fit what a chosen carrier can print: told by field, and nothing is cut. */
function unfitAddress(
  { keeper }: PromiseApplication,
  addressee: SourceOrderInput['addressee'],
  { shipments }: SourcingResult,
): Refused | undefined {
  if (addressee == null) return undefined;
  for (const { serviceId, toId } of shipments) {
    // What is collected travels under the store's own address.
    if (serviceId === null || toId !== undefined) continue;
    const limits = keeper.services.get(serviceCodeOf(serviceId))?.addressLimits;
    const fault = limits && addressFault(limits, addressee);
    if (fault !== undefined) return refused('ADDRESS_NOT_CARRIED', `${fault.field}: ${fault.message}`);
  }
  return undefined;
}

/** What the cart or the order holds is there for it. */
function ownOf(
  { keeper }: PromiseApplication,
  { cartId, held }: Pick<SourceOrderInput, 'cartId' | 'held'>,
  now: number,
) {
  const ownReservations = held ?? keeper.cartHolds.of(cartId, now);
  return ownReservations === undefined ? {} : { ownReservations };
}

const notOurs = refused(
  'PROMISE_INVALID',
  'This delivery option is not ours, or belongs to another cart, destination or content; ask again.',
);
const tooLate = refused(
  'PROMISE_EXPIRED',
  'This date can no longer be kept; ask for delivery options again.',
);

/** Why a handle does not entitle to this order; null when it does. */
function refusalOf(claim: OptionClaim | null, input: SourceOrderInput, now: number): Refused | null {
  if (claim === null) return notOurs;
  const foreign =
    (claim.cartId !== '' && claim.cartId !== input.cartId) ||
    claim.channel !== input.channel ||
    claim.currency !== input.currency ||
    claim.subject !== subjectDigest(input) ||
    !carriesCodes(claim, input);
  if (foreign) return notOurs;
  if (claim.methodType !== 'SCHEDULED' && input.windowStartAt != null)
    return refused('PROMISE_INVALID', 'Only a SCHEDULED option has windows to choose from.');
  return claim.expiresAtMs < now
    ? refused('PROMISE_EXPIRED', 'The time of this delivery option is over; ask for delivery options again.')
    : null;
}

/** Was the option priced with codes that the cart still carries? Orders that are changed are not asked. */
const carriesCodes = (
  { promotionCodes = [] }: OptionClaim,
  { promotionCodes: carried }: SourceOrderInput,
): boolean => carried == null || promotionCodes.every((code) => carried.includes(code));

/** What the handle promises, with the dates of the chosen window if there is one. */
function termsOf(claim: OptionClaim, windowStartMs: number | undefined, result: SourcingResult): Terms {
  const { collectAtId, collectAtName = collectAtId ?? '' } = claim;
  const collectAt = collectAtId === undefined ? null : { id: collectAtId, name: collectAtName };
  if (windowStartMs === undefined) return { ...claim, collectAt };
  return {
    ...claim,
    collectAt,
    earliestMs: windowStartMs,
    latestMs: Math.ceil(result.latestMs ?? claim.latestMs),
  };
}

/** Refusals that mean that units are gone; the others mean that what was promised holds no more. */
const wantOfStock: ReadonlySet<ReasonCode> = new Set([
  'OUT_OF_STOCK',
  'NOT_ENOUGH_STOCK',
  'NO_STOCK_AT_STORE',
  'CUSTOMISATION_UNAVAILABLE',
]);

function unsourced({ unsourced: lines, reasons }: SourcingResult): Refused {
  if (!reasons.some(({ code }) => wantOfStock.has(code))) return tooLate;
  const skus = [...new Set(lines.map((line) => line.sku))];
  return refused('OUT_OF_STOCK', reasons[0]?.message ?? 'Not enough units within reach.', skus);
}
