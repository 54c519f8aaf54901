import { z } from 'zod';
import { defaultChannelBufferUnits } from '../../../schema/events/catalog.ts';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

const channel = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/);

/** What the retailer decides about the catalogue. */
export const catalogSettings = defineSettings(
  'catalog',
  z.object({
    channelBufferUnits: z
      .record(channel, z.int().min(0).max(1_000_000))
      .default({ ...defaultChannelBufferUnits })
      .describe(
        'Units that a sales channel leaves at each location for the others, by channel; 0 for a channel not named.',
      ),
    lowStockUnits: z
      .int()
      .min(0)
      .max(1_000_000)
      .default(5)
      .describe('With this many units or fewer, customers are told that few are left.'),
    outletSkuSuffix: z
      .string()
      .max(40)
      .regex(/^[!-~]*$/)
      .default('-outlet')
      .describe(
        'Returned units for the outlet are put on sale as the article whose SKU is theirs with this ending, where there is one; else they wait as outlet stock. Empty: they always wait.',
      ),
    softHoldSeconds: z
      .int()
      .min(1)
      .max(86_400)
      .default(900)
      .describe('Seconds for which a soft reservation holds units when it does not say how long.'),
  }),
);

export type CatalogSettings = typeof catalogSettings.defaults;
