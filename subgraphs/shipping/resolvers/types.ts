import { lastMileOf } from '../domain/carriedBy.ts';
import { milestoneText } from '../domain/texts.ts';
import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { orNull } from '../../../platform/graph/orNull.ts';
import type { CustomerAddress } from '../clients/addresses.ts';
import { localized } from '../../../platform/values/localized.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import type { Context } from '../context.ts';
import type { Shipment } from '../domain/shipment.ts';
import type { Document, Resolvers } from '../generated/resolverTypes.ts';
import { claimFields } from './claimOperations.ts';
import { findShipment, maySee, requireAnyScope } from './access.ts';

/** The label, drawn now: the address is asked of its owner each time and kept nowhere here. */
async function labelOf(
  shipment: Shipment,
  { identity, requestId, loaders, application }: Context,
): Promise<Document | null> {
  requireAnyScope(identity, 'shipping:read', 'fulfillment:work', 'returns:work');
  if (shipment.carrierRef === undefined || shipment.milestone === 'CANCELLED') return null;
  const { addresses, carriers } = application;
  const { collectAtId } = shipment;
  const whom: Promise<CustomerAddress> =
    collectAtId === undefined
      ? addresses.ofOrder(shipment.orderId, requestId)
      : addresses.ofLocation(collectAtId, requestId);
  const [customer, location, service] = await Promise.all([
    whom,
    addresses.ofLocation(shipment.locationId, requestId),
    loaders.service.load(shipment.serviceCode),
  ]);
  const [sender, recipient] = shipment.isReturn ? [customer, location] : [location, customer];
  // What the customer wrote is for whoever delivers to them.
  const note = shipment.isReturn ? undefined : customer.instructions;
  const request = {
    ...{ shipment, serviceName: service.name.en, sender, recipient },
    ...(note === undefined ? {} : { instructions: note }),
  };
  const pdf = await carriers.of(shipment.carrier).label(request);
  return {
    fileName: `label-${shipment._id}.pdf`,
    contentType: 'application/pdf',
    contentBase64: Buffer.from(pdf).toString('base64'),
  };
}

/** How the documents of shipping look in the graph. */
export const typeResolvers: Pick<
  Resolvers,
  | 'SettingsRecord'
  | 'CarrierService'
  | 'CarrierLane'
  | 'Order'
  | 'Shipment'
  | 'ShipmentLeg'
  | 'CarrierClaim'
  | 'Parcel'
  | 'TrackingEvent'
> = {
  SettingsRecord: settingsResolvers.record,
  CarrierService: {
    __resolveReference: ({ code }, { loaders }) => orNull(loaders.service.load(code)),
    code: (service) => service._id,
    name: (service, { locale }) => localized(service.name, locale),
  },
  CarrierLane: {
    excludedPostalPrefixes: (lane) => lane.excludedPostalPrefixes ?? [],
    maxDistanceKm: (lane) => lane.maxDistanceKm ?? null,
    transitMinutes: (lane) => lane.transitMinutes ?? null,
    cost: (lane, _args, { identity }) => {
      requireScope(identity, 'rules:read');
      return lane.cost;
    },
    costPerKg: (lane, _args, { identity }) => {
      requireScope(identity, 'rules:read');
      return lane.costPerKg;
    },
  },
  Order: {
    __resolveReference: ({ id }) => ({ id }),
    shipments: async ({ id }, _args, { loaders, identity }) => {
      const found = await loaders.ofOrder.load(id);
      return found.filter((shipment) => maySee(identity, shipment));
    },
  },
  Shipment: {
    __resolveReference: ({ id }, context) => findShipment(id, context),
    id: (shipment) => shipment._id,
    order: (shipment) => ({ id: shipment.orderId }),
    milestoneText: ({ milestone }, { locale }) => milestoneText(milestone, locale),
    carrierService: (shipment, _args, { loaders }) => loaders.service.load(shipment.serviceCode),
    location: (shipment) => ({ id: shipment.locationId }),
    collectAtId: (shipment) => shipment.collectAtId ?? null,
    legs: ({ legs }) => [...(legs ?? [])],
    lastMileCarrier: (shipment) => lastMileOf(shipment),
    label: (shipment, _args, context) => labelOf(shipment, context),
    promisedLatestAt: (shipment) => shipment.promisedLatestAtMs ?? null,
    estimatedDeliveryAt: (shipment) => shipment.estimatedDeliveryAtMs ?? null,
    handedOverAt: (shipment) => shipment.handedOverAtMs ?? null,
    deliveredAt: (shipment) => shipment.deliveredAtMs ?? null,
    createdAt: (shipment) => shipment.createdAtMs,
  },
  CarrierClaim: claimFields,
  ShipmentLeg: {
    trackingCode: ({ trackingCode }) => trackingCode ?? null,
    parcelTrackingCode: ({ parcelCode }) => parcelCode ?? null,
    since: ({ atMs }) => atMs,
  },
  Parcel: {
    turnedBack: (parcel) => parcel.turned ?? null,
    deliveredAt: (parcel) => parcel.deliveredAtMs ?? null,
    numberUnknownSince: (parcel) => parcel.unknownSinceMs ?? null,
  },
  TrackingEvent: {
    keptUntil: ({ keptUntilMs }) => keptUntilMs ?? null,
    milestoneText: ({ milestone }, { locale }) => milestoneText(milestone, locale),
    reportedBy: ({ by }) => by ?? null,
    codeThere: ({ codeThere }) => codeThere ?? null,
    occurredAt: (event) => event.occurredAtMs,
    reportedAt: (event) => event.reportedAtMs ?? null,
    heardAt: (event) => event.recordedAtMs,
    recordedAt: (event) => event.recordedAtMs,
  },
};
