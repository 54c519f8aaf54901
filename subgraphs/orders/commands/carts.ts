import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { NewId } from '../../../platform/ids/ids.ts';
import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { promotionCodesOf } from '../../../platform/values/promotionCodes.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { requireAdjustments, type PriceAdjustment } from '../domain/adjustments.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { Identity } from '../../../schema/identity.ts';
import { openingOf } from '../domain/seller.ts';
import { contactAfter, noContact, type ContactChange } from '../domain/contact.ts';
import { pricedLine, requireWanted, withLine, withQuantity, type CartLine } from '../domain/cart.ts';
import type {
  AddressInput,
  CartLineInput,
  CreateCartInput,
  SetCartAdjustmentsInput,
  SetCartPromotionCodesInput,
} from '../generated/resolverTypes.ts';
import type { CatalogClient } from '../clients/catalogClient.ts';
import { channelAskedFor, requireSeller } from '../domain/channel.ts';
import type { ChannelDoc } from '../store/channelModel.ts';
import type { CartDoc, OrdersModels } from '../store/models.ts';
import { addressOf, destinationOf, localeOf } from './cartAddress.ts';
import { createdOnce, peopleOf } from './newCart.ts';
import { createCartStore, type CartStore } from './cartStore.ts';

/** Everything that can be done with carts. A cart of somebody else looks like none. */
export interface Carts extends Pick<CartStore, 'find' | 'open'> {
  create(input: CreateCartInput, who: Identity, requestId: string): Promise<CartDoc>;
  addLine(id: string, line: CartLineInput, who: Identity, requestId: string): Promise<CartDoc>;
  setQuantity(id: string, lineId: string, quantity: number, who: Identity): Promise<CartDoc>;
  setAddress(id: string, address: AddressInput, who: Identity): Promise<CartDoc>;
  /** How the customer is reached; absent parts stay as they are. */
  setContact(id: string, change: ContactChange, who: Identity): Promise<CartDoc>;
  /** Sets all discounts and surcharges. Whoever prices the cart says so; a change of lines removes them. */
  setAdjustments(input: SetCartAdjustmentsInput, who: Identity): Promise<CartDoc>;
  /** Sets all promotion codes, once per key: what the cart carries later is not set back by a repeated call. */
  setPromotionCodes(input: SetCartPromotionCodesInput, who: Identity): Promise<CartDoc>;
}

interface CartsDeps {
  readonly idempotency: Idempotency;
  readonly models: OrdersModels;
  readonly catalog: CatalogClient;
  readonly newId: NewId;
  readonly nowMs: () => number;
}

/** The cart with these lines, and without the discounts of others: whoever prices it sets them again. */
const withLines = ({ adjustments: _gone, ...cart }: CartDoc, lines: readonly CartLine[]): CartDoc => ({
  ...cart,
  lines,
});

function adjustmentOf(
  currency: string,
  { code, amount, lineId, delivery }: SetCartAdjustmentsInput['adjustments'][number],
): PriceAdjustment {
  if (amount.currency !== currency)
    throw codedError('CURRENCY_MISMATCH', `The cart is in ${currency}.`, { field: 'adjustments' });
  return {
    ...{ code, amountMinor: amount.amountMinor },
    ...(lineId == null ? {} : { lineId }),
    ...(delivery === true ? { delivery } : {}),
  };
}

/** Promotion codes as a cart keeps them; BAD_USER_INPUT for what can be none. */
function codesOf(typed: readonly string[]): Pick<CartDoc, 'promotionCodes'> {
  const promotionCodes = promotionCodesOf(typed);
  return promotionCodes.length === 0 ? {} : { promotionCodes };
}

/** A new cart as whoever opens it asks for it. */
const openedCart = (
  { newId, nowMs }: CartsDeps,
  input: CreateCartInput,
  who: Identity,
  { channel, lines }: { readonly channel: string; readonly lines: readonly CartLine[] },
): CartDoc => ({
  _id: newId(),
  ...openingOf(who, input, `walkin:${newId()}`),
  channel,
  currency: input.currency,
  locale: localeOf(input.locale),
  ...peopleOf(input, nowMs()),
  ...codesOf(input.promotionCodes ?? []),
  lines: lines.reduce<CartLine[]>(withLine, []),
  version: 1,
});

/** Sets what a cart carries, and gives it as it is now: also when it has become an order since. */
async function setCodes(
  { idempotency, models }: CartsDeps,
  store: CartStore,
  { cartId, codes, idempotencyKey: key }: SetCartPromotionCodesInput,
  who: Identity,
): Promise<CartDoc> {
  const carried = codesOf(codes);
  const input = { cartId, codes };
  const scope = { principal: who.subject, operation: 'setCartPromotionCodes', key, input };
  await idempotency.once(scope, async (tx) => {
    await store.changeIn(tx, cartId, who, ({ promotionCodes: _gone, ...cart }) => ({ ...cart, ...carried }));
    return {};
  });
  const cart = await models.Cart.findOne({ _id: cartId }).lean<CartDoc>();
  if (cart === null) throw notFound('cart');
  return cart;
}

export function createCarts(deps: CartsDeps): Carts {
  const store = createCartStore(deps.models);
  const priced = async (currency: string, input: CartLineInput, requestId: string): Promise<CartLine> => {
    // Before the catalogue is asked for something that cannot be had.
    requireWanted(input);
    const variant = await deps.catalog.variant(input.sku, requestId);
    return pricedLine(currency, { ...input, id: deps.newId() }, variant);
  };
  return {
    find: store.find,
    open: store.open,
    create: async ({ idempotencyKey: key, ...input }, who, requestId) => {
      const channel = channelAskedFor(who, input.channel);
      const found = await deps.models.Channel.findOne({ _id: channel }).lean<ChannelDoc>();
      requireSeller(found, who.kind, input.currency);
      const lines: CartLine[] = [];
      for (const line of input.lines ?? []) lines.push(await priced(input.currency, line, requestId));
      const made = openedCart(deps, input, who, { channel, lines });
      return key == null
        ? store.create(made)
        : createdOnce(deps.models, deps.idempotency, made, { principal: who.subject, key, input });
    },
    addLine: async (id, input, who, requestId) => {
      const { currency } = await store.open(id, who);
      const line = await priced(currency, input, requestId);
      return store.change(id, who, (cart) => withLines(cart, withLine(cart.lines, line)));
    },
    setQuantity: async (id, lineId, quantity, who) => {
      if (quantity !== 0) requireQuantity(quantity);
      return store.change(id, who, (cart) => ({
        ...cart,
        lines: withQuantity(cart.lines, lineId, quantity),
      }));
    },
    setAddress: async (id, input, who) => {
      const address = addressOf(input);
      return store.change(id, who, (cart) => ({ ...cart, address, destination: destinationOf(input) }));
    },
    setContact: async (id, change, who) => {
      const nowMs = deps.nowMs();
      return store.change(id, who, (cart) => {
        const home = cart.destination?.country;
        return { ...cart, contact: contactAfter(cart.contact ?? noContact, change, home, nowMs) };
      });
    },
    setAdjustments: (input, who) =>
      store.change(input.cartId, who, (cart) => {
        requireReason(who, cart.owner, input.reason);
        const adjustments = input.adjustments.map((each) => adjustmentOf(cart.currency, each));
        requireAdjustments(cart.lines, adjustments);
        return { ...withLines(cart, cart.lines), ...(adjustments.length === 0 ? {} : { adjustments }) };
      }),
    setPromotionCodes: (input, who) => setCodes(deps, store, input, who),
  };
}
