import { settingsResolvers } from '../../../platform/settings/settingsRecord.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { orNull } from '../../../platform/graph/orNull.ts';
import { localized } from '../../../platform/values/localized.ts';
import { availabilityOn } from '../queries/availability.ts';
import { stateAsOf } from '../domain/reservation.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import type { StockDoc } from '../store/stockModels.ts';

/** How the catalogue's documents look in the graph. */
export const typeResolvers: Pick<
  Resolvers,
  | 'SettingsRecord'
  | 'Product'
  | 'ProductVariant'
  | 'CustomisationOption'
  | 'StockPosition'
  | 'IncomingStock'
  | 'Reservation'
  | 'ReservationLine'
  | 'CartHold'
  | 'Cart'
  | 'ConditionStock'
  | 'WriteOff'
> = {
  SettingsRecord: settingsResolvers.record,
  Product: {
    __resolveReference: ({ id }, { loaders }) => orNull(loaders.product.load(id)),
    id: (product) => product._id,
    title: (product, { locale }) => localized(product.title, locale),
    description: (product, { locale }) =>
      product.description === undefined ? null : localized(product.description, locale),
    brand: (product) => product.brand ?? null,
    variants: (product, _args, { loaders }) => loaders.variantsOfProduct.load(product._id),
  },
  ProductVariant: {
    __resolveReference: ({ sku }, { loaders }) => orNull(loaders.variant.load(sku)),
    sku: (variant) => variant._id,
    product: (variant, _args, { loaders }) => loaders.product.load(variant.productId),
    title: async (variant, { locale }, { loaders }) => {
      const product = await loaders.product.load(variant.productId);
      const label = variant.label === undefined ? '' : `, ${localized(variant.label, locale)}`;
      return `${localized(product.title, locale)}${label}`;
    },
    price: ({ priceMinor, currency }) => ({ amountMinor: priceMinor, currency }),
    taxCategory: (variant) => variant.taxCategory ?? 'STANDARD',
    dimensions: ({ lengthMm, widthMm, heightMm }) => ({ lengthMm, widthMm, heightMm }),
    customisationOptions: ({ options = [], currency }) => options.map((option) => ({ ...option, currency })),
    gtin: (variant) => variant.gtin ?? null,
    preorderUntil: (variant) => variant.preorderUntilMs ?? null,
    backorderUntil: (variant) => variant.backorderUntilMs ?? null,
    availability: (variant, { channel, cartId }, context) =>
      availabilityOn(variant, { channel: channel ?? 'web', cartId: cartId ?? undefined }, context),
    stock: (variant, _args, { loaders }) => loaders.stockOfSku.load(variant._id),
  },
  CustomisationOption: {
    label: ({ label }, { locale }) => localized(label, locale),
    maxLength: ({ maxLength }) => maxLength ?? null,
    min: ({ min }) => min ?? null,
    max: ({ max }) => max ?? null,
    choices: ({ choices }) => [...choices],
    craft: ({ craft }) => craft ?? null,
    surcharges: ({ surcharges, currency }) =>
      surcharges.map(({ fromQuantity, amountMinor }) => ({
        fromQuantity,
        amount: { amountMinor, currency },
      })),
  },
  StockPosition: {
    __resolveReference: async ({ sku, locationId }, { application }) =>
      (await application.models.Stock.findOne(trusted({ sku, locationId })).lean()) as StockDoc | null,
    // What carts hold past their time is theirs no more, swept or not.
    softReserved: async (position, _args, { loaders }) =>
      position.softReserved - ((await loaders.overdueUnits()).get(position._id) ?? 0),
    availableToPromise: async (position, _args, { loaders }) =>
      Math.max(0, position.available + ((await loaders.overdueUnits()).get(position._id) ?? 0)),
    shortBy: (position) => Math.max(0, position.reserved + position.softReserved - position.onHand),
    awaited: (position) => position.futureReserved,
    drawnAhead: (position) => position.drawnAhead ?? 0,
    asOf: (position) => position.asOfMs,
  },
  IncomingStock: { expectedAt: (incoming) => incoming.expectedAtMs },
  Reservation: {
    id: (reservation) => reservation._id,
    state: (reservation, _args, { application }) => stateAsOf(reservation, application.journal.clock.nowMs()),
    expiresAt: (reservation) => reservation.expiresAtMs ?? null,
  },
  ReservationLine: {
    awaited: (line) => line.future,
    receiptId: (line) => line.receiptId ?? null,
  },
  Cart: {
    __resolveReference: ({ id }) => ({ id }),
    heldUntil: async ({ id }, _args, { loaders }) => (await loaders.cartHold.load(id))?.expiresAtMs ?? null,
  },
  ConditionStock: {
    variant: ({ sku }, _args, { loaders }) => orNull(loaders.variant.load(sku)),
    changedAt: (row) => row.changedAtMs,
  },
  WriteOff: { id: (row) => row._id, at: (row) => row.atMs },
  CartHold: {
    cartId: (reservation) => reservation.cartId ?? '',
    heldUntil: (reservation) => reservation.expiresAtMs ?? 0,
    reservation: (reservation) => reservation,
  },
};
