import { z } from 'zod';
import {
  cancelRefusal,
  destination,
  eventType,
  id,
  instantMs,
  methodType,
  money,
  orderLineUnits,
  sourcedShipment,
} from './common.ts';
import { channelEvents } from './channels.ts';
import { customerEvents } from './customers.ts';
import { adjustment, lineFacts, orderRef, promiseTerms } from './orderFacts.ts';
import { orderMoneyEvents } from './orderMoney.ts';
import { orderReturnEvents } from './orderReturns.ts';
import { orderTroubleEvents } from './orderTrouble.ts';

/**
 * Events of orders. Stream: `order:<orderId>`. The stream is also the customer's timeline, so facts of other subgraphs
 * are folded in as events of their own (picked, shipped, delivered, returned), once per cause.
 */
export const orderEvents = {
  'orders.OrderPlaced': eventType(
    orderRef.extend({
      number: z.string(),
      owner: id,
      channel: id,
      externalReference: z.string().optional(),
      currency: z.string().length(3),
      locale: z.string(),
      placedAtMs: instantMs,
      lines: z.array(
        orderLineUnits.extend({
          unitPriceMinor: z.number().int(),
          taxBasisPoints: z.number().int(),
          customisation: z.string().optional(),
        }),
      ),
      destination,
      promise: promiseTerms,
      /** Discounts and surcharges; those of the delivery are within its price already. */
      adjustments: z.array(adjustment).optional(),
      /** Promotion codes that were in force for the delivery's price; none if absent. */
      promotionCodes: z.array(z.string().max(40)).max(10).optional(),
      delivery: money,
      deliveryTax: money,
      total: money,
      /** How it is paid; events of before may lack it. */
      paymentMethod: z.enum(['CARD', 'GIFT_CARD', 'IN_STORE', 'INVOICE']).optional(),
      reservationId: id,
      shipments: z.array(sourcedShipment),
      /** Who ordered for the customer, and why. */
      placedBy: z
        .object({ subject: id, kind: z.string(), reason: z.string().max(500).optional() })
        .optional(),
      /** Store and associate that sold it. */
      soldBy: z.object({ locationId: id, subject: id }).optional(),
      /** Groups whoever ordered belongs to: rules may name them, also when it is planned again. */
      customerGroups: z.array(z.string()).optional(),
      /** How many hours before an authorisation lapses it is renewed; 24 if absent. */
      renewHours: z.number().int().min(1).optional(),
      /** Lines for which a receipt without prices was asked for: a gift. */
      giftLines: z.array(id).optional(),
      /** A person looks at it before it is confirmed. */
      review: z.boolean().optional(),
    }),
  ),
  /** The order is secured (paid or to be paid at collection) and may be worked on. Carries what fulfillment needs. */
  'orders.OrderConfirmed': eventType(
    orderRef.extend({
      number: z.string(),
      owner: id,
      channel: id,
      currency: z.string().length(3),
      destination,
      methodType,
      code: id,
      collectAtId: id.optional(),
      /** Days for which the goods wait in the store, as promised. */
      holdDays: z.number().int().min(0).optional(),
      /** Start of the window the customer chose. */
      windowStartAtMs: instantMs.optional(),
      promisedLatestAtMs: instantMs,
      placedAtMs: instantMs,
      reservationId: id,
      shipments: z.array(sourcedShipment),
    }),
  ),
  /**
   * Units were added to a confirmed order, by a change of it or as what a customer gets for units that come back
   * (`returnId`): to be worked on like the rest. Their reservation is the order's.
   */
  'orders.UnitsAdded': eventType(
    orderRef.extend({
      causeId: id,
      returnId: id.optional(),
      /** They are sent in the place of units that were lost or broken, and paid with the money of those. */
      replaces: z.boolean().optional(),
      lines: z.array(
        orderLineUnits.extend({
          unitPriceMinor: z.number().int(),
          taxBasisPoints: z.number().int(),
          /** Discount (negative) of the line, in minor units. */
          adjustmentMinor: z.number().int(),
          /** Units of a line that are priced together, where the line has others; the line itself if absent. */
          lotId: id.optional(),
          customisation: z.string().optional(),
        }),
      ),
      shipments: z.array(sourcedShipment),
      latestAtMs: instantMs,
      reason: z.string().max(500).optional(),
    }),
  ),
  /** Somebody else may collect the order; who is told to nobody. */
  'orders.CollectorAllowed': eventType(orderRef.extend({ collectors: z.number().int().min(1) })),
  /** Somebody let an order on hold go on, or ended it. `held` is what it waited for. */
  'orders.HoldReleased': eventType(orderRef.extend({ held: z.string(), reason: z.string() })),
  'orders.HoldRejected': eventType(orderRef.extend({ held: z.string(), reason: z.string() })),
  'orders.OrderHeld': eventType(orderRef.extend({ reason: z.string() })),
  /**
   * Somebody wants units not to be sent. Whoever holds them answers; until then they are neither cancelled nor safe to
   * come. The cause is the name of the ask; the same ask may be told again.
   */
  'orders.CancelAsked': eventType(
    lineFacts.extend({ reason: z.string(), by: z.enum(['CUSTOMER', 'RETAILER']) }),
  ),
  /** Units that could not be cancelled any more, and why. */
  'orders.CancelRefused': eventType(
    lineFacts.extend({
      ...{ askId: id, reason: cancelRefusal },
      /** It was asked for to send them another way. */
      change: z.boolean().optional(),
    }),
  ),
  /**
   * Somebody wants an order to go another way. Whoever holds its units gives them up, or says why not; they are not
   * cancelled, and stay reserved where they are. The same ask may be told again.
   */
  'orders.ChangeAsked': eventType(lineFacts.extend({ reason: z.string().max(500).optional() })),
  /** Units that were given up so that they can go another way: nobody works on them. */
  'orders.LinesRecalled': eventType(
    lineFacts.extend({
      ...{ askId: id, fulfillmentOrderId: id.optional() },
      /** They had been put out in a store meanwhile. */
      waited: z.boolean().optional(),
    }),
  ),
  /** An order goes another way now: its units were recalled, and are held where `shipments` says. */
  'orders.OrderReplanned': eventType(
    lineFacts.extend({
      ...{ askId: id, destination, promise: promiseTerms, delivery: money, deliveryTax: money },
      shipments: z.array(sourcedShipment),
      reason: z.string().max(500).optional(),
    }),
  ),
  /** A change came to nothing after units had been recalled: they are worked on as before. */
  'orders.ChangeUndone': eventType(
    lineFacts.extend({
      ...{ askId: id, shipments: z.array(sourcedShipment), latestAtMs: instantMs },
      reason: z.enum(['LEFT', 'OUT_OF_STOCK']),
    }),
  ),
  /** Another recipient, street or instruction; who and where is kept with the address alone. */
  'orders.AddressChanged': eventType(
    orderRef.extend({
      causeId: id,
      what: z.array(z.enum(['RECIPIENT', 'STREET', 'PLACE', 'INSTRUCTIONS'])),
      reason: z.string().max(500).optional(),
    }),
  ),
  'orders.LinesCancelled': eventType(
    lineFacts.extend({
      reason: z.string(),
      /** NOT_COLLECTED: they waited in the store until nobody could expect the customer any more. */
      by: z.enum(['CUSTOMER', 'RETAILER', 'PAYMENT', 'NO_STOCK', 'NOT_COLLECTED']),
      /** Fulfillment order that had them, if one did. */
      fulfillmentOrderId: id.optional(),
      /** The cancellation that was asked for, if it was; absent where no location knew of the units. */
      askId: id.optional(),
      /** They had waited in a store. */
      waited: z.boolean().optional(),
      /** The fulfillment order that had sent them there. */
      arrivedFrom: id.optional(),
      /** With NOT_COLLECTED: when everything waited in the store, if all of it did. */
      readyAtMs: instantMs.optional(),
    }),
  ),
  'orders.LinesReleased': eventType(lineFacts.extend({ locationId: id.optional() })),
  /** Units that were awaited stand on the shelf of the location that works on them. */
  'orders.LinesArrived': eventType(lineFacts.extend({ locationId: id })),
  'orders.LinesRerouted': eventType(lineFacts.extend({ fulfillmentOrderId: id.optional() })),
  'orders.LinesPicked': eventType(lineFacts),
  'orders.LinesPacked': eventType(lineFacts),
  /** `collection`: they wait in the store that held them. `forwarded`: they go to the store where they will be collected. */
  'orders.LinesShipped': eventType(
    lineFacts.extend({
      shipmentId: id.optional(),
      collection: z.boolean(),
      forwarded: z.boolean().optional(),
    }),
  ),
  /** Forwarded units have arrived in the store and wait for the customer. */
  'orders.LinesReadyToCollect': eventType(lineFacts.extend({ arrivedFrom: id.optional() })),
  /** The customer has until then to collect. */
  'orders.CollectionReminded': eventType(lineFacts.extend({ collectByMs: instantMs })),
  'orders.LinesDelivered': eventType(
    lineFacts.extend({
      deliveredAtMs: instantMs,
      collection: z.boolean(),
      fulfillmentOrderId: id.optional(),
      /** Parcels of it, where the cause is not the shipment itself. */
      shipmentId: id.optional(),
    }),
  ),
  'orders.LinesWrittenOff': eventType(
    lineFacts.extend({ fulfillmentOrderId: id.optional(), shipmentId: id.optional() }),
  ),
  /** Units the carrier could not deliver are back at the retailer: nothing is asked for them. `fault`: not the customer's. */
  'orders.LinesCameBack': eventType(
    lineFacts.extend({ shipmentId: id, fulfillmentOrderId: id.optional(), fault: z.boolean() }),
  ),
  ...orderTroubleEvents,
  /** A carrier expects to deliver later than promised. */
  'orders.DeliveryAtRisk': eventType(
    orderRef.extend({ shipmentId: id, expectedAtMs: instantMs, promisedLatestAtMs: instantMs }),
  ),
  ...orderReturnEvents,
  'orders.ParcelMoved': eventType(
    orderRef.extend({ shipmentId: id, milestone: z.string(), text: z.string() }),
  ),
  /** A later date holds for the order. `cause`: RECEIPT_LATE where units it awaits come in later; events of before lack it. */
  'orders.OrderRepromised': eventType(
    orderRef.extend({
      ...{ latestAtMs: instantMs, reason: z.string() },
      cause: z.enum(['RECEIPT_LATE', 'REROUTED', 'PAYMENT_LATE']).optional(),
    }),
  ),
  ...orderMoneyEvents,
  'orders.OrderDelivered': eventType(
    orderRef.extend({
      channel: id,
      placedAtMs: instantMs,
      promisedLatestAtMs: instantMs,
      deliveredAtMs: instantMs,
      /** When everything waited in the store, if the customer collected: what the promise was about. */
      readyAtMs: instantMs.optional(),
    }),
  ),
  ...channelEvents,
  ...customerEvents,
} as const;
