import { codedError } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { contactAfter, noContact } from '../domain/contact.ts';
import type { FulfillmentClient } from '../clients/fulfillmentClient.ts';
import type { CreateCartInput } from '../generated/resolverTypes.ts';
import type { CartDoc, OrdersModels } from '../store/models.ts';
import { addressOf, destinationOf } from './cartAddress.ts';

/** Where a new cart goes and how its customer is reached, as far as it is said. */
export function peopleOf(
  { address, destination, contact }: CreateCartInput,
  nowMs: number,
): Pick<CartDoc, 'address' | 'destination' | 'contact'> {
  const to = address ?? destination;
  const goesTo = to == null ? undefined : destinationOf({ ...destination, ...to });
  return {
    ...(goesTo === undefined ? {} : { destination: goesTo }),
    ...(address == null ? {} : { address: addressOf(address) }),
    ...(contact == null ? {} : { contact: contactAfter(noContact, contact, goesTo?.country, nowMs) }),
  };
}

/** A new cart that is sold in a store and goes nowhere yet goes to that store: what is collected needs no more. */
export async function placedAtStore(
  { place }: Pick<FulfillmentClient, 'place'>,
  cart: CartDoc,
  requestId: string,
): Promise<CartDoc> {
  if (cart.soldBy === undefined || cart.destination !== undefined) return cart;
  const store = await place(cart.soldBy.locationId, requestId);
  if (store === null) return cart;
  const { name, city, country, postalCode } = store;
  const atStore = addressOf({ ...{ name, line1: name, postalCode, city, country } });
  return { ...cart, atStore, destination: destinationOf(store) };
}

/** What a key of createCart stands for. */
interface Keyed {
  readonly principal: string;
  readonly key: string;
  readonly input: object;
}

/** Keeps a new cart once per key: who repeats the call gets the cart that was made first, as it is now. */
export async function createdOnce(
  { Cart }: Pick<OrdersModels, 'Cart'>,
  idempotency: Idempotency,
  made: CartDoc,
  keyed: Keyed,
): Promise<CartDoc> {
  const { result } = await idempotency.once({ operation: 'createCart', ...keyed }, async ({ session }) => {
    await Cart.create([made], { session });
    return { cartId: made._id };
  });
  const cart = await Cart.findOne({ _id: result.cartId }).lean<CartDoc>();
  if (cart === null) throw codedError('NOT_FOUND', 'The cart of this key has been erased; use a new key.');
  return cart;
}
