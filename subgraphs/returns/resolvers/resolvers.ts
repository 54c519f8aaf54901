import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { afterFilter, connectionOf, readPage } from '../../../platform/graph/connection.ts';
import { requireScope } from '../../../platform/identity/scopes.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { requestReturn } from '../commands/requestReturn.ts';
import { act, mayRead } from '../commands/work.ts';
import type { Context } from '../context.ts';
import { decideCancel, decideInspect, decideReceive, decideReject } from '../domain/decide.ts';
import { returnOptions } from '../domain/options.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { rowsOf } from '../queries/rowsOf.ts';
import type { ReturnDoc } from '../store/models.ts';

const known = ({ identity }: Context): void => {
  if (identity.kind === 'anonymous')
    throw codedError('UNAUTHENTICATED', 'This needs a token; sign in and try again.');
};
const find = async ({ subgraph, identity }: Context, id: string): Promise<ReturnDoc | null> => {
  const found = (await subgraph.model.findOne({ _id: id }).lean()) as unknown as ReturnDoc | null;
  return found !== null && mayRead(identity, found) ? found : null;
};
const must = async (context: Context, id: string): Promise<ReturnDoc> => {
  const found = await find(context, id);
  if (found === null) throw notFound('return');
  return found;
};
const work = (context: Context, operation: string, id: string, key: string, input: unknown) => {
  const { identity: who, requestId } = context;
  return { operation, id, key, input, who, requestId };
};

export const resolvers: Resolvers = {
  Query: {
    return: (_parent, { id }, context) => {
      known(context);
      return find(context, id);
    },
    returns: async (_parent, args, context) => {
      known(context);
      const page = readPage(args, 2);
      const filter = {
        ...rowsOf(context.identity),
        ...(args.orderId == null ? {} : { orderId: args.orderId }),
        ...(args.status == null ? {} : { status: { $in: [...args.status] } }),
      };
      const bounds = page.after
        ? { $and: [filter, afterFilter(['requestedAtMs', '_id'], page.after, true)] }
        : filter;
      const rows = await context.subgraph.model.find(trusted(bounds) as never).sort({ requestedAtMs: -1, _id: -1 }).limit(page.first + 1).lean(); // prettier-ignore
      return connectionOf(rows as unknown as ReturnDoc[], page, (row) => [
        row.requestedAtMs,
        row._id,
      ]) as never;
    },
  },
  Mutation: {
    requestReturn: async (_parent, { input }, context) => {
      known(context);
      const outcome = await requestReturn(context.subgraph, input, context.identity, context.requestId);
      return outcome.kind === 'requested'
        ? { __typename: 'RequestReturnSuccess', return: await must(context, outcome.returnId) }
        : {
            __typename: 'NotReturnable',
            message: outcome.message,
            lineIds: outcome.lineIds,
            code: outcome.code,
          };
    },
    cancelReturn: async (_parent, { id, key }, context) => {
      known(context);
      return must(
        context,
        await act(context.subgraph, work(context, 'cancelReturn', id, key, {}), decideCancel),
      );
    },
    rejectReturn: async (_parent, { id, reason, key }, context) => {
      requireScope(context.identity, 'returns:work');
      if (reason.length > 500) throw codedError('BAD_USER_INPUT', 'A reason has at most 500 characters.');
      const done = await act(context.subgraph, work(context, 'rejectReturn', id, key, { reason }), (state) =>
        decideReject(state, reason),
      );
      return must(context, done);
    },
    receiveReturn: async (_parent, { input }, context) => {
      requireScope(context.identity, 'returns:work');
      const { id, key, locationId, lines } = input;
      const { identity, subgraph } = context;
      if (identity.kind === 'associate' && !(identity.locationIds ?? []).includes(locationId))
        throw codedError('FORBIDDEN', 'Returns are received at a location of your own.');
      const now = subgraph.journal.clock.nowMs();
      const done = await act(
        subgraph,
        work(context, 'receiveReturn', id, key, { locationId, lines }),
        (state) => decideReceive(state, lines ?? [], locationId, now),
      );
      return must(context, done);
    },
    inspectReturn: async (_parent, { input }, context) => {
      requireScope(context.identity, 'returns:work');
      const { id, key, findings } = input;
      const done = await act(
        context.subgraph,
        work(context, 'inspectReturn', id, key, { findings }),
        (state) => decideInspect(state, findings),
      );
      return must(context, done);
    },
  },
  Order: {
    returns: async ({ id }, _args, context) =>
      (await context.returnsOfOrder.load(id)).filter((each) => mayRead(context.identity, each)),
    returnOptions: async ({ id }, _args, context) => {
      const order = await context.subgraph.orders.visible(id, context.identity, context.requestId);
      if (order === null) return [];
      const grams = await Promise.all(
        order.lines.map(
          async (line) =>
            (line.delivered - line.returned) * (await context.subgraph.others.weightGrams(line.sku)),
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
    __resolveReference: ({ id }, context) => find(context, id),
    id: (state) => state._id,
    order: (state) => ({ id: state.orderId }),
    cost: ({ costMinor, currency }) => ({ amountMinor: costMinor, currency }),
    shipment: ({ shipmentId }) => (shipmentId === undefined ? null : { id: shipmentId }),
    label: ({ shipmentId }, _args, { subgraph }) =>
      shipmentId === undefined ? null : subgraph.others.label(shipmentId),
    refund: ({ refundMinor, currency }) =>
      refundMinor === undefined ? null : { amountMinor: refundMinor, currency },
    requestedAt: (state) => state.requestedAtMs,
    receivedAt: (state) => state.receivedAtMs ?? null,
    refundedAt: (state) => state.refundedAtMs ?? null,
  },
};
