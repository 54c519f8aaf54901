import { milestones } from '../domain/milestones.ts';
import { sourceOrder } from '../domain/sourceOrder.ts';
import type { SourceInput, SourcingResult } from '../domain/sourcingTypes.ts';
import type { MilestoneKind, PlannedShipment } from '../domain/types.ts';
import type { OptionClaim } from '../handle/handle.ts';
import { subjectDigest } from '../handle/subject.ts';
import type { ResourceOrderInput, SourceOrderInput } from '../generated/resolverTypes.ts';
import { serviceCodeOf } from '../projection/serviceConfigs.ts';
import type { PromiseRoom } from '../promiseRoom.ts';
import { engineDestination } from '../queries/question.ts';

type Refused = { readonly __typename: 'SourcingRefused'; code: string; message: string; skus: string[] };

const refused = (code: string, message: string, skus: readonly string[] = []): Refused => ({
  __typename: 'SourcingRefused',
  ...{ code, message, skus: [...skus] },
});

const engineLines = (lines: SourceOrderInput['lines']) =>
  lines.map(({ lineId, sku, quantity, customisation }) => ({
    ...{ lineId, sku, quantity },
    ...(customisation == null ? {} : { customisation }),
  }));

/** The milestones of a shipment back from the promised date, in order. */
export function milestonesOf(
  { keeper }: PromiseRoom,
  shipment: Pick<PlannedShipment, 'locationId' | 'serviceId' | 'toId'>,
  destination: SourceOrderInput['destination'],
  times: { readonly promisedLatestMs: number; readonly placedAtMs: number },
): { code: MilestoneKind; dueAt: number }[] {
  const { locationId, serviceId, toId } = shipment;
  const found = milestones(keeper.network, {
    ...{ locationId, serviceId, destination: engineDestination(destination), ...times },
    ...(toId === undefined ? {} : { toId }),
  });
  return found.map(({ kind, dueMs }) => ({ code: kind, dueAt: Math.floor(dueMs) }));
}

/** What a claim or an order fixes about a decision. */
type Terms = Pick<
  OptionClaim,
  | 'promiseId'
  | 'methodCode'
  | 'methodType'
  | 'title'
  | 'earliestMs'
  | 'timeZone'
  | 'confidence'
  | 'priceMinor'
  | 'taxMinor'
  | 'currency'
> & { readonly latestMs: number; readonly collectAt: { id: string; name: string } | null };

function decisionOf(
  room: PromiseRoom,
  input: SourceInput,
  result: SourcingResult,
  terms: Terms,
  now: number,
) {
  const times = { promisedLatestMs: terms.latestMs, placedAtMs: now };
  const money = (amountMinor: number) => ({ amountMinor, currency: terms.currency });
  const destination = {
    country: input.destination.country,
    postalCode: input.destination.postalCode ?? null,
    latitude: input.destination.coordinates?.latitude ?? null,
    longitude: input.destination.coordinates?.longitude ?? null,
  };
  return {
    __typename: 'SourcingDecision' as const,
    ...{
      methodType: terms.methodType,
      code: terms.methodCode,
      title: terms.title,
      promiseId: terms.promiseId,
    },
    configVersion: result.configVersion,
    earliestDeliveryAt: terms.earliestMs,
    latestDeliveryAt: terms.latestMs,
    timeZone: terms.timeZone,
    confidence: terms.confidence,
    ...{ price: money(terms.priceMinor), tax: money(terms.taxMinor) },
    costToServe: money(result.costToServe?.amountMinor ?? 0),
    kgCO2e: result.carbonGrams / 1_000,
    collectAt: terms.collectAt === null ? null : { ...terms.collectAt, distanceMetres: null },
    shipments: result.shipments.map((shipment) => ({
      locationId: shipment.locationId,
      serviceCode: shipment.serviceId === null ? null : serviceCodeOf(shipment.serviceId),
      lines: shipment.lines.flatMap(sourcedLines),
      milestones: milestonesOf(room, shipment, destination, times),
    })),
  };
}

