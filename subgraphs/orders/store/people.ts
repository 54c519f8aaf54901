import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { nameWordsOf } from '../domain/contact.ts';
import type { AddressDoc, CartDoc, OrderAddressDoc, OrdersModels } from './models.ts';

type Models = Pick<OrdersModels, 'OrderAddress' | 'OrderContact'>;

/** The row of an order's address, with the words by which its recipient is found. */
export const orderAddressRow = (orderId: string, address: AddressDoc): OrderAddressDoc => ({
  ...address,
  _id: orderId,
  nameWords: nameWordsOf(`${address.name} ${address.company ?? ''}`),
});

/** Writes where an order goes and how its customer is reached: personal data, kept beside the order and never in its journal. */
export async function savePeople(
  { OrderAddress, OrderContact }: Models,
  tx: Tx,
  orderId: string,
  { owner, address, contact }: Pick<CartDoc, 'owner' | 'address' | 'contact'>,
): Promise<void> {
  const how = { upsert: true, session: tx.session };
  if (address !== undefined)
    await OrderAddress.replaceOne({ _id: orderId }, orderAddressRow(orderId, address), how);
  if (contact !== undefined)
    await OrderContact.replaceOne({ _id: orderId }, { ...contact, _id: orderId, owner }, how);
}

/** Orders of before are found by name, too. */
export async function indexNames({ OrderAddress }: Pick<OrdersModels, 'OrderAddress'>): Promise<void> {
  const without = { nameWords: { $exists: false } };
  for (;;) {
    const rows = await OrderAddress.collection.find(without).limit(500).toArray();
    if (rows.length === 0) return;
    await OrderAddress.collection.bulkWrite(
      rows.map((row) => {
        const nameWords = nameWordsOf(String(row['name']));
        return { updateOne: { filter: { _id: row._id }, update: { $set: { nameWords } } } };
      }),
    );
  }
}
