import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { VersionConflictError } from '../../../platform/mongo/versionConflict.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { readTogether } from '../../../platform/mongo/readTogether.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { CartDoc, OrdersModels } from '../store/models.ts';

/** Times a change is tried again when the same cart is changed elsewhere. */
const tries = 5;

/** Carts as they lie in the database. A cart of somebody else looks like none. */
export interface CartStore {
  find(id: string, who: Identity): Promise<CartDoc | null>;
  /** NOT_FOUND unless the caller may see it, CART_ORDERED once it is an order. */
  open(id: string, who: Identity): Promise<CartDoc>;
  create(cart: CartDoc): Promise<CartDoc>;
  /** Changes a cart under a version check: what somebody else wrote meanwhile is never overwritten. */
  change(id: string, who: Identity, edit: (cart: CartDoc) => CartDoc): Promise<CartDoc>;
  /** The same within a transaction, which is tried again when the cart is changed elsewhere. */
  changeIn(tx: Tx, id: string, who: Identity, edit: (cart: CartDoc) => CartDoc): Promise<void>;
}

/** A cart the caller may change: NOT_FOUND unless they may see it, CART_ORDERED once it is an order. */
function openCart(cart: CartDoc | null, who: Identity): CartDoc {
  if (cart === null || !mayReadRow(who, cart, 'cart')) throw notFound('cart');
  if (cart.orderId !== undefined)
    throw codedError('CART_ORDERED', 'This cart has become an order; open a new one.');
  return cart;
}

export function createCartStore({ Cart }: Pick<OrdersModels, 'Cart'>): CartStore {
  // Carts are read more than anything else, each for a page of its own: those of a moment come in one query.
  const read = readTogether(
    (ids) => Cart.find(builtFilter<CartDoc>({ _id: { $in: [...ids] } })).lean<CartDoc[]>(),
    { apartMs: 4 },
  );
  const find: CartStore['find'] = async (id, who) => {
    const cart = await read(id);
    return cart !== null && mayReadRow(who, cart, 'cart') ? cart : null;
  };
  const open: CartStore['open'] = async (id, who) => openCart(await read(id), who);
  return {
    find,
    open,
    create: async (cart) => {
      await Cart.create([cart]);
      return cart;
    },
    change: async (id, who, edit) => {
      for (let attempt = 1; attempt <= tries; attempt++) {
        const before = await open(id, who);
        const next = { ...edit(before), version: before.version + 1 };
        const { matchedCount } = await Cart.replaceOne({ _id: id, version: before.version }, next);
        if (matchedCount === 1) return next;
      }
      throw codedError('CONFLICT', 'The cart is being changed by others; read it again and retry.');
    },
    changeIn: async ({ session }, id, who, edit) => {
      const before = openCart(await Cart.findOne({ _id: id }).session(session).lean<CartDoc>(), who);
      const next = { ...edit(before), version: before.version + 1 };
      const mine = { _id: id, version: before.version };
      const { matchedCount } = await Cart.replaceOne(mine, next, { session });
      if (matchedCount !== 1) throw new VersionConflictError(`cart:${id}`, before.version);
    },
  };
}
