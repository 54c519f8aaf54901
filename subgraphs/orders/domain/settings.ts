import { z } from 'zod';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

const country = z.string().regex(/^[A-Z]{2}$/);
const givenBack = z.enum(['ALL', 'STANDARD', 'NONE']);

/** What the retailer decides about orders. */
export const ordersSettings = defineSettings(
  'orders',
  z.object({
    invoiceCallers: z
      .array(z.enum(['shopper', 'guest', 'agent', 'associate', 'partner', 'admin']))
      .max(6)
      .default(['partner', 'agent', 'admin'])
      .describe('Kinds of caller who may order on invoice.'),
    agentGoodwillPercent: z
      .int()
      .min(0)
      .max(100)
      .default(25)
      .describe(
        'Most that an agent gives back without a return on one order, in percent of what was captured for it. Administrators are bound by what was captured alone.',
      ),
    lookUpAttempts: z
      .int()
      .min(1)
      .max(100)
      .default(5)
      .describe(
        'Wrong attempts to look up an order without an account, by order number and by caller, and wrong collection codes, before there are no more for a while.',
      ),
    lookUpLockMinutes: z
      .int()
      .min(1)
      .max(1_440)
      .default(15)
      .describe('For how many minutes there are no more attempts then.'),
    paymentActionMinutes: z
      .int()
      .min(1)
      .max(1_440)
      .default(15)
      .describe(
        'For how many minutes an order holds its units while its customer passes 3-D Secure; then it is cancelled.',
      ),
    renewalLeadHours: z
      .int()
      .min(1)
      .max(168)
      .default(24)
      .describe(
        'How many hours before an authorisation lapses it is renewed, or captured where it cannot be. Holds for orders placed from then on.',
      ),
    tillPaymentMinutes: z
      .int()
      .min(1)
      .max(10_080)
      .default(60)
      .describe(
        'For how many minutes an order sold in a store holds its units while its money is not booked at the till; then it is cancelled.',
      ),
    cartHoldMinutes: z
      .int()
      .min(1)
      .max(1_440)
      .default(10)
      .describe('For how many minutes a cart at checkout holds its units, each time that is asked for.'),
    cartHoldLimitMinutes: z
      .int()
      .min(1)
      .max(1_440)
      .default(60)
      .describe('For how many minutes in one go, however often it is asked for.'),
    reviewFrom: z
      .array(
        z.strictObject({
          currency: z.string().regex(/^[A-Z]{3}$/),
          fromMinor: z.int().min(0).max(1_000_000_000_000),
          channel: z.string().min(1).max(40).optional(),
        }),
      )
      .max(100)
      .default([])
      .describe(
        'Orders of at least so many minor units wait until a person releases or rejects them; for one channel if it is named.',
      ),
    sourcingAttempts: z
      .int()
      .min(1)
      .max(20)
      .default(4)
      .describe(
        'How often a checkout looks for locations anew when one turns out to lack units, before it says OutOfStock.',
      ),
    deliveryRefundRules: z
      .array(
        z.strictObject({
          countries: z.array(country).min(1).max(300).optional(),
          retailersFault: givenBack,
          withdrawal: givenBack,
        }),
      )
      .max(300)
      .default([{ retailersFault: 'ALL', withdrawal: 'STANDARD' }])
      .describe(
        'What of the delivery goes back when nothing of what was sent is kept: by country it went to, when the retailer is at fault for all of it (lost, damaged, wrong) and when the customer withdrew. The first row that fits holds; STANDARD keeps what a dearer delivery cost more than a standard one (directive 2011/83/EU, article 13).',
      ),
    troubleRules: z
      .array(
        z.strictObject({
          trouble: z.enum(['LOST', 'DAMAGED']).optional(),
          channel: z.string().min(1).max(100).optional(),
          country: country.optional(),
          action: z.enum(['REFUND', 'RESHIP']),
        }),
      )
      .max(300)
      .default([])
      .describe(
        'What becomes of units in a parcel that a carrier lost or damaged: their money goes back, or the same units are sent again without a new charge. The first row that fits holds; REFUND without one, for damaged parcels when they are back. Where nobody has the units, their money goes back.',
      ),
    standardDeliveryPrices: z
      .array(
        z.strictObject({
          country: country.optional(),
          currency: z.string().regex(/^[A-Z]{3}$/),
          amountMinor: z.int().min(0).max(100_000_000),
        }),
      )
      .max(500)
      .default([])
      .describe(
        'What a standard delivery costs, in minor units; the first row that fits holds. Without one, all of a dearer delivery counts as standard and goes back.',
      ),
  }),
);

export type OrdersSettings = typeof ordersSettings.defaults;
