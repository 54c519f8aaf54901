import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { NewId } from '../../../platform/ids/ids.ts';
import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { gtin14 } from '../../../platform/values/gtin.ts';
import { promotionCodesOf } from '../../../platform/values/promotionCodes.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { requireAdjustments, type PriceAdjustment } from '../domain/adjustments.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { Identity } from '../../../schema/identity.ts';
import { openingOf } from '../domain/seller.ts';
import { contactAfter, noContact } from '../domain/contact.ts';
import { pricedLine, requireWanted, withLine, withQuantity, type CartLine } from '../domain/cart.ts';
import type {
  AddCartLineInput,
  CartLineInput,
  CreateCartInput,
  SetCartAddressInput,
  SetCartAdjustmentsInput,
  SetCartContactInput,
  SetCartLineQuantityInput,
  SetCartPromotionCodesInput,
} from '../generated/resolverTypes.ts';
import type { CatalogClient } from '../clients/catalogClient.ts';
import type { FulfillmentClient } from '../clients/fulfillmentClient.ts';
import { channelAskedFor, requireSeller } from '../domain/channel.ts';
import type { ChannelDoc } from '../store/channelModel.ts';
import type { CartDoc, OrdersModels } from '../store/models.ts';
import { addressOf, destinationOf, localeOf } from './cartAddress.ts';
import { createdOnce, peopleOf, placedAtStore } from './newCart.ts';
import { createCartStore, type CartStore } from './cartStore.ts';

/** Everything that can be done with carts. A cart of somebody else looks like none. */
export interface Carts extends Pick<CartStore, 'find' | 'open'> {
  create(input: CreateCartInput, who: Identity, requestId: string): Promise<CartDoc>;
  /** The following change it once per key, where there is one: a repeated call gives the cart as it is now. */
  addLine(input: AddCartLineInput, who: Identity, requestId: string): Promise<CartDoc>;
  setQuantity(input: SetCartLineQuantityInput, who: Identity): Promise<CartDoc>;
  setAddress(input: SetCartAddressInput, who: Identity): Promise<CartDoc>;
  /** How the customer is reached; absent parts stay as they are. */
  setContact(input: SetCartContactInput, who: Identity): Promise<CartDoc>;
  /** Sets all discounts and surcharges. Whoever prices the cart says so; a change of lines removes them. */
  setAdjustments(input: SetCartAdjustmentsInput, who: Identity): Promise<CartDoc>;
  /** Sets all promotion codes, once per key: what the cart carries later is not set back by a repeated call. */
  setPromotionCodes(input: SetCartPromotionCodesInput, who: Identity): Promise<CartDoc>;
}

