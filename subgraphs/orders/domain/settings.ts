import { z } from 'zod';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

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
    sourcingAttempts: z
      .int()
      .min(1)
      .max(20)
      .default(4)
      .describe(
        'How often a checkout looks for locations anew when one turns out to lack units, before it says OutOfStock.',
      ),
  }),
);

export type OrdersSettings = typeof ordersSettings.defaults;
