import { z } from 'zod';
import { cancelRefusal, eventType, id, orderLineUnits } from './common.ts';

const cancelAsk = z.object({ askId: id, orderId: id });
/** Units cancelled at one fulfillment order, or (without one) while they had no place. */
const cancelledPart = z.object({
  fulfillmentOrderId: id.optional(),
  /** They waited in a store for the customer. */
  waited: z.boolean(),
  /** The fulfillment order that sent them there. */
  arrivedFrom: id.optional(),
  lines: z.array(orderLineUnits),
});

/** Events of a cancellation that was asked for, in fulfillment. */
export const cancelEvents = {
  /** A cancellation was asked for; the events below are the steps to its answer. */
  'fulfillment.CancelReceived': eventType(
    cancelAsk.extend({
      lines: z.array(orderLineUnits),
      /** The units are to go another way; they stay reserved. */
      change: z.boolean().optional(),
    }),
  ),
  /** Some of it is decided. `waitFor`: parcels whose label is being voided. `avoid`: work that cannot give anything up. */
  'fulfillment.CancelProgressed': eventType(
    cancelAsk.extend({
      cancelled: z.array(cancelledPart),
      waitFor: z
        .object({ fulfillmentOrderId: id, shipmentId: id, lines: z.array(orderLineUnits) })
        .optional(),
      avoid: z.array(id),
    }),
  ),
  /** The answer to a cancellation: which units will not be sent, and which will or have been. Told again when asked again. */
  'fulfillment.CancelAnswered': eventType(
    cancelAsk.extend({
      cancelled: z.array(cancelledPart),
      refused: z.array(orderLineUnits.extend({ reason: cancelRefusal })),
    }),
  ),
} as const;
