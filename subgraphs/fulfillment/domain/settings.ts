import { z } from 'zod';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

const days = z.int().min(0).max(365);
const name = z.string().regex(/^[^$.]{1,100}$/);

/** What the retailer decides about fulfillment. */
export const fulfillmentSettings = defineSettings(
  'fulfillment',
  z.object({
    collectionDays: days
      .default(7)
      .describe(
        'Whole days for which goods wait for a customer who collects them, where the promise does not say (its setting collection.<METHOD>.holdDays). Goods that wait already keep the date they were told.',
      ),
    collectionDaysByMethod: z
      .record(name, days)
      .default({})
      .describe(
        'The same by method, such as RESERVE_AND_COLLECT, where it differs; for orders whose promise does not say.',
      ),
    collectionDaysByLocation: z
      .record(name, days)
      .default({})
      .describe('Days at one location, by its id; goes before what was promised.'),
    collectionReminderDaysBefore: days
      .default(2)
      .describe('The customer is reminded so many days before the end; 0 for never.'),
    collectionCodeRequired: z
      .boolean()
      .default(false)
      .describe('Whether goods are handed out only to whoever shows the collection code of their order.'),
    offerExpiresAfterMinutes: z
      .int()
      .min(0)
      .max(43_200)
      .default(0)
      .describe('An offer that no location answers for so long goes to another one; 0 for never.'),
    supplierAnswerHours: z
      .int()
      .min(0)
      .max(720)
      .default(24)
      .describe(
        'A purchase order that its supplier does not answer for so many hours is sourced elsewhere; 0 for never. Days on which the supplier is closed do not count.',
      ),
    competitiveOfferStores: z
      .int()
      .min(0)
      .max(10)
      .default(0)
      .describe(
        'An offer to a store is made to so many further places, too, and the first claim wins; 0 for none.',
      ),
    scheduledBeyondHours: z
      .int()
      .min(0)
      .max(8_760)
      .default(24)
      .describe('Work whose picking begins later than this from now is shown as SCHEDULED.'),
  }),
);

export type FulfillmentSettings = typeof fulfillmentSettings.defaults;
