import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { handOutCustomer } from '../commands/handOutCustomer.ts';
import { lookUpOrder } from '../commands/lookUpOrder.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import {
  activityOfCustomer,
  addressesOfCustomer,
  contactOfCustomer,
  customerOf,
  mayReadCustomers,
  ordersOfCustomer,
} from '../queries/customer.ts';
import { failedPayments } from '../queries/failedPayments.ts';
import { sentence } from '../domain/timelineEntry.ts';
import { searchOrders } from '../queries/searchOrders.ts';
import type { OrderDoc } from '../store/models.ts';
import { contactRow } from './contacts.ts';
import { giftReceiptByCode } from './gifts.ts';

type Queries = NonNullable<Resolvers['Query']>;
type Mutations = NonNullable<Resolvers['Mutation']>;

const callerOf = ({ identity: who, requestId }: Context) => ({ who, requestId });

const orderNow = async ({ loaders }: Context, id: string): Promise<OrderDoc> => {
  const order = await loaders.order.clear(id).load(id);
  if (order === null) throw notFound('order');
  return order;
};

/** A customer asks about themselves; service about anybody. */
function requireCustomer({ identity }: Context, ref: string): void {
  if (!mayReadRow(identity, { owner: ref }, 'customer')) throw notFound('customer');
}

/** What customers without an account, and those who serve customers, ask for. */
export const serviceQueries: Pick<
  Queries,
  | 'orderByNumber'
  | 'searchOrders'
  | 'failedPayments'
  | 'customer'
  | 'exportCustomer'
  | 'collectionCheck'
  | 'giftReceipt'
> = {
  orderByNumber: async (_parent, args, { application, identity, found }) => {
    const order = await lookUpOrder(application, args, identity);
    if (order !== null) found.add(order._id);
    return order;
  },
  searchOrders: (_parent, args, { application, identity }) => searchOrders(application, identity, args),
  failedPayments: (_parent, args, { application, identity }) => failedPayments(application, identity, args),
  customer: (_parent, { ref }, { application }) => customerOf(application, ref),
  exportCustomer: async (_parent, { ref, reason }, context) => {
    requireCustomer(context, ref);
    const made = await handOutCustomer(context.application, ref, reason ?? undefined, callerOf(context));
    return made && { customerRef: made.customerRef, madeAt: made.madeAtMs, json: made.text };
  },
  giftReceipt: (_parent, { code }, context) => giftReceiptByCode(code, context),
  collectionCheck: async (_parent, { orderId, code, name }, { application }) =>
    application.collections.check(orderId, { code, name }),
};

/** What they change. */
export const serviceMutations: Pick<
  Mutations,
  'releaseHold' | 'rejectHold' | 'reshipUnits' | 'allowCollector' | 'eraseCustomer'
> = {
  releaseHold: async (_parent, { input }, context) => {
    await context.application.holds.release(input, callerOf(context));
    return orderNow(context, input.orderId);
  },
  rejectHold: async (_parent, { input }, context) => {
    await context.application.holds.reject(input, callerOf(context));
    return orderNow(context, input.orderId);
  },
  reshipUnits: async (_parent, { input }, context) => {
    const { outcome, lineIds } = await context.application.reships.ask(input, callerOf(context));
    return { order: await orderNow(context, input.orderId), outcome, lineIds };
  },
  allowCollector: async (_parent, { input }, context) => {
    await context.application.collections.allow(input, callerOf(context));
    return orderNow(context, input.orderId);
  },
  eraseCustomer: async (_parent, { input }, context) => {
    const { ref, reason, idempotencyKey } = input;
    requireCustomer(context, ref);
    return context.application.erasures.erase(ref, reason ?? '', idempotencyKey, callerOf(context));
  },
};

/** How a customer looks in the graph. */
export const customerResolvers: Pick<Resolvers, 'Customer' | 'CustomerActivity' | 'OrderConnection'> = {
  Customer: {
    __resolveReference: ({ ref }, { application, identity }) =>
      mayReadCustomers(identity) ? customerOf(application, ref) : null,
    orders: ({ ref }, args, { application }) => ordersOfCustomer(application, ref, args),
    contact: async ({ ref }, _args, { application }) => {
      const contact = await contactOfCustomer(application, ref);
      return contact === null ? null : contactRow(contact);
    },
    addresses: ({ ref }, _args, { application }) => addressesOfCustomer(application, ref),
    activity: ({ ref }, args, { application }) => activityOfCustomer(application, ref, args),
    erasedAt: async ({ ref }, _args, { application }) =>
      (await application.models.Erasure.findOne({ _id: ref }).lean())?.atMs ?? null,
  },
  CustomerActivity: {
    order: ({ order }) => order,
    // Read by service, in the language they ask for.
    summary: ({ type, data, order }, { locale }) => sentence(type, data, order, locale ?? 'en'),
  },
  OrderConnection: { totalCount: (page) => page.count() },
};

/** What the counter asks for; the code is for the customer and whoever serves them, not for the counter. */
export const orderCollection: NonNullable<NonNullable<Resolvers['Order']>['collection']> = async (
  order,
  _args,
  { application, identity, found },
) => {
  if (identity.kind === 'associate')
    throw codedError(
      'FORBIDDEN',
      'The code is the customer’s to show; check it when the order is collected.',
    );
  if (found.has(order._id) && !mayReadRow(identity, order)) return null;
  const collection = await application.collections.of(order);
  return collection && { code: collection.code, collectors: [...collection.collectors] };
};