interface CartsDeps {
  readonly idempotency: Idempotency;
  readonly models: OrdersModels;
  readonly catalog: CatalogClient;
  readonly fulfillment: Pick<FulfillmentClient, 'place'>;
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

/** A change of a cart, as its caller asks for it. */
interface CartChange {
  readonly cartId: string;
  readonly operation: string;
  readonly key: string | null | undefined;
  /** What the key stands for, beside the cart. */
  readonly input: object;
}

/** Changes a cart, once per key where there is one, and gives it as it is now: also when it has become an order since. */
async function changed(
  { idempotency, models }: CartsDeps,
  store: CartStore,
  { cartId, operation, key, input: asked }: CartChange,
  who: Identity,
  edit: (cart: CartDoc) => CartDoc,
): Promise<CartDoc> {
  if (key == null) return store.change(cartId, who, edit);
  const scope = { principal: who.subject, operation, key, input: { ...asked, cartId } };
  await idempotency.once(scope, async (tx) => {
    await store.changeIn(tx, cartId, who, edit);
    return {};
  });
  const cart = await models.Cart.findOne({ _id: cartId }).lean<CartDoc>();
  if (cart === null) throw notFound('cart');
  return cart;
}

/** A cart of the caller's, whether it is an order or not. */
async function seen(store: CartStore, id: string, who: Identity): Promise<CartDoc> {
  const cart = await store.find(id, who);
  if (cart === null) throw notFound('cart');
  return cart;
}

export function createCarts(deps: CartsDeps): Carts {
  const store = createCartStore(deps.models);
  const priced = async (currency: string, input: CartLineInput, requestId: string): Promise<CartLine> => {
    // Before the catalogue is asked for something that cannot be had.
    requireWanted(input);
    const { sku, variant } = await articleOf(deps.catalog, input.sku, requestId);
    return pricedLine(currency, { ...input, sku, id: deps.newId() }, variant);
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
      const opened = openedCart(deps, input, who, { channel, lines });
      const made = await placedAtStore(deps.fulfillment, opened, requestId);
      return key == null
        ? store.create(made)
        : createdOnce(deps.models, deps.idempotency, made, { principal: who.subject, key, input });
    },
    ...lineChanges(deps, store, priced),
    ...peopleChanges(deps, store),
    setAdjustments: ({ idempotencyKey: key, ...input }, who) => {
      const { cartId } = input;
      return changed(deps, store, { cartId, operation: 'setCartAdjustments', key, input }, who, (cart) => {
        requireReason(who, cart.owner, input.reason);
        const adjustments = input.adjustments.map((each) => adjustmentOf(cart.currency, each));
        requireAdjustments(cart.lines, adjustments);
        return { ...withLines(cart, cart.lines), ...(adjustments.length === 0 ? {} : { adjustments }) };
      });
    },
    setPromotionCodes: ({ idempotencyKey: key, ...input }, who) => {
      const carried = codesOf(input.codes);
      const change = { cartId: input.cartId, operation: 'setCartPromotionCodes', key, input };
      return changed(deps, store, change, who, ({ promotionCodes: _gone, ...cart }) => ({
        ...cart,
        ...carried,
      }));
    },
  };
}

/** The article of a SKU, or of a barcode that was scanned; an article's own SKU goes before another's barcode. */
async function articleOf(catalog: CatalogClient, code: string, requestId: string) {
  const variant = await catalog.variant(code, requestId);
  const gtin = variant === null ? gtin14(code) : undefined;
  const sku = gtin === undefined ? null : await catalog.scanned(gtin, requestId);
  return sku === null ? { sku: code, variant } : { sku, variant: await catalog.variant(sku, requestId) };
}

const lineChanges = (
  deps: CartsDeps,
  store: CartStore,
  priced: (currency: string, input: CartLineInput, requestId: string) => Promise<CartLine>,
): Pick<Carts, 'addLine' | 'setQuantity'> => ({
  addLine: async ({ idempotencyKey: key, ...input }, who, requestId) => {
    const { cartId } = input;
    // A repeated call may come when the cart is an order.
    const { currency } = key == null ? await store.open(cartId, who) : await seen(store, cartId, who);
    const line = await priced(currency, input.line, requestId);
    const change = { cartId, operation: 'addCartLine', key, input };
    return changed(deps, store, change, who, (cart) => withLines(cart, withLine(cart.lines, line)));
  },
  setQuantity: async ({ idempotencyKey: key, ...input }, who) => {
    const { cartId, lineId, quantity } = input;
    if (quantity !== 0) requireQuantity(quantity);
    const change = { cartId, operation: 'setCartLineQuantity', key, input };
    return changed(deps, store, change, who, (cart) => ({
      ...cart,
      lines: withQuantity(cart.lines, lineId, quantity),
    }));
  },
});

const peopleChanges = (deps: CartsDeps, store: CartStore): Pick<Carts, 'setAddress' | 'setContact'> => ({
  setAddress: async ({ idempotencyKey: key, ...input }, who) => {
    const address = addressOf(input.address);
    const destination = destinationOf(input.address);
    const change = { cartId: input.cartId, operation: 'setCartAddress', key, input };
    return changed(deps, store, change, who, ({ atStore: _before, ...cart }) => ({
      ...{ ...cart, address, destination },
    }));
  },
  setContact: async ({ idempotencyKey: key, cartId, ...contact }, who) => {
    const nowMs = deps.nowMs();
    const change = { cartId, operation: 'setCartContact', key, input: contact };
    return changed(deps, store, change, who, (cart) => {
      const home = cart.destination?.country;
      return { ...cart, contact: contactAfter(cart.contact ?? noContact, contact, home, nowMs) };
    });
  },
});
