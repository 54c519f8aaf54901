import { z } from 'zod';
import { eventType, id, instantMs, money, orderLineUnits } from './common.ts';

const ref = z.object({ returnId: id, orderId: id });
const withLines = ref.extend({ lines: z.array(orderLineUnits) });

/** Events of returns. Stream: `return:<id>`. */
export const returnEvents = {
  'returns.ReturnRequested': eventType(
    ref.extend({
      lines: z.array(
        orderLineUnits.extend({
          reason: z.enum(['DOES_NOT_FIT', 'CHANGED_MIND', 'DAMAGED', 'WRONG_ITEM', 'TOO_LATE', 'DEFECTIVE']),
        }),
      ),
      number: z.string(),
      method: z.enum(['IN_STORE', 'DROP_OFF', 'PICKUP']),
      owner: id,
      channel: id,
      /** What the way back costs the customer. */
      cost: money,
    }),
  ),
  'returns.ReturnAuthorized': eventType(ref),
  /** `locationId`: where the parcel goes; events of before may lack it. */
  'returns.LabelIssued': eventType(ref.extend({ shipmentId: id, locationId: id.optional() })),
  'returns.ReturnInTransit': eventType(ref),
  /** What arrived, and what was asked to return and did not. */
  'returns.ReturnReceived': eventType(
    withLines.extend({ missing: z.array(orderLineUnits).optional(), locationId: id, atMs: instantMs }),
  ),
  /** Findings per unit; RESTOCK units go back on sale at the location. */
  'returns.ReturnInspected': eventType(
    ref.extend({
      locationId: id,
      findings: z.array(
        orderLineUnits.extend({ disposition: z.enum(['RESTOCK', 'REFURBISH', 'SCRAP', 'DONATE', 'REFUSE']) }),
      ),
    }),
  ),
  /** Orders is asked to give money back to the original payment: the accepted units less the cost of the way back. */
  'returns.RefundRequested': eventType(withLines.extend({ cost: money })),
  'returns.ReturnRefunded': eventType(ref.extend({ amount: money })),
  'returns.ReturnRejected': eventType(withLines.extend({ reason: z.string() })),
  'returns.ReturnCancelled': eventType(withLines),
} as const;
