import {
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { Contact } from '../domain/contact.ts';
import { actorKind, type ActorKind } from '../domain/actor.ts';
import type { OrdersParts } from '../parts.ts';
import type { OrderContactDoc } from '../store/contactModel.ts';
import type { AddressDoc, OrderAddressDoc, OrderDoc } from '../store/models.ts';
import { orderPage, type OrderPage } from './orderPage.ts';

/** A customer, by the opaque id that orders carry. */
export interface CustomerRow {
  readonly ref: string;
}

/** Something that happened to one of a customer's orders. */
export interface Activity {
  readonly order: OrderDoc;
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly data: unknown;
  readonly by: ActorKind;
}

/** Newest orders of which the customer view tells. */
const recent = 20;

/** Who looks at customers: service and administration. */
export const mayReadCustomers = ({ kind, scopes }: Identity): boolean =>
  kind === 'system' ||
  ((kind === 'agent' || kind === 'admin') &&
    (scopes.includes('orders:read') || scopes.includes('orders:write')));

const recentOrders = ({ models }: OrdersParts, ref: string): Promise<OrderDoc[]> =>
  models.Order.find({ owner: ref }).sort({ placedAtMs: -1, _id: -1 }).limit(recent).lean<OrderDoc[]>();

/** The customer if anything is known of them. */
export async function customerOf({ models }: OrdersParts, ref: string): Promise<CustomerRow | null> {
  const known =
    (await models.Order.findOne({ owner: ref }, { _id: 1 }).lean()) ??
    (await models.Cart.findOne({ owner: ref }, { _id: 1 }).lean()) ??
    (await models.Erasure.findOne({ _id: ref }, { _id: 1 }).lean());
  return known === null ? null : { ref };
}

export const ordersOfCustomer = ({ models }: OrdersParts, ref: string, args: PageArgs): Promise<OrderPage> =>
  orderPage(models, { list: 'customer', filter: { owner: ref } }, args);

/** How the customer was reached last. */
export async function contactOfCustomer(parts: OrdersParts, ref: string): Promise<Contact | null> {
  const rows = await parts.models.OrderContact.find({ owner: ref }).limit(1_000).lean<OrderContactDoc[]>();
  const orders = await recentOrders(parts, ref);
  const newest = orders
    .map(({ _id }) => rows.find((row) => row._id === _id))
    .find((row) => row !== undefined);
  return newest ?? null;
}

/** Where the customer's newest orders went, each address once, newest first. */
export async function addressesOfCustomer(parts: OrdersParts, ref: string): Promise<AddressDoc[]> {
  const orders = await recentOrders(parts, ref);
  const ids = orders.map(({ _id }) => _id);
  const filter = builtFilter<OrderAddressDoc>({ _id: { $in: ids } });
  const rows = new Map(
    (await parts.models.OrderAddress.find(filter).lean<OrderAddressDoc[]>()).map((row) => [row._id, row]),
  );
  const distinct = new Map<string, AddressDoc>();
  for (const id of ids) {
    const row = rows.get(id);
    if (row === undefined || row.name === '') continue;
    const { _id, nameWords: _words, ...address } = row;
    const key = JSON.stringify(address);
    if (!distinct.has(key)) distinct.set(key, address);
  }
  return [...distinct.values()];
}

/** What happened to the customer's newest orders, newest first. */
export async function activityOfCustomer(
  parts: OrdersParts,
  ref: string,
  args: PageArgs,
): Promise<Connection<Activity>> {
  const page = readPage(args, { list: 'activity', key: ['number', 'text', 'number'] });
  const all: Activity[] = [];
  for (const order of await recentOrders(parts, ref))
    for (const { seq, at, type, data, actor } of await parts.journal.read(`order:${order._id}`))
      all.push({ order, seq, at, type, data, by: actorKind(order, actor) });
  const keyOf = ({ at, order, seq }: Activity) => [at, order._id, seq] as const;
  const newestFirst = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
    for (const [i, one] of a.entries()) {
      const other = b[i] ?? '';
      if (one !== other) return one > other ? -1 : 1;
    }
    return 0;
  };
  all.sort((a, b) => newestFirst(keyOf(a), keyOf(b)));
  const { after } = page;
  const rest = after === undefined ? all : all.filter((each) => newestFirst(after, keyOf(each)) < 0);
  return connectionOf(rest.slice(0, page.first + 1), page, keyOf);
}
