import { z } from 'zod';
import { eventType, id } from './common.ts';

/** What orders say about sales channels. Stream: `channel:<code>`. */
export const channelEvents = {
  /** A channel was made, or put in the place of the one before. */
  'orders.ChannelSaved': eventType(
    z.object({
      code: id,
      name: z.string(),
      sellers: z.array(z.string()),
      currencies: z.array(z.string()),
      paymentMethods: z.array(z.string()),
      active: z.boolean(),
      reason: z.string().max(500).optional(),
    }),
  ),
} as const;
