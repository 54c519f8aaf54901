import { z } from 'zod';
import { currencyCodes } from '@promesse/geography/currencies';
import { promotionCodePattern } from '../../../platform/values/promotionCodes.ts';
import { methodType } from '../../../schema/events/common.ts';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';
import { defaultOfferTerms, offerTermsSchema } from '@promesse/promise-engine/model/offerTerms';

const minor = z.int().min(0);
const currency = z.string().regex(/^[A-Z]{3}$/);
/** By language; `default` where there is none for the customer's. */
const titles = z.object({ default: z.string().min(1) }).catchall(z.string().min(1));

const collectionTerms = z.strictObject({
  code: z.string().min(1),
  titles,
  /** What the customer pays by currency, minor units; not offered in others. */
  prices: z.record(currency, minor),
  /** Km around the destination in which stores are offered. */
  radiusKm: z.number().positive().max(1_000),
  /** Days the order waits for the customer. */
  holdDays: z.int().min(1).max(365),
});

/** Delivery that is free from a value of the goods. */
const freeDeliveryRule = z.strictObject({
  /** Kinds of delivery; all if absent. */
  methodTypes: z.array(methodType).min(1).optional(),
  /** Sales channels; all if absent. */
  channels: z.array(z.string().min(1).max(100)).min(1).optional(),
  /** Value of the goods by currency, minor units. */
  from: z.record(currency, minor),
});

const instant = z.iso.datetime({ offset: true });

/** What delivery costs under some circumstances. */
const deliveryFeeRule = z
  .strictObject({
    /** What it is called, for example a promotion. */
    name: z.string().min(1).max(100),
    methodTypes: z.array(methodType).min(1).optional(),
    channels: z.array(z.string().min(1).max(100)).min(1).optional(),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/))
      .min(1)
      .optional(),
    customerGroups: z.array(z.string().min(1).max(100)).min(1).optional(),
    /** Holds for carts that carry one of these codes; capitals and small letters are the same. */
    promotionCodes: z.array(z.string().regex(promotionCodePattern)).min(1).max(100).optional(),
    /** In force from (included) and until (excluded). */
    validFrom: instant.optional(),
    validUntil: instant.optional(),
    /** Least value of the goods by currency, minor units. */
    from: z.record(currency, minor).optional(),
    /** What the customer pays by currency, minor units. */
    fee: z.record(currency, minor),
  })
  .refine(
    ({ validFrom, validUntil }) =>
      validFrom === undefined || validUntil === undefined || Date.parse(validFrom) < Date.parse(validUntil),
    'ends before it begins',
  );

/** What work costs at a kind of place, minor units of the base currency. */
const workCost = z.strictObject({
  /** Of opening a fulfillment order. */
  perOrder: minor,
  /** Of picking a unit. */
  perUnit: minor,
});

const free = Object.fromEntries(currencyCodes().map((code) => [code, 0]));

const defaults = {
  // One for one: prices exist per currency anyway, only costs are compared.
  exchangeRates: { EUR: 1, GBP: 1, CHF: 1, BRL: 1 },
  collection: {
    PICKUP_IN_STORE: {
      code: 'collect-in-store',
      titles: {
        default: 'Collect in store',
        en: 'Collect in store',
        fr: 'Retrait en magasin',
        it: 'Ritiro in negozio',
      },
      ...{ prices: free, radiusKm: 50, holdDays: 7 },
    },
    RESERVE_AND_COLLECT: {
      code: 'reserve-and-collect',
      titles: {
        default: 'Reserve and collect',
        en: 'Reserve and collect',
        fr: 'Réservation en magasin',
        it: 'Prenota e ritira',
      },
      ...{ prices: free, radiusKm: 50, holdDays: 2 },
    },
  },
  freeDelivery: [] as z.infer<typeof freeDeliveryRule>[],
  deliveryFees: [] as z.infer<typeof deliveryFeeRule>[],
  workCosts: {
    WAREHOUSE: { perOrder: 80, perUnit: 25 },
    STORE: { perOrder: 120, perUnit: 40 },
    SUPPLIER: { perOrder: 150, perUnit: 30 },
  },
  customisationMinutes: 240,
  instantMinutes: 60,
  courierMinutesPerKm: 4,
  optionLifeMinutes: 15,
  windowHoldMinutes: 15,
  offers: defaultOfferTerms,
};

/** What the retailer decides about promises, beside rule sets and carrier services: JSON, one object, one version. */
export const promiseSettingsSchema = z.strictObject({
  exchangeRates: z
    .record(currency, z.number().positive())
    .default(defaults.exchangeRates)
    .describe('Units of each currency for one of the base currency, in which costs are compared.'),
  collection: z
    .strictObject({ PICKUP_IN_STORE: collectionTerms, RESERVE_AND_COLLECT: collectionTerms })
    .default(defaults.collection)
    .describe(
      'How customers collect: titles by language, price in minor units by currency (not offered in others), radius in km around the destination, days the order waits.',
    ),
  freeDelivery: z
    .array(freeDeliveryRule)
    .max(50)
    .default(defaults.freeDelivery)
    .describe(
      'From which value of the goods delivery is free: minor units by currency, of some kinds of delivery and on some channels or on all. The first rule that fits holds.',
    ),
  deliveryFees: z
    .array(deliveryFeeRule)
    .max(200)
    .default(defaults.deliveryFees)
    .describe(
      'What delivery costs by rule, tax included, in place of the carrier service’s price: by kind of delivery, channel, country, customer group, promotion code of the cart, value of the goods and time. The first rule that fits and names the currency holds, before freeDelivery.',
    ),
  workCosts: z
    .strictObject({ WAREHOUSE: workCost, STORE: workCost, SUPPLIER: workCost })
    .default(defaults.workCosts)
    .describe(
      'What opening a fulfillment order and picking a unit cost, in minor units of the base currency.',
    ),
  customisationMinutes: z
    .int()
    .min(0)
    .default(defaults.customisationMinutes)
    .describe('Working minutes that making to order adds.'),
  instantMinutes: z
    .int()
    .min(1)
    .default(defaults.instantMinutes)
    .describe('Minutes within which an INSTANT delivery arrives.'),
  courierMinutesPerKm: z
    .number()
    .positive()
    .default(defaults.courierMinutesPerKm)
    .describe('Minutes a courier needs for a kilometre in town, loading aside.'),
  optionLifeMinutes: z
    .int()
    .min(1)
    .max(1_440)
    .default(defaults.optionLifeMinutes)
    .describe('Minutes for which an offered option can be ordered at most: stock and prices move.'),
  windowHoldMinutes: z
    .int()
    .min(1)
    .max(1_440)
    .default(defaults.windowHoldMinutes)
    .describe('Minutes for which a place in a delivery window is held for an order that is being placed.'),
  offers: offerTermsSchema
    .default(defaults.offers)
    .describe(
      'Radius in km and number of places of collection, days an order waits, minutes to receive goods in a store, days of delivery windows.',
    ),
});

export type PromiseSettings = Readonly<z.infer<typeof promiseSettingsSchema>>;

/** In force until the retailer decides otherwise. */
export const defaultPromiseSettings: PromiseSettings = promiseSettingsSchema.parse({});

/** The same as settings of the application. */
export const promiseSettings = defineSettings('promise', promiseSettingsSchema);
