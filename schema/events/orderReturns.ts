import { z } from 'zod';
import { eventType, id } from './common.ts';
import { lineFacts, returnFacts } from './orderFacts.ts';

/** What orders say about units that come back, on the stream of the order. */
export const orderReturnEvents = {
  /** Units that were given up for lost and paid back have arrived; the retailer has decided what becomes of them. */
  'orders.FoundDecided': eventType(
    lineFacts.extend({
      decision: z.enum(['PAY', 'KEEP', 'CALL_BACK']),
      returnId: id.optional(),
      reason: z.string(),
    }),
  ),
  /** `gift`: by whoever was given it; its money becomes a gift card of theirs. */
  'orders.ReturnRequested': eventType(returnFacts.extend({ gift: z.boolean().optional() })),
  'orders.ReturnWithdrawn': eventType(returnFacts),
  /** Units came back and are looked at; what becomes of them is said by the next two. */
  'orders.ReturnArrived': eventType(returnFacts),
  /** Units that came back and were accepted. `fault`: the retailer is to blame for it. */
  'orders.LinesReturned': eventType(returnFacts.extend({ fault: z.boolean().optional() })),
  /** Units that came back and were not accepted: they stay the customer's. */
  'orders.ReturnRefused': eventType(returnFacts),
} as const;
