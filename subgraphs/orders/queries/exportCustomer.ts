import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { OrdersParts } from '../parts.ts';
import type { CollectionDoc } from '../store/collectionModel.ts';
import type { OrderContactDoc } from '../store/contactModel.ts';
import type { CartDoc, OrderAddressDoc, OrderDoc } from '../store/models.ts';

/** Most orders of one export. */
const maxOrders = 1_000;

const byId = <D extends { readonly _id: string }>(rows: readonly D[]): ReadonlyMap<string, D> =>
  new Map(rows.map((row) => [row._id, row]));
const among = <D>(ids: readonly string[]) => builtFilter<D>({ _id: { $in: [...ids] } });
const iso = (atMs: number): string => new Date(atMs).toISOString();

/** Everything orders keep of a customer, newest order first; null if there is nothing. */
export async function exportCustomer(
  { models, journal }: OrdersParts,
  ref: string,
): Promise<{ customerRef: string; madeAtMs: number; orders: number; text: string } | null> {
  const { Order, OrderAddress, OrderContact, Collection, Cart } = models;
  const newest = { placedAtMs: -1, _id: -1 } as const;
  const orders = await Order.find({ owner: ref }).sort(newest).limit(maxOrders).lean<OrderDoc[]>();
  const carts = await Cart.find(builtFilter<CartDoc>({ owner: ref, orderId: { $exists: false } })).lean<
    CartDoc[]
  >();
  if (orders.length + carts.length === 0) return null;
  const ids = orders.map(({ _id }) => _id);
  const addresses = byId(await OrderAddress.find(among<OrderAddressDoc>(ids)).lean<OrderAddressDoc[]>());
  const contacts = byId(await OrderContact.find(among<OrderContactDoc>(ids)).lean<OrderContactDoc[]>());
  const collections = byId(await Collection.find(among<CollectionDoc>(ids)).lean<CollectionDoc[]>());
  const madeAtMs = journal.clock.nowMs();
  const record = {
    ...{ customerRef: ref, madeAt: iso(madeAtMs) },
    orders: orders.map((order) => ({
      ...{ id: order._id, number: order.number, channel: order.channel, locale: order.locale },
      ...{ placedAt: iso(order.placedAtMs), currency: order.currency, totalMinor: order.totalMinor },
      lines: order.lines.map(({ sku, counters, unitPriceMinor, customisation }) => ({
        ...{ sku, quantity: counters.ordered, unitPriceMinor, customisation },
      })),
      payments: order.payments.map(({ kind, state, amountMinor, method, atMs }) => ({
        ...{ kind, state, amountMinor, method, at: iso(atMs) },
      })),
      destination: order.destination,
      address: personal(addresses.get(order._id)),
      contact: personal(contacts.get(order._id)),
      mayCollect: collections.get(order._id)?.collectors ?? [],
    })),
    carts: carts.map(({ _id: id, lines, address, contact }) => ({
      ...{ id, address: personal(address), contact: personal(contact) },
      lines: lines.map(({ sku, quantity, customisation }) => ({ sku, quantity, customisation })),
    })),
  };
  return { customerRef: ref, madeAtMs, orders: orders.length, text: JSON.stringify(record) };
}

/** What a row says of a person, without what the database adds. */
function personal(row: object | undefined): object | null {
  if (row === undefined) return null;
  const added = ['_id', 'owner', 'nameWords'];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !added.includes(name)));
}
