import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { rowOf } from '../commands/actOnWork.ts';
import type { Context } from '../context.ts';
import { awaitedUnits, type FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import { makingSteps } from '../domain/making.ts';
import { allowedActions } from '../domain/tables.ts';
import type { FulfillmentOrderStatus, Resolvers } from '../generated/resolverTypes.ts';
import { orNull } from '../../../platform/graph/orNull.ts';

/** The status a reader sees: open work that begins late, or waits for units, is scheduled. */
const statusAsOf = (work: FulfillmentOrder, { application }: Context): FulfillmentOrderStatus =>
  work.status === 'OPEN' && (work.awaiting === true || work.dueAt.pickStartMs > application.openFromMs())
    ? 'SCHEDULED'
    : work.status;

/** How the documents of fulfillment look in the graph. */
export const typeResolvers: Pick<
  Resolvers,
  'SettingsRecord' | 'Location' | 'Order' | 'FulfillmentOrder' | 'FulfillmentOrderLine'
> = {
  SettingsRecord: settingsResolvers.record,
  Location: {
    __resolveReference: ({ id }, { loaders }) => orNull(loaders.location.load(id)),
    id: (location) => location._id,
    crafts: ({ crafts }) => crafts ?? [],
    throttle: ({ _id }, _args, { loaders }) => orNull(loaders.throttle.load(_id)),
  },
  Order: {
    __resolveReference: ({ id }) => ({ id }),
    fulfillmentOrders: async ({ id }, _args, { loaders, identity }) => {
      const found = await loaders.ofOrder.load(id);
      return found.filter((work) => mayReadRow(identity, rowOf(work)));
    },
  },
  FulfillmentOrder: {
    __resolveReference: async ({ id }, { loaders, identity }) => {
      const found = await orNull(loaders.fulfillmentOrder.load(id));
      return found !== null && mayReadRow(identity, rowOf(found)) ? found : null;
    },
    id: (work) => work._id,
    order: (work) => ({ id: work.orderId }),
    location: (work, _args, { loaders }) => loaders.location.load(work.locationId),
    status: (work, _args, context) => statusAsOf(work, context),
    allowedActions: (work) => allowedActions(work),
    forwardTo: (work, _args, { loaders }) =>
      work.forwardTo === undefined ? null : loaders.location.load(work.forwardTo),
    arrivedFrom: (work) => work.arrivedFrom ?? null,
    shipment: (work) => (work.shipmentId === undefined ? null : { id: work.shipmentId }),
    dueAt: ({ dueAt }) => ({
      pickStart: dueAt.pickStartMs,
      packed: dueAt.packedMs,
      handover: dueAt.handoverMs,
    }),
    createdAt: (work) => work.createdAtMs,
    handedOverAt: (work) => work.handedOverAtMs ?? null,
    collectBy: (work) => work.collectByMs ?? null,
    rejectReason: (work) => work.rejectReason ?? null,
    packingSlip: async (work, _args, { application }) => {
      const of = { _id: work.orderId };
      const order = await application.models.OrderWork.findOne(of, { number: 1 }).lean();
      return { work, orderNumber: order?.number };
    },
  },
  FulfillmentOrderLine: {
    variant: (line) => ({ sku: line.sku }),
    making: async (line, _args, { loaders }) => {
      if (line.customisation === undefined) return [];
      const row = await orNull(loaders.article.load(line.sku));
      return makingSteps(line, row?.options ?? []);
    },
    customisation: (line) => line.customisation ?? null,
    awaited: (line) => awaitedUnits(line),
    collected: (line) => line.collected ?? 0,
  },
};
