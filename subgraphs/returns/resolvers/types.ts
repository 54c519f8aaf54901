import { mayRead } from '../commands/work.ts';
import { returnOptions } from '../domain/options.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { findReturn } from './access.ts';

/** How the documents of returns look in the graph. */
export const typeResolvers: Resolvers = {
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
      return returnOptions(total).map(({ method, costMinor, kgCO2e }) => ({
        ...{ method, kgCO2e },
        cost: { amountMinor: costMinor, currency: order.currency },
      }));
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
};
