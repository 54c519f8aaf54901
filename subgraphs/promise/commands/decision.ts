import { milestones } from '@promesse/promise-engine/milestones';
import { joinMaking, makingOf, minutesAt } from '@promesse/promise-engine/question/making';
import type { SourceInput, SourcingResult } from '@promesse/promise-engine/model/sourcingTypes';
import { isoOfDay, zoneClock } from '@promesse/promise-engine/time/zoneClock';
import type { MilestoneKind, PlannedShipment } from '@promesse/promise-engine/model/types';
import type { OptionClaim } from '../domain/claim.ts';
import type { SourceOrderInput } from '../generated/resolverTypes.ts';
import { serviceCodeOf } from '../domain/network/serviceConfigs.ts';
import type { PromiseApplication } from '../application.ts';
import { engineDestination, engineMaking } from '../domain/question.ts';

export type Refused = {
  readonly __typename: 'SourcingRefused';
  code: string;
  message: string;
  skus: string[];
};

/** Nothing could be sourced: why. */
export const refused = (code: string, message: string, skus: readonly string[] = []): Refused => ({
  __typename: 'SourcingRefused',
  ...{ code, message, skus: [...skus] },
});

/** Lines as the engine takes them. */
export const engineLines = (lines: SourceOrderInput['lines']) =>
  lines.map(({ lineId, sku, quantity, customisation }) => ({
    ...{ lineId, sku, quantity },
    ...engineMaking(customisation),
  }));

/** The milestones of a shipment back from the promised date, in order. */
export function milestonesOf(
  { keeper }: PromiseApplication,
  shipment: Pick<PlannedShipment, 'locationId' | 'serviceId' | 'toId'>,
  destination: SourceOrderInput['destination'],
  times: {
    readonly promisedLatestMs: number;
    readonly placedAtMs: number;
    /** What is made to order in it takes so long. */
    readonly makingMinutes?: number;
  },
): { code: MilestoneKind; dueAt: number }[] {
  const { locationId, serviceId, toId } = shipment;
  const found = milestones(keeper.network, {
    ...{ locationId, serviceId, destination: engineDestination(destination), ...times },
    ...(toId === undefined ? {} : { toId }),
  });
  return found.map(({ kind, dueMs }) => ({ code: kind, dueAt: Math.floor(dueMs) }));
}

/** What a claim or an order fixes about a decision. */
export type Terms = Pick<
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
  | 'promotionCodes'
> & { readonly latestMs: number; readonly collectAt: { id: string; name: string } | null };

/** A decision as the graph tells it. */
export function decisionOf(
  application: PromiseApplication,
  input: Pick<SourceInput, 'destination' | 'lines'>,
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
    promotionCodes: [...(terms.promotionCodes ?? [])],
    costToServe: money(result.costToServe?.amountMinor ?? 0),
    kgCO2e: result.carbonGrams / 1_000,
    collectAt:
      terms.collectAt === null
        ? null
        : { ...terms.collectAt, distanceMetres: null, holdUntil: holdUntilOf(application, terms) },
    shipments: result.shipments.map((shipment) => ({
      locationId: shipment.locationId,
      serviceCode: shipment.serviceId === null ? null : serviceCodeOf(shipment.serviceId),
      lines: shipment.lines.flatMap(sourcedLines),
      capacityDay: capacityDayOf(application, shipment),
      milestones: milestonesOf(application, shipment, destination, {
        ...times,
        makingMinutes: makingMinutes(application, input.lines, shipment),
      }),
    })),
  };
}

/** Working minutes of making what is made to order in a shipment. */
function makingMinutes(
  { keeper }: PromiseApplication,
  lines: SourceInput['lines'],
  { locationId, lines: sent }: Pick<PlannedShipment, 'locationId' | 'lines'>,
): number {
  const { network } = keeper;
  const location = network.index().locations[network.findLocation(locationId) ?? -1];
  const wanted = new Map(lines.map((line) => [line.lineId, line]));
  const parts = sent.map(({ lineId, sku, quantity }) =>
    makingOf(network.variant(sku), { ...wanted.get(lineId), quantity }),
  );
  return location === undefined ? 0 : (minutesAt(joinMaking(parts), location) ?? 0);
}

/** Until when goods wait that are collected in a store of ours; others are held by the carrier's rules. */
function holdUntilOf({ settings }: PromiseApplication, { methodType, latestMs }: Terms): number | null {
  if (methodType !== 'PICKUP_IN_STORE' && methodType !== 'RESERVE_AND_COLLECT') return null;
  return latestMs + settings.current().collection[methodType].holdDays * 86_400_000;
}

/** The local day on which the engine looked for capacity at the location: that of the hand-over it planned. */
function capacityDayOf({ keeper }: PromiseApplication, { locationId, dispatchMs }: PlannedShipment): string {
  const { network } = keeper;
  const hours = network.index().hours[network.findLocation(locationId) ?? -1];
  return isoOfDay((hours?.clock ?? zoneClock('UTC')).dayOf(dispatchMs));
}

/** Units on hand and units that wait for incoming stock are reserved apart. */
const sourcedLines = ({ lineId, sku, quantity, backordered }: PlannedShipment['lines'][number]) =>
  [
    { lineId, sku, quantity: quantity - backordered, future: false },
    { lineId, sku, quantity: backordered, future: true },
  ].filter((line) => line.quantity > 0);
