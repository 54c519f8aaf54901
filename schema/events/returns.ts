import { z } from 'zod';
import { eventType, id, instantMs, money, orderLineUnits, units } from './common.ts';

const ref = z.object({ returnId: id, orderId: id });
const reason = z.enum([
  ...(['DOES_NOT_FIT', 'CHANGED_MIND', 'DAMAGED', 'WRONG_ITEM', 'TOO_LATE', 'DEFECTIVE'] as const),
  // Not the customer's words: the carrier took the parcel back.
  ...(['UNDELIVERABLE', 'REFUSED'] as const),
]);
/** Set when the carrier took the parcel back: the shipment that did not arrive, and the work that sent it. */
const turnedBack = z.object({ shipmentId: id, fulfillmentOrderId: id.optional() });
/** Units of one entry of a return; two entries may name one line. Events of before lack `entryId`. */
const entryUnits = orderLineUnits.extend({ entryId: id.optional() });
const withLines = ref.extend({ lines: z.array(entryUnits) });

/** Events of returns. Stream: `return:<id>`. */
export const returnEvents = {
  'returns.ReturnRequested': eventType(
    ref.extend({
      lines: z.array(entryUnits.extend({ reason, unitPriceMinor: z.number().int().optional() })),
      number: z.string(),
      method: z.enum(['IN_STORE', 'DROP_OFF', 'PICKUP', 'CARRIER']),
      turnedBack: turnedBack.optional(),
      /** What the customer wants instead, as soon as it is asked for or when the units are back and found good. */
      exchange: z
        .object({
          when: z.enum(['AT_ONCE', 'ON_RECEIPT']),
          lines: z.array(z.object({ sku: id, quantity: units, asLineId: id.optional() })),
        })
        .optional(),
      /** By whoever was given them, with a gift receipt: `owner` is who asked, and hears of it alone. */
      gift: z.boolean().optional(),
      /** The retailer calls units back that were found again; orders knows of them. */
      calledBack: z.boolean().optional(),
      owner: id,
      channel: id,
      /** Language of the order, as it was asked for; events of before lack it. */
      locale: z.string().optional(),
      /** Store or parcel point the customer chose. */
      placeId: id.optional(),
      /** When it is picked up at home. */
      pickup: z.object({ fromMs: instantMs, untilMs: instantMs }).optional(),
      /** Why somebody at a counter took it in, or staff asked for it, if they said so. */
      counterReason: z.string().max(500).optional(),
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
    withLines.extend({
      missing: z.array(entryUnits).optional(),
      locationId: id,
      atMs: instantMs,
      turnedBack: turnedBack.optional(),
      reason: z.string().max(500).optional(),
    }),
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
      turnedBack: turnedBack.optional(),
      reason: z.string().max(500).optional(),
      /** What the return costs the retailer as found by then, beside the refund; events of before lack it. */
      retailerCost: money.optional(),
      findings: z.array(
        entryUnits.extend({
          disposition: z.enum(['RESTOCK', 'REFURBISH', 'OUTLET', 'SCRAP', 'DONATE', 'REFUSE']),
          grade: z.enum(['NEW', 'AS_NEW', 'USED', 'BROKEN']).optional(),
          /** References of photos: addresses or ids in the retailer's own store of pictures. */
          photos: z.array(z.string()).optional(),
          note: z.string().optional(),
          /** The retailer is to blame, as found; the reason says so where this is absent. */
          fault: z.boolean().optional(),
          /** They were made for the order: nobody else buys them as new. Events of before lack it. */
          made: z.boolean().optional(),
        }),
      ),
    }),
  ),
  /**
   * Orders is asked to give money back to the original payment: the accepted units less the cost of the way back, which
   * is taken once for a return. `causeId` tells the requests of a return apart; the first is named as the return.
   */
  'returns.RefundRequested': eventType(
    withLines.extend({
      causeId: id.optional(),
      cost: money,
      /** Before the units have been found good, for all that are on their way. */
      early: z.boolean().optional(),
    }),
  ),
  /** A refund was done, others of this return will follow. */
  'returns.ReturnPartlyRefunded': eventType(ref.extend({ causeId: id, amount: money })),
  /** All refunds of it are done; `amount` is their sum. */
  'returns.ReturnRefunded': eventType(ref.extend({ causeId: id.optional(), amount: money })),
  /** Other units are on their way for those that come back: lines of the order. */
  'returns.ExchangeMade': eventType(ref.extend({ causeId: id, lineIds: z.array(id) })),
  /**
   * What is wanted instead costs so much more than what has come back: it is sent once that is paid, until then the money
   * of what came back waits, too. Told once.
   */
  'returns.ExchangePaymentAsked': eventType(ref.extend({ amount: money, payByMs: instantMs })),
  /** There will be no other units; the money goes back. */
  'returns.ExchangeRefused': eventType(
    ref.extend({
      code: z.enum(['OUT_OF_STOCK', 'PAYMENT_REQUIRED', 'PAYMENT_DECLINED', 'UNKNOWN_SKU', 'NOT_ACCEPTED']),
    }),
  ),
  /** The parcel back is lost on its way; `refund`: its money goes back all the same. */
  'returns.ReturnLost': eventType(withLines.extend({ shipmentId: id.optional(), refund: z.boolean() })),
  'returns.ReturnRejected': eventType(withLines.extend({ reason: z.string() })),
  /** `by`: the customer, or the time in which it had to be sent. `reason`: why staff withdrew it for the customer. */
  'returns.ReturnCancelled': eventType(
    withLines.extend({ by: z.enum(['CUSTOMER', 'EXPIRY']).optional(), reason: z.string().optional() }),
  ),
} as const;
