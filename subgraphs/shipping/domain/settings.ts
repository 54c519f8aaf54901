import { z } from 'zod';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

/** What the retailer decides about shipping. */
export const shippingSettings = defineSettings(
  'shipping',
  z.object({
    returnServiceByCountry: z
      .record(z.string().regex(/^[A-Z]{2}$/), z.string().min(1).max(100))
      .default({})
      .describe(
        "Code of the carrier service that brings returns back, by the customer's country; the cheapest one for a country not named, or when the named one is not active.",
      ),
  }),
);

export type ShippingSettings = typeof shippingSettings.defaults;