/** Units on hand and units that wait for incoming stock are reserved apart. */
const sourcedLines = ({ lineId, sku, quantity, backordered }: PlannedShipment['lines'][number]) =>
  [
    { lineId, sku, quantity: quantity - backordered, future: false },
    { lineId, sku, quantity: backordered, future: true },
  ].filter((line) => line.quantity > 0);

/** Decides which locations ship an order, at the terms its handle proves. */
export function sourceByHandle(room: PromiseRoom, input: SourceOrderInput) {
  const { handles, journal, keeper, freshness } = room;
  const now = journal.clock.nowMs();
  freshness.tell(keeper.network, now, now);
  const claim = handles.read(input.handle);
  const foreign =
    claim === null ||
    (claim.cartId !== '' && claim.cartId !== input.cartId) ||
    claim.channel !== input.channel ||
    claim.currency !== input.currency ||
    claim.subject !== subjectDigest(input);
  if (foreign)
    return refused(
      'PROMISE_INVALID',
      'This delivery option is not ours, or belongs to another cart, destination or content; ask again.',
    );
  if (claim.expiresAtMs < now)
    return refused(
      'PROMISE_EXPIRED',
      'The time of this delivery option is over; ask for delivery options again.',
    );
  const ask: SourceInput = {
    ...{ channel: input.channel, currency: input.currency, at: now },
    destination: engineDestination(input.destination),
    lines: engineLines(input.lines),
    methodCode: claim.methodCode,
    promisedLatestMs: claim.latestMs,
    excludedLocationIds: [...(input.excludedLocationIds ?? [])],
    ...(claim.collectAtId === undefined ? {} : { pickupId: claim.collectAtId }),
    ...(input.windowStartAt == null ? {} : { windowStartMs: input.windowStartAt }),
  };
  const result = sourceOrder(keeper.network, ask);
  if (result.status !== 'SOURCED') return unsourced(result);
  if (!result.withinPromise)
    return refused('PROMISE_EXPIRED', 'This date can no longer be kept; ask for delivery options again.');
  const collectAt =
    claim.collectAtId === undefined
      ? null
      : { id: claim.collectAtId, name: claim.collectAtName ?? claim.collectAtId };
  return decisionOf(room, ask, result, { ...claim, collectAt }, now);
}

const unsourced = (result: SourcingResult): Refused => {
  const skus = [...new Set(result.unsourced.map((line) => line.sku))];
  return refused('OUT_OF_STOCK', result.reasons[0]?.message ?? 'Not enough units within reach.', skus);
};

/** Decides again for units whose location cannot serve them, keeping the promise if it can be kept. */
export function resource(room: PromiseRoom, input: ResourceOrderInput) {
  const { journal, keeper, freshness } = room;
  const now = journal.clock.nowMs();
  freshness.tell(keeper.network, now, now);
  const ask: SourceInput = {
    ...{ channel: input.channel, currency: input.currency, at: now },
    destination: engineDestination(input.destination),
    lines: engineLines(input.lines),
    methodCode: input.code,
    promisedLatestMs: input.promisedLatestAt,
    excludedLocationIds: [...input.excludedLocationIds],
    ...(input.collectAtId == null ? {} : { pickupId: input.collectAtId }),
  };
  const result = sourceOrder(keeper.network, ask);
  if (result.status !== 'SOURCED') return unsourced(result);
  const latestMs = Math.ceil(Math.max(input.promisedLatestAt, result.latestMs ?? 0));
  return decisionOf(
    room,
    ask,
    result,
    {
      ...{
        promiseId: input.orderId,
        methodCode: input.code,
        methodType: input.methodType,
        title: input.code,
      },
      ...{ earliestMs: Math.floor(result.earliestMs ?? now), latestMs, timeZone: 'UTC', confidence: 1 },
      ...{ priceMinor: 0, taxMinor: 0, currency: input.currency, collectAt: null },
    },
    now,
  );
}
