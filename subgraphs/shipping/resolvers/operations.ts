import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { codedError } from '../../../platform/errors/codedError.ts';
import { staffReason } from '../../../platform/identity/requireReason.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { importServices } from '../commands/importServices.ts';
import { returnService } from '../commands/returnService.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import type { Cause } from '../ports.ts';
import { listServices, listShipments } from '../queries/lists.ts';
import type { ShipmentDoc } from '../store/models.ts';
import { toldReport } from '../domain/toldReport.ts';
import { claimMutations, claimQueries } from './claimOperations.ts';
import { findShipment, ownShipment, requireAnyScope } from './access.ts';

const causeOf = ({ identity, requestId }: Context): Cause => ({ actor: identity.subject, cause: requestId });

export const Query: NonNullable<Resolvers['Query']> = {
  ...claimQueries,
  shippingSettings: settingsResolvers.read,
  carrierServices: (_parent, { active }, { application }) => listServices(application.models, active),
  shipment: (_parent, { id }, context) => findShipment(id, context),
  shipments: (_parent, args, { identity, application }) => listShipments(application.models, args, identity),
};

export const Mutation: NonNullable<Resolvers['Mutation']> = {
  ...claimMutations,
  changeShippingSettings: settingsResolvers.change,
  resetShippingSettings: settingsResolvers.reset,
  importCarrierServices: (_parent, { input }, context) => {
    requireScope(context.identity, 'carriers:write');
    return importServices(context.application, input, causeOf(context));
  },
  createShipment: (_parent, { input }, context) => {
    requireScope(context.identity, 'system');
    const { key, orderId, fulfillmentOrderId, locationId, serviceCode, owner, channel } = input;
    const shipment = {
      ...{ key, orderId, fulfillmentOrderId, locationId, serviceCode, owner, channel },
      parcels: input.parcels.map(({ number, weightGrams, lines }) => ({
        ...{ number, weightGrams },
        lines: lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
      })),
      promisedLatestAtMs: input.promisedLatestAt,
      ...(input.collectAtId == null ? {} : { collectAtId: input.collectAtId }),
      ...(input.own == null ? {} : { own: { ...input.own, trackingCodes: [...input.own.trackingCodes] } }),
    };
    return context.application.createShipment(shipment, causeOf(context));
  },
  createReturnShipment: async (_parent, { input }, context) => {
    requireScope(context.identity, 'system');
    const { key, orderId, returnId, locationId, owner, channel, weightGrams } = input;
    const lines = input.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
    const known = await context.application.models.ShipmentKey.findOne({ _id: key }).lean();
    const made = known === null ? undefined : await context.loaders.shipment.load(known.shipmentId);
    // Services may have changed since: a repeated key keeps the one chosen first.
    const serviceCode =
      input.serviceCode ??
      made?.serviceCode ??
      (await returnService(context.application, { orderId, locationId, weightGrams }, context.requestId));
    const shipment = {
      ...{ key, orderId, returnId, locationId, serviceCode, owner, channel },
      parcels: [{ number: 1, weightGrams, lines }],
    };
    return context.application.createShipment(shipment, causeOf(context));
  },
  pollShipment: async (_parent, { id }, context) => {
    requireScope(context.identity, 'shipping:work');
    return context.application.tracking.poll(await ownShipment(id, context), causeOf(context));
  },
  reportTracking: async (_parent, { input }, context) => {
    requireAnyScope(context.identity, 'shipping:work', 'fulfillment:work');
    const shipment = await ownShipment(input.shipmentId, context);
    const nowMs = context.application.journal.clock.nowMs();
    const told = { ...input, occurredAtMs: input.occurredAt ?? nowMs, keptUntilMs: input.keptUntil };
    return context.application.tracking.report(shipment, toldReport(shipment, told), causeOf(context));
  },
  voidShipment: async (_parent, { id, reason, idempotencyKey, key }, context) => {
    requireScope(context.identity, 'shipping:work');
    const given = idempotencyKey ?? key ?? '';
    if (given === '') throw codedError('IDEMPOTENCY_KEY_REQUIRED', 'An idempotency key is needed.');
    const shipment = await ownShipment(id, context);
    const asked = { key: given, reason: staffReason(context.identity, reason) };
    return context.application.voiding.byKey(shipment, asked, causeOf(context));
  },
  simulateCarrier: async (_parent, { input }, context) => {
    requireScope(context.identity, 'carriers:write');
    const { simulate, models } = context.application;
    if (simulate === undefined) throw codedError('FORBIDDEN', 'Carriers are not simulated here.');
    const shipment = await ownShipment(input.shipmentId, context);
    const sent = await simulate(shipment, input.scenario ?? 'ON_TIME');
    const after = await models.Shipment.findOne({ _id: shipment._id }).lean<ShipmentDoc>();
    return { sent, shipment: after ?? shipment };
  },
};
