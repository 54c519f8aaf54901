import { countryCode } from '@promesse/geography/countries';
import { placeName } from '@promesse/geography/names';
import { readPostalCode } from '@promesse/geography/postalCode';
import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { NewId } from '../../../platform/ids/ids.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { readTogether } from '../../../platform/mongo/readTogether.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import { pricedLine, requireWanted, withLine, withQuantity, type CartLine } from '../domain/cart.ts';
import type { AddressInput, CartLineInput, CreateCartInput } from '../generated/resolverTypes.ts';
import type { CatalogClient } from '../clients/catalogClient.ts';
import { channelAskedFor, requireSeller } from '../domain/channel.ts';
import type { ChannelDoc } from '../store/channelModel.ts';
import type { AddressDoc, CartDoc, DestinationDoc, OrdersModels } from '../store/models.ts';

/** Times a change is tried again when the same cart is changed elsewhere. */
const tries = 5;

/** Everything that can be done with carts. A cart of somebody else looks like none. */
export interface Carts {
  find(id: string, who: Identity): Promise<CartDoc | null>;
  /** NOT_FOUND unless the caller may see it, CART_ORDERED once it is an order. */
  open(id: string, who: Identity): Promise<CartDoc>;
  create(input: CreateCartInput, who: Identity, requestId: string): Promise<CartDoc>;
  addLine(id: string, line: CartLineInput, who: Identity, requestId: string): Promise<CartDoc>;
  setQuantity(id: string, lineId: string, quantity: number, who: Identity): Promise<CartDoc>;
  setAddress(id: string, address: AddressInput, who: Identity): Promise<CartDoc>;
}

/** A language tag as customers' clients send it, such as en or fr-CH. */
function localeOf(given: string | null | undefined): string {
  const locale = given ?? 'en';
  if (/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$/.test(locale)) return locale;
  throw codedError('BAD_USER_INPUT', 'A locale is a language such as en or fr-CH.', { field: 'locale' });
}

/** A scalar that may be absent, as a property that is absent. */
const given = <K extends string, V>(key: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  (value == null ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** A postal code in its country's one form; BAD_USER_INPUT for one that cannot exist there. */
function postalCodeOf(country: string, written: string | null | undefined): string | undefined {
  const read = readPostalCode(country, written);
  if (read.kind === 'VALID') return read.postalCode;
  if (read.kind === 'MISSING') return undefined;
  const name = placeName(countryCode(country), 'en') ?? country;
  throw codedError('BAD_USER_INPUT', `${JSON.stringify(written)} is no postal code of ${name}.`, {
    field: 'postalCode',
  });
}

export const destinationOf = (input: {
  country: string;
  postalCode?: string | null | undefined;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
}): DestinationDoc => ({
  country: countryCode(input.country),
  ...given('postalCode', postalCodeOf(input.country, input.postalCode)),
  ...given('latitude', input.latitude),
  ...given('longitude', input.longitude),
});

const addressOf = ({ name, line1, line2, postalCode, city, country }: AddressInput): AddressDoc => {
  const address = { name, line1, ...given('line2', line2), postalCode, city, country: countryCode(country) };
  const missing = readPostalCode(country, postalCode);
  // Some countries have no postal codes, or addresses without one.
  const optional = missing.kind === 'MISSING' && !missing.required;
  const tooLong = Object.entries(address).find(
    ([field, value]) => (value.trim() === '' && !(optional && field === 'postalCode')) || value.length > 200,
  );
  if (tooLong !== undefined)
    throw codedError('BAD_USER_INPUT', `${tooLong[0]} of an address is 1 to 200 characters long.`);
  return { ...address, postalCode: postalCodeOf(country, postalCode) ?? '' };
};

export function createCarts(deps: { models: OrdersModels; catalog: CatalogClient; newId: NewId }): Carts {
  const { models, catalog, newId } = deps;
  // Carts are read more than anything else, each for a page of its own: those of a moment come in one query.
  const read = readTogether(
    async (ids) => {
      const filter = { _id: trusted({ $in: [...ids] }) } as never;
      return (await models.Cart.find(filter).lean()) as unknown as CartDoc[];
    },
    { apartMs: 4 },
  );
  const find: Carts['find'] = async (id, who) => {
    const cart = await read(id);
    return cart !== null && mayReadRow(who, cart, 'cart') ? cart : null;
  };
  const open: Carts['open'] = async (id, who) => {
    const cart = await find(id, who);
    if (cart === null) throw notFound('cart');
    if (cart.orderId !== undefined)
      throw codedError('CART_ORDERED', 'This cart has become an order; open a new one.');
    return cart;
  };
  /** Changes a cart under a version check: what somebody else wrote meanwhile is never overwritten. */
  const change = async (id: string, who: Identity, edit: (cart: CartDoc) => CartDoc): Promise<CartDoc> => {
    for (let attempt = 1; attempt <= tries; attempt++) {
      const before = await open(id, who);
      const next = { ...edit(before), version: before.version + 1 };
      const { matchedCount } = await models.Cart.replaceOne({ _id: id, version: before.version }, next);
      if (matchedCount === 1) return next;
    }
    throw codedError('CONFLICT', 'The cart is being changed by others; read it again and retry.');
  };
  const priced = async (currency: string, input: CartLineInput, requestId: string): Promise<CartLine> => {
    // Before the catalogue is asked for something that cannot be had.
    requireWanted(input);
    const variant = await catalog.variant(input.sku, requestId);
    return pricedLine(currency, { ...input, id: newId() }, variant);
  };

  return {
    find,
    open,
    create: async (input, who, requestId) => {
      const channel = channelAskedFor(who, input.channel);
      const found = await models.Channel.findOne({ _id: channel }).lean();
      requireSeller(found as ChannelDoc | null, who.kind, input.currency);
      const lines: CartLine[] = [];
      for (const line of input.lines ?? []) lines.push(await priced(input.currency, line, requestId));
      const cart: CartDoc = {
        _id: newId(),
        owner: who.subject,
        channel,
        currency: input.currency,
        locale: localeOf(input.locale),
        ...(input.destination ? { destination: destinationOf(input.destination) } : {}),
        lines: lines.reduce<CartLine[]>(withLine, []),
        version: 1,
      };
      await models.Cart.create([cart]);
      return cart;
    },
    addLine: async (id, input, who, requestId) => {
      const { currency } = await open(id, who);
      const line = await priced(currency, input, requestId);
      return change(id, who, (cart) => ({ ...cart, lines: withLine(cart.lines, line) }));
    },
    setQuantity: async (id, lineId, quantity, who) => {
      if (quantity !== 0) requireQuantity(quantity);
      return change(id, who, (cart) => ({ ...cart, lines: withQuantity(cart.lines, lineId, quantity) }));
    },
    setAddress: async (id, input, who) => {
      const address = addressOf(input);
      return change(id, who, (cart) => ({ ...cart, address, destination: destinationOf(input) }));
    },
  };
}
