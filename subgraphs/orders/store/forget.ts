import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CheckoutDoc } from './checkoutModel.ts';
import type { CollectionDoc } from './collectionModel.ts';
import type { OrderContactDoc } from './contactModel.ts';
import type { CartDoc, OrderAddressDoc, OrdersModels } from './models.ts';
import type { Model } from 'mongoose';

type Models = OrdersModels & { readonly Checkout: Model<CheckoutDoc> };

const among = <D>(ids: readonly string[], field = '_id') => builtFilter<D>({ [field]: { $in: [...ids] } });

/** What is left of an address: the country, which taxes and returns need. */
const forgotten = { name: '', line1: '', postalCode: '', city: '', nameWords: [] };

/** Forgets who is behind these orders: names, streets, contacts, and who may collect. The orders stay. */
export async function forgetPeople(
  { OrderAddress, OrderContact, Collection, Cart, Checkout }: Models,
  { session }: Tx,
  orderIds: readonly string[],
): Promise<void> {
  const how = { session };
  const gone = { $unset: { company: 1, line2: 1, region: 1, instructions: 1 }, $set: forgotten };
  await OrderAddress.updateMany(among<OrderAddressDoc>(orderIds), gone, how);
  await OrderContact.deleteMany(among<OrderContactDoc>(orderIds), how);
  await Collection.updateMany(among<CollectionDoc>(orderIds), { $set: { collectors: [] } }, how);
  const people = { $unset: { address: 1, contact: 1 } };
  await Cart.updateMany(among<CartDoc>(orderIds, 'orderId'), { ...people, $inc: { version: 1 } }, how);
  const inside = { $unset: { 'cart.address': 1, 'cart.contact': 1 } };
  await Checkout.updateMany(among<CheckoutDoc>(orderIds), inside, how);
}

/** Forgets a customer's carts that are no orders, and checkouts that came to nothing. */
export async function forgetCarts({ Cart, Checkout }: Models, { session }: Tx, owner: string): Promise<void> {
  await Cart.deleteMany(builtFilter<CartDoc>({ owner, orderId: { $exists: false } }), { session });
  const over = builtFilter<CheckoutDoc>({ principal: owner, done: true });
  await Checkout.updateMany(over, { $unset: { 'cart.address': 1, 'cart.contact': 1 } }, { session });
}
