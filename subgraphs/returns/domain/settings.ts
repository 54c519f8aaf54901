import { z } from 'zod';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

const methods = z.enum(['IN_STORE', 'DROP_OFF', 'PICKUP']);
const reasons = z.enum([
  ...(['DOES_NOT_FIT', 'CHANGED_MIND', 'DAMAGED', 'WRONG_ITEM', 'TOO_LATE', 'DEFECTIVE'] as const),
  ...(['UNDELIVERABLE', 'REFUSED'] as const),
]);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const days = z.int().min(0).max(3_650);

/** What a way back costs the customer, in minor units of the order's currency; of all orders, or of some. */
const fee = z.strictObject({
  method: methods,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  amountMinor: z.int().min(0).max(100_000_000),
});
export type ReturnFee = z.infer<typeof fee>;

const scopeOf = ({ method, country = '', currency = '' }: ReturnFee): string =>
  [method, country, currency].join(' ');

/** How long units may be sent back. Conditions that are absent hold for all. */
const window = z.strictObject({
  days: days.describe('0 for not at all.'),
  reasons: z.array(reasons).min(1).max(8).optional(),
  sku: z.string().max(200).optional(),
  productId: z.string().max(200).optional(),
  category: z.string().max(200).optional(),
  customised: z.boolean().optional(),
  channel: z.string().max(100).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export type ReturnWindow = z.infer<typeof window>;

/** What parcels back cost in shops of these currencies, in minor units of each: drop-off, pickup. */
const feesByCurrency: Readonly<Record<string, readonly [number, number]>> = {
  ...{ EUR: [290, 590], GBP: [250, 500], CHF: [390, 790], USD: [350, 690], BRL: [1490, 2990] },
  ...{ PLN: [1290, 2490], SEK: [3490, 6900], DKK: [2190, 4390], JPY: [500, 1000], KWD: [900, 1800] },
};

/** What the retailer decides about returns. */
export const returnsSettings = defineSettings(
  'returns',
  z.object({
    returnWindowDays: days
      .default(30)
      .describe('Days after the last delivery of an order in which its units may be sent back.'),
    returnWindowDaysByReason: z
      .partialRecord(reasons, days)
      .default({})
      .describe('The same for single reasons, such as DEFECTIVE, where it differs.'),
    returnWindows: z
      .array(window)
      .max(1_000)
      .default([
        { customised: true, days: 0 },
        { customised: true, reasons: ['DAMAGED', 'WRONG_ITEM', 'DEFECTIVE'], days: 730 },
      ])
      .describe(
        'The same in days for units that meet all conditions of a row, before the two above: by SKU, product, category, made to order, reason, channel, country it went to. The row with the narrowest condition goes first, in this order; 0 days for not at all. Goods made to order come back only when the retailer is at fault (directive 2011/83/EU, article 16c; 2019/771: two years).',
      ),
    returnFees: z
      .array(fee)
      .max(500)
      .refine((fees) => new Set(fees.map(scopeOf)).size === fees.length, {
        message: 'a method has one fee for each country and currency',
      })
      .default([
        { method: 'IN_STORE', amountMinor: 0 },
        ...Object.entries(feesByCurrency).flatMap(([currency, [dropOff, pickup]]): ReturnFee[] => [
          { method: 'DROP_OFF', currency, amountMinor: dropOff },
          { method: 'PICKUP', currency, amountMinor: pickup },
        ]),
      ])
      .describe(
        "What a way back costs the customer, in minor units of the order's currency. The row that names the order's country goes first, then the one that names its currency; a method without a row is free.",
      ),
    retailerPaysForReasons: z
      .array(reasons)
      .max(8)
      .default(['DAMAGED', 'WRONG_ITEM', 'TOO_LATE', 'DEFECTIVE'])
      .describe(
        'Reasons for which the retailer is at fault unless the inspection finds otherwise: the way back is free when a unit of the return has one of them (directive 2019/771), and the whole delivery goes back when all units have.',
      ),
    refundTimings: z
      .array(
        z.strictObject({
          when: z.enum(['IN_TRANSIT', 'RECEIVED', 'INSPECTED']),
          method: methods.optional(),
          channel: z.string().max(100).optional(),
          reasons: z.array(reasons).min(1).max(8).optional(),
        }),
      )
      .max(100)
      .default([])
      .describe(
        'When the money of a return goes back: as soon as the carrier has it, when it is received, or when it is inspected. The first row that fits all its units holds; INSPECTED without one.',
      ),
    exchangesTravelFree: z
      .boolean()
      .default(true)
      .describe('Whether the way back costs nothing when something else is wanted instead.'),
    returnLocations: z
      .array(
        z.strictObject({
          locationId: z.string().min(1).max(100),
          country: z
            .string()
            .regex(/^[A-Z]{2}$/)
            .optional(),
          channel: z.string().max(100).optional(),
        }),
      )
      .max(500)
      .default([])
      .describe(
        "Where parcels come back to, by country and channel: the first row that fits and is open. Without one, an open warehouse (or a store that ships), one of the customer's country first.",
      ),
    returnCosts: z
      .strictObject({
        perReturn: z.partialRecord(z.enum(['IN_STORE', 'DROP_OFF', 'PICKUP', 'CARRIER']), z.int().min(0)),
        perUnit: z.partialRecord(
          z.enum(['RESTOCK', 'REFURBISH', 'OUTLET', 'SCRAP', 'DONATE', 'REFUSE']),
          z.int().min(0),
        ),
        lossPercent: z.partialRecord(
          z.enum(['RESTOCK', 'REFURBISH', 'OUTLET', 'SCRAP', 'DONATE', 'REFUSE']),
          z.int().min(0).max(100),
        ),
      })
      .default({
        perReturn: { IN_STORE: 150, DROP_OFF: 450, PICKUP: 850, CARRIER: 450 },
        perUnit: { RESTOCK: 80, REFURBISH: 350, OUTLET: 120, SCRAP: 60, DONATE: 60, REFUSE: 500 },
        lossPercent: { REFURBISH: 15, OUTLET: 40, SCRAP: 100, DONATE: 100 },
      })
      .describe(
        "What a return costs the retailer, in minor units of the order's currency: for the way back by method, for each unit by what becomes of it, and the part of its price that is lost, in percent.",
      ),
    refundLostReturns: z
      .boolean()
      .default(true)
      .describe('Whether the money of a return goes back when its parcel is lost on the way.'),
    moneyBackDays: z
      .strictObject({ IN_STORE: days, DROP_OFF: days, PICKUP: days })
      .default({ IN_STORE: 3, DROP_OFF: 10, PICKUP: 10 })
      .describe(
        'Days from giving units back until the money is back at the latest, by method; said when the customer chooses.',
      ),
    pickupTerms: z
      .strictObject({
        leadDays: z.int().min(1).max(30),
        days: z.int().min(0).max(30),
        weekdays: z.array(z.int().min(1).max(7)).max(7),
        slots: z.array(z.strictObject({ from: clock, until: clock })).max(24),
      })
      .default({
        ...{ leadDays: 1, days: 5, weekdays: [1, 2, 3, 4, 5] },
        slots: [
          { from: '08:00', until: '12:00' },
          { from: '13:00', until: '18:00' },
        ],
      })
      .describe(
        'When units are picked up at home: working days from today on, days offered, weekdays (1 is Monday), and slots in the local time of the address. No days: no pickup is offered.',
      ),
    exchangePaymentDays: days
      .default(7)
      .describe(
        'Days in which a customer pays what an exchange costs more than the units that have come back (`payExchange`); then their money goes back. 0: it goes back at once.',
      ),
    returnExpiresDays: days
      .default(30)
      .describe(
        'Days in which a return has to be on its way, else it is withdrawn and its label void; 0 for never.',
      ),
  }),
);

export type ReturnsSettings = typeof returnsSettings.defaults;
