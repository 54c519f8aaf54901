import { z } from 'zod';
import { eventType, id, instantMs, money, orderLineUnits, units } from './common.ts';

const ref = z.object({ returnId: id, orderId: id });
/** Units of one entry of a return; two entries may name one line. Events of before lack `entryId`. */
const entryUnits = orderLineUnits.extend({ entryId: id.optional() });
const withLines = ref.extend({ lines: z.array(entryUnits) });

/** Events of returns. Stream: `return:<id>`. */
export const returnEvents = {
  'returns.ReturnRequested': eventType(
    ref.extend({
      lines: z.array(
        entryUnits.extend({
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
    withLines.extend({ missing: z.array(entryUnits).optional(), locationId: id, atMs: instantMs }),
  ),
  /**
   * Findings of one inspection; RESTOCK units go back on sale at the location. A return may be inspected in parts:
   * `inspectionId` tells them apart (events of before have one inspection and lack it), `open` are units that have
   * arrived and still have no finding.
   */
  'returns.ReturnInspected': eventType(
    ref.extend({
      locationId: id,
      inspectionId: id.optional(),
      open: units.optional(),
      findings: z.array(
        entryUnits.extend({
          disposition: z.enum(['RESTOCK', 'REFURBISH', 'SCRAP', 'DONATE', 'REFUSE']),
          /** The retailer is to blame, as found; the reason says so where this is absent. */
          fault: z.boolean().optional(),
        }),
      ),
    }),
  ),
  /**
   * Orders is asked to give money back to the original payment: the accepted units less the cost of the way back, which
   * is taken once for a return. `causeId` tells the requests of a return apart; the first is named as the return.
   */
  'returns.RefundRequested': eventType(withLines.extend({ causeId: id.optional(), cost: money })),
  /** A refund was done, others of this return will follow. */
  'returns.ReturnPartlyRefunded': eventType(ref.extend({ causeId: id, amount: money })),
  /** All refunds of it are done; `amount` is their sum. */
  'returns.ReturnRefunded': eventType(ref.extend({ causeId: id.optional(), amount: money })),
  'returns.ReturnRejected': eventType(withLines.extend({ reason: z.string() })),
  'returns.ReturnCancelled': eventType(withLines),
} as const;
