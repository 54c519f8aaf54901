import { z } from 'zod';
import { eventType, id, instantMs, money, orderLineUnits, stockUnits, units } from './common.ts';
import { dateEvents } from './fulfillmentDates.ts';
import { cancelEvents } from './fulfillmentCancel.ts';
import { siteEvents } from './fulfillmentSite.ts';

const ref = z.object({ fulfillmentOrderId: id, orderId: id, locationId: id });
const withLines = ref.extend({ lines: z.array(orderLineUnits) });
const due = z.object({ pickStartMs: instantMs, packedMs: instantMs, handoverMs: instantMs });
const parcel = z.object({
  number: z.number().int().positive(),
  weightGrams: z.number().int().positive(),
  lines: z.array(z.object({ lineId: id, quantity: units })),
});
const madeUnits = orderLineUnits.extend({
  customisation: z.string().optional(),
  future: z.boolean().default(false),
  /** Units of these that have not come yet; work waits for them. Events of before lack it. */
  awaited: units.optional(),
  /** A location had begun or made what it refused of these, and set it aside: no units are held there any more. */
  aside: z.boolean().optional(),
});
/** Of these units, those that are begun or made for the order: nobody else buys them as new, and they are set aside. */
const madeAlready = z.array(orderLineUnits).optional();
/** Local day whose capacity it uses; the day it is due where nothing was planned. */
const planned = { capacityDay: z.iso.date().optional() };
const placement = z.object({
  locationId: id,
  serviceCode: id.nullable(),
  lines: z.array(madeUnits),
  dueAt: due,
  ...planned,
});
/** Units a location gives up; `awaited` of them have not come yet. */
const withRefused = ref.extend({ lines: z.array(orderLineUnits.extend({ awaited: units.optional() })) });
const resourcing = z.object({ resourcingId: id, orderId: id });
/** Goods that go to a store first, where the customer collects them, and goods that came there that way. */
const forwarding = {
  /** The store they are sent to. */
  forwardTo: id.optional(),
  /** The fulfillment order that sent them; their units have left stock there. */
  arrivedFrom: id.optional(),
};
const handedOver = withLines.extend({
  reservationId: id,
  shipmentId: id.optional(),
  atMs: instantMs,
  /** Nobody pressed the button: the carrier has scanned every parcel. */
  seenByCarrier: z.boolean().optional(),
  ...forwarding,
});

/**
 * Events of fulfillment. Streams: `fulfillmentOrder:<id>`, `location:<id>`, `capacity:<location>:<day>`,
 * `resourcing:<id>`, `cancelAsk:<askId>`, `pickBatch:<id>`, `bins:<location>`, `manifest:<id>`, `throttle:<location>`,
 * `supplyCosts:<location>`.
 */
