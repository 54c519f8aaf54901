import { z } from 'zod';
import { eventType, id, instantMs } from './common.ts';

const due = z.object({ pickStartMs: instantMs, packedMs: instantMs, handoverMs: instantMs });

/** When work is due, of work that exists. Streams: `fulfillmentOrder:<id>`. */
export const dateEvents = {
  /**
   * Work is due at other times than it was planned for: units it waits for come later, or the order was promised anew.
   * `capacityDay`: local day whose capacity it uses now; absent where none was planned.
   */
  'fulfillment.WorkRescheduled': eventType(
    z.object({
      ...{ fulfillmentOrderId: id, orderId: id, locationId: id },
      ...{ dueAt: due, promisedLatestAtMs: instantMs, capacityDay: z.iso.date().optional() },
      cause: z.enum(['RECEIPT_LATE', 'PROMISE_MOVED']),
    }),
  ),
} as const;
