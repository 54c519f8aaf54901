import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { mayRead } from '../commands/work.ts';
import { returnOptions } from '../domain/options.ts';
import { foundUnits } from '../domain/return.ts';
import { feeMinor, windowEndsAtMs } from '../domain/terms.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { findReturn } from './access.ts';

/** How the documents of returns look in the graph. */
export const typeResolvers: Resolvers = {
  SettingsRecord: settingsResolvers.record,
  Order: {
    returns: async ({ id }, _args, context) =>
      (await context.loaders.returnsOfOrder.load(id)).filter((each) => mayRead(context.identity, each)),
    returnOptions: async ({ id }, _args, context) => {
      const order = await context.application.orders.visible(id, context.identity, context.requestId);
      if (order === null) return [];
      const grams = await Promise.all(
        order.lines.map(
          async (line) =>
            (line.delivered - line.returned) * (await context.application.others.weightGrams(line.sku)),
        ),
      );
      const total = grams.reduce((sum, each) => sum + each, 0);
      if (total === 0) return [];
      const settings = context.application.settings.current();
      return returnOptions(total).map(({ method, kgCO2e }) => ({
        ...{ method, kgCO2e },
        cost: { amountMinor: feeMinor(settings, method, order), currency: order.currency },
      }));
    },
    returnWindowEndsAt: async ({ id }, _args, { application, identity, requestId }) => {
      const order = await application.orders.visible(id, identity, requestId);
      if (order?.deliveredAtMs == null) return null;
      return windowEndsAtMs(application.settings.current(), order.deliveredAtMs);
    },
  },
  Return: {
    __resolveReference: ({ id }, context) => findReturn(context, id),
    id: (state) => state._id,
    order: (state) => ({ id: state.orderId }),
    cost: ({ costMinor, currency }) => ({ amountMinor: costMinor, currency }),
    shipment: ({ shipmentId }) => (shipmentId === undefined ? null : { id: shipmentId }),
    label: ({ shipmentId }, _args, { application }) =>
      shipmentId === undefined ? null : application.others.label(shipmentId),
    refund: ({ refundMinor, currency }) =>
      refundMinor === undefined ? null : { amountMinor: refundMinor, currency },
    requestedAt: (state) => state.requestedAtMs,
    receivedAt: (state) => state.receivedAtMs ?? null,
    refundedAt: (state) => state.refundedAtMs ?? null,
  },
  ReturnLine: { open: (line) => line.received - foundUnits(line) },
};