export const fulfillmentEvents = {
  /** A location was created or changed; carries everything the promise needs of it. */
  'fulfillment.LocationChanged': eventType(
    z.object({
      locationId: id,
      name: z.string(),
      kind: z.enum(['WAREHOUSE', 'STORE', 'SUPPLIER', 'PICKUP_POINT']),
      city: z.string(),
      country: z.string().length(2),
      postalCode: z.string(),
      latitude: z.number(),
      longitude: z.number(),
      timeZone: z.string(),
      openingHours: z.array(
        z.object({ weekday: z.number().int().min(1).max(7), opensAt: z.string(), closesAt: z.string() }),
      ),
      closedDays: z.array(z.string()),
      abilities: z.array(z.enum(['SHIP', 'COLLECT', 'CUSTOMISE', 'INSTANT', 'LOCKER'])),
      /** Crafts it masters; events of before lack it. */
      crafts: z.array(z.string()).optional(),
      capacityPerDay: z.number().int().min(0),
      handlingMinutes: z.number().int().min(0),
      active: z.boolean(),
    }),
  ),
  /** Shipments sold of a location's day; carries the total after the change. */
  'fulfillment.CapacityUsed': eventType(z.object({ locationId: id, day: z.string(), used: units })),
  'fulfillment.FulfillmentOrderCreated': eventType(
    ref.extend({
      lines: z.array(madeUnits),
      serviceCode: id.nullable(),
      collection: z.boolean(),
      owner: id,
      channel: id,
      reservationId: id,
      dueAt: due,
      promisedLatestAtMs: instantMs,
      ...planned,
      ...forwarding,
    }),
  ),
  /** The work is a supplier's: the number of the purchase order, what it costs, and until when it is to be answered. */
  'fulfillment.PurchaseOrderRaised': eventType(
    ref.extend({
      number: z.string(),
      answerByMs: instantMs.optional(),
      costs: z.array(z.object({ sku: id, unitCost: money })),
    }),
  ),
  /** Units that the supplier did not accept with the rest: they look for another place. */
  'fulfillment.UnitsDeclined': eventType(withRefused),
  /** The supplier sends it with a carrier of its own. */
  'fulfillment.OwnCarrierNamed': eventType(
    ref.extend({ carrier: z.string().max(60), trackingCodes: z.array(z.string().max(60)) }),
  ),
  ...dateEvents,
  'fulfillment.Accepted': eventType(ref),
  /** Units that the work waited for stand on the shelf now. */
  'fulfillment.UnitsArrived': eventType(
    withLines.extend({
      /** Units the work waited for until then: each arrival has its own number. */
      awaitedBefore: units,
    }),
  ),
  'fulfillment.Rejected': eventType(
    withRefused.extend({ reason: z.enum(['NOT_IN_STOCK', 'DAMAGED', 'NO_CAPACITY', 'CLOSED']) }),
  ),
  /** The offer was not answered in time; its units look for another location. */
  'fulfillment.Expired': eventType(withRefused),
  /** The offer is open to further locations, too: the first claim wins. Empty: nobody else could serve it. */
  'fulfillment.OfferedToMore': eventType(ref.extend({ to: z.array(id), reason: z.string().max(500) })),
  /** Another location that it was offered to was first: its units go there. */
  'fulfillment.ClaimedElsewhere': eventType(withRefused.extend({ by: id })),
  /** The order was put on hold, or may go on. */
  'fulfillment.Held': eventType(ref),
  'fulfillment.Resumed': eventType(ref),
  /** With `batchId` it is picked together with others. */
  'fulfillment.PickingStarted': eventType(ref.extend({ batchId: id.optional() })),
  /** What was picked; units not picked are in `short`, with the reason. */
  'fulfillment.Picked': eventType(
    withLines.extend({
      short: z.array(
        orderLineUnits.extend({ reason: z.enum(['NOT_IN_STOCK', 'DAMAGED', 'NO_CAPACITY', 'CLOSED']) }),
      ),
    }),
  ),
  /** Made-to-order units are being made, and are made. */
  'fulfillment.MakingStarted': eventType(withLines),
  'fulfillment.MakingFinished': eventType(withLines),
  'fulfillment.Packed': eventType(withLines.extend({ parcels: z.array(parcel) })),
  'fulfillment.Labelled': eventType(ref.extend({ shipmentId: id })),
  /** The label is void; the parcels need another. */
  'fulfillment.LabelVoided': eventType(ref.extend({ shipmentId: id })),
  /** What was picked is back on the shelf, to be picked again. */
  'fulfillment.Unpicked': eventType(withLines.extend({ reason: z.string().max(500) })),
  /** Picked units turned out to be broken or missing; they look for another place. */
  'fulfillment.UnitsFailed': eventType(
    ref.extend({
      lines: z.array(
        orderLineUnits.extend({ reason: z.enum(['NOT_IN_STOCK', 'DAMAGED', 'NO_CAPACITY', 'CLOSED']) }),
      ),
    }),
  ),
  /**
   * Units that the location refuses, begun or made for this order: the catalogue draws them from the reservation and
   * sets them aside. The order looks for others.
   */
  'fulfillment.UnitsSetAside': eventType(withLines.extend({ reservationId: id })),
  /** Goods left with the carrier: stock is consumed, the shipment's amount is captured. */
  'fulfillment.HandedOver': eventType(handedOver),
  /** Goods wait for the customer until `collectByMs`; events of before may lack it. */
  'fulfillment.ReadyForCollection': eventType(
    withLines.extend({ arrivedFrom: id.optional(), collectByMs: instantMs.optional() }),
  ),
  /** The time to collect is nearly over. */
  'fulfillment.CollectionReminded': eventType(withLines.extend({ collectByMs: instantMs })),
  /**
   * Nobody came in time: orders cancels the units, and they are for sale again. With `arrivedFrom` they had been sent
   * here and have left stock there: the catalogue counts them in here.
   */
  'fulfillment.CollectionExpired': eventType(
    withLines.extend({ reservationId: id, arrivedFrom: id.optional(), made: madeAlready }),
  ),
  /** Goods left with the customer; with `arrivedFrom` they had left stock before. */
  'fulfillment.Collected': eventType(
    handedOver.extend({
      /** The customer comes for the n-th time (from 2 on): what was left then waits on, or is in this one. */
      part: z.number().int().min(2).optional(),
    }),
  ),
  /**
   * Units that will not be done any more; `closed` when nothing is left. `voidShipmentId` is a label that must not be
   * used. `searching` when the units had been refused there and looked for another place.
   */
  'fulfillment.LinesCancelled': eventType(
    withLines.extend({
      closed: z.boolean(),
      searching: z.boolean(),
      voidShipmentId: id.optional(),
      /** The cancellation that was asked for. */
      askId: id.optional(),
      /** They had been sent here and left stock there: the catalogue counts them in here. */
      arrivedFrom: id.optional(),
      /** Reservation that holds them; events of before lack it. */
      reservationId: id.optional(),
      made: madeAlready,
    }),
  ),
  /** Units of labelled parcels are to be cancelled: nothing is handed over until the label is void, or cannot be. */
  'fulfillment.HandOverStopped': eventType(ref.extend({ askId: id })),
  'fulfillment.HandOverResumed': eventType(ref.extend({ askId: id })),
  /** Units moved to other locations after a refusal or short pick. */
  'fulfillment.Rerouted': eventType(
    withLines.extend({ to: z.array(id), promisedLatestAtMs: instantMs, newLatestAtMs: instantMs }),
  ),
  /** Nobody can serve these units: orders cancels and gives the money back. */
  'fulfillment.Unfulfillable': eventType(withLines.extend({ made: madeAlready })),
  /** Goods are not where stock says: the catalogue corrects it. */
  'fulfillment.StockDiscrepancy': eventType(
    z.object({
      fulfillmentOrderId: id,
      reservationId: id,
      lines: z.array(stockUnits),
      reason: z.enum(['NOT_IN_STOCK', 'DAMAGED']),
    }),
  ),
  /** Units a location refused look for another one. The events below are the steps of that search. */
  'fulfillment.ResourcingStarted': eventType(
    resourcing.extend({
      ...{ fulfillmentOrderId: id, locationId: id, lines: z.array(madeUnits) },
      /** The location that claimed them: it is asked first, and has accepted. */
      claimedBy: id.optional(),
    }),
  ),
  /** Sourcing has named the locations; the reservation has not moved yet. */
  'fulfillment.ResourcingDecided': eventType(
    resourcing.extend({ attempt: units, latestAtMs: instantMs, placements: z.array(placement) }),
  ),
  /** These units have no place, or (with `avoid`) their place turned out to lack stock and they are asked for again. */
  'fulfillment.ResourcingNarrowed': eventType(
    resourcing.extend({ unplaceable: z.array(madeUnits), avoid: z.array(id) }),
  ),
  /** Units were cancelled while they had no place. */
  'fulfillment.ResourcingCancelled': eventType(
    resourcing.extend({ lines: z.array(z.object({ lineId: id, quantity: units })) }),
  ),
  'fulfillment.ResourcingEnded': eventType(resourcing.extend({ to: z.array(id) })),

  ...cancelEvents,
  ...siteEvents,
} as const;
