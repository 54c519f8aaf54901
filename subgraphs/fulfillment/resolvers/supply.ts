import { codedError } from '../../../platform/errors/codedError.ts';
import { orNull } from '../../../platform/graph/orNull.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { ActionCall } from '../commands/actOnWork.ts';
import type { Context } from '../context.ts';
import { openUnits, type FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import { purchaseCost, purchaseState } from '../domain/purchase.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { ownLocation } from '../store/ownRow.ts';

const call = (
  { identity, requestId }: Context,
  { id, idempotencyKey: key }: { readonly id: string; readonly idempotencyKey: string },
): ActionCall => ({ id, key, identity, requestId, rule: 'purchase' });

const mayWork = (who: Identity, { locationId }: FulfillmentOrder): boolean =>
  mayReadRow(who, { locationIds: [locationId] }, 'purchase');

/** Purchase orders are read newest first, as many as a page holds after the states are looked at. */
const mostRead = 1_000;

export const Query: Pick<NonNullable<Resolvers['Query']>, 'purchaseOrders' | 'purchaseOrder'> = {
  purchaseOrders: async (_parent, { locationId, first, states }, { application, identity }) => {
    const { models } = application;
    await ownLocation(models, identity, locationId, 'purchase');
    const most = first ?? 50;
    if (most < 1 || most > 100)
      throw codedError('BAD_USER_INPUT', 'first is from 1 to 100.', { field: 'first' });
    const found = await models.FulfillmentOrder.find({ locationId, purchase: trusted({ $exists: true }) })
      .sort({ 'dueAt.handoverMs': 1, _id: 1 })
      .limit(mostRead)
      .lean<FulfillmentOrder[]>();
    return found.filter((work) => states == null || states.includes(purchaseState(work))).slice(0, most);
  },
  purchaseOrder: async (_parent, { id }, { identity, loaders }) => {
    const found = await orNull(loaders.fulfillmentOrder.load(id));
    return found?.purchase !== undefined && mayWork(identity, found) ? found : null;
  },
};

export const Mutation: Pick<
  NonNullable<Resolvers['Mutation']>,
  'acceptPurchaseOrder' | 'declinePurchaseOrder' | 'shipPurchaseOrder' | 'setSupplyCosts'
> = {
  acceptPurchaseOrder: (_parent, { input }, context) =>
    context.application.supply.accept(call(context, input), input.lines ?? []),
  declinePurchaseOrder: (_parent, { input }, context) =>
    context.application.supply.decline(call(context, input), input.reason),
  shipPurchaseOrder: (_parent, { input }, context) => {
    const parcels = input.parcels.map(({ trackingCode, weightGrams, lines }) => ({
      ...{ trackingCode, weightGrams: weightGrams ?? undefined, lines: lines ?? [] },
    }));
    return context.application.supply.ship(call(context, input), input.carrier, parcels);
  },
  setSupplyCosts: async (_parent, { input }, { identity, requestId, application }) => {
    const { locationId, costs, idempotencyKey: key } = input;
    return { changed: await application.purchases.setCosts({ identity, requestId, key }, locationId, costs) };
  },
};

export const types: Pick<Resolvers, 'PurchaseOrder'> = {
  PurchaseOrder: {
    id: (work) => work._id,
    number: ({ purchase, _id }) => purchase?.number ?? _id,
    state: (work) => purchaseState(work),
    location: ({ locationId }, _args, { loaders }) => loaders.location.load(locationId),
    lines: ({ lines, purchase }) =>
      lines.map((line) => ({
        ...{ lineId: line.lineId, sku: line.sku, quantity: openUnits(line), declined: line.rerouted },
        ...{ cancelled: line.cancelled, customisation: line.customisation ?? null },
        unitCost: purchase?.costs.find(({ sku }) => sku === line.sku)?.unitCost ?? null,
      })),
    cost: (work) => purchaseCost(work) ?? null,
    answerBy: ({ purchase }) => purchase?.answerByMs ?? null,
    shipBy: ({ dueAt }) => dueAt.handoverMs,
    // Where it goes is for whoever is about to send it, and for nobody before or after.
    shipTo: (work, _args, { application, requestId }) =>
      purchaseState(work) === 'ACCEPTED' ? application.orders.addressOf(work.orderId, requestId) : null,
    carrier: ({ purchase }) => purchase?.carrier ?? null,
    trackingCodes: ({ purchase }) => [...(purchase?.trackingCodes ?? [])],
    createdAt: (work) => work.createdAtMs,
  },
};
