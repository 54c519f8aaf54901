import { z } from 'zod';
import { eventType, id, instantMs, methodType, money, orderLineUnits, units } from './common.ts';

const ref = z.object({
  shipmentId: id,
  orderId: id,
  fulfillmentOrderId: id.optional(),
  returnId: id.optional(),
});
const parcel = z.object({
  number: z.number().int().positive(),
  weightGrams: z.number().int().positive(),
  lines: z.array(orderLineUnits),
});
const lane = z.object({
  originCountry: z.string().length(2),
  destinationCountry: z.string().length(2),
  postalPrefixes: z.array(z.string()),
  /** Beginnings of postal codes that the lane does not go to. */
  excludedPostalPrefixes: z.array(z.string()).optional(),
  maxDistanceKm: z.number().int().optional(),
  transitDaysMin: z.number().int().min(0),
  transitDaysMax: z.number().int().min(0),
  transitMinutes: z.number().int().optional(),
  price: money,
  pricePerKg: money,
  cost: money,
  costPerKg: money,
});

const legKind = z.enum(['LINE_HAUL', 'LAST_MILE', 'SUB_CONTRACTOR']);

/** Events of shipping. Streams: `shipment:<id>`, `service:<code>`. */
export const shippingEvents = {
  /** A carrier service was created or changed; carries everything the promise needs of it. */
  'shipping.CarrierServiceChanged': eventType(
    z.object({
      code: id,
      carrier: id,
      name: z.object({ en: z.string(), fr: z.string().optional(), it: z.string().optional() }),
      methodTypes: z.array(methodType),
      active: z.boolean(),
      maxWeightGrams: z.number().int(),
      maxLengthMm: z.number().int(),
      refusedRestrictions: z.array(z.string()),
      lastMileVehicle: z.string(),
      stopsPerRound: z.number(),
      kmPerRound: z.number(),
      lineHaulVehicle: z.string(),
      pickupWeekdays: z.array(z.number().int()),
      pickupTime: z.string(),
      deliveryWeekdays: z.array(z.number().int()),
      deliveryFrom: z.string(),
      deliveryUntil: z.string(),
      windows: z.array(z.string()),
      /** Deliveries sold of each window, by day and destination area; unlimited if absent. */
      windowCapacity: z.number().int().min(1).optional(),
      /** What the carrier can print and read of an address: most characters by field, and its script; any if absent. */
      addressLimits: z
        .object({
          name: z.number().int().min(1).optional(),
          line1: z.number().int().min(1).optional(),
          line2: z.number().int().min(1).optional(),
          city: z.number().int().min(1).optional(),
          characters: z.enum(['ASCII', 'LATIN1', 'LATIN']).optional(),
        })
        .optional(),
      lanes: z.array(lane),
    }),
  ),
  'shipping.ShipmentCreated': eventType(
    ref.extend({
      carrier: id,
      serviceCode: id,
      locationId: id,
      /** Store it goes to, where the customer collects. */
      collectAtId: id.optional(),
      isReturn: z.boolean(),
      promisedLatestAtMs: instantMs.optional(),
      lines: z.array(orderLineUnits),
      owner: id,
      channel: id,
      parcels: z.array(parcel),
    }),
  ),
  /** One tracking code for each parcel, in the order of the parcels. */
  'shipping.LabelPurchased': eventType(ref.extend({ carrierRef: id, trackingCodes: z.array(z.string()) })),
  /** A carrier reported something new; milestone is what this report means, highest what the shipment has reached. */
  'shipping.TrackingRecorded': eventType(
    ref.extend({
      /** The carrier's id of this report: the same report twice is recorded once. */
      eventId: id,
      trackingCode: id,
      milestone: z.string(),
      highest: z.string(),
      /** The parcel travels back to whoever sent it: the report is of that way. Events of before lack it. */
      turned: z.boolean().optional(),
      rawCode: z.string(),
      text: z.string(),
      /** When it happened, as far as that can be: between the shipment's creation and now. */
      occurredAtMs: instantMs,
      /** What the carrier said, where that cannot be. */
      reportedAtMs: instantMs.optional(),
      estimatedDeliveryAtMs: instantMs.optional(),
      /**
       * With AVAILABLE_FOR_PICKUP: until when the pickup point keeps it, as the carrier says or as the settings assume; events
       * of before lack it.
       */
      keptUntilMs: instantMs.optional(),
      /** A partner that reports itself, and the code that the parcel has there. */
      by: id.optional(),
      codeThere: z.string().max(100).optional(),
    }),
  ),
  /**
   * Who carries the parcels on a part of the way, with a code of their own if they have one. DECLARED: the carrier of the
   * service says who its partner is. SCANNED: a report named them. LEARNED: they brought what went there before.
   */
  'shipping.LegRecorded': eventType(
    ref.extend({
      kind: legKind,
      carrier: id,
      trackingCode: z.string().max(100).optional(),
      /** The code of our parcel that travels under it. */
      parcelCode: z.string().max(100).optional(),
      knownBy: z.enum(['DECLARED', 'SCANNED', 'LEARNED']),
      serviceCode: id,
      atMs: instantMs,
    }),
  ),
  /** The carrier says that it does not know the number of a parcel that it has not reported yet; a report ends that. */
  'shipping.TrackingNumberUnknown': eventType(
    ref.extend({
      ...{ number: z.number().int().positive(), trackingCode: id, carrier: id, serviceCode: id },
      ...{ locationId: id, isReturn: z.boolean(), atMs: instantMs },
    }),
  ),
  'shipping.ShipmentHandedOver': eventType(ref.extend({ serviceCode: id, locationId: id, atMs: instantMs })),
  'shipping.ShipmentDelivered': eventType(
    ref.extend({
      serviceCode: id,
      locationId: id,
      /** The store it was delivered to, where the customer collects; absent when it came to the customer. */
      collectAtId: id.optional(),
      isReturn: z.boolean(),
      handedOverAtMs: instantMs.optional(),
      deliveredAtMs: instantMs,
      promisedLatestAtMs: instantMs.optional(),
      /** Who brought it: a partner of the carrier, or the carrier; events of before lack it. */
      lastMileCarrier: id.optional(),
      lines: z.array(orderLineUnits),
    }),
  ),
  /** Some parcels have arrived, others are under way; `lines` are the units of all that have, `parcels` how many those are. */
  'shipping.ParcelDelivered': eventType(
    ref.extend({ lines: z.array(orderLineUnits), parcels: units, deliveredAtMs: instantMs }),
  ),
  /** A parcel did not reach its recipient and travels back to whoever sent it. */
  'shipping.ParcelTurnedBack': eventType(
    ref.extend({
      number: z.number().int().positive(),
      reason: z.enum(['UNDELIVERABLE', 'REFUSED', 'DAMAGED']),
      locationId: id,
      collectAtId: id.optional(),
      isReturn: z.boolean(),
      owner: id,
      channel: id,
      lines: z.array(orderLineUnits),
    }),
  ),
  /** It is back there. */
  'shipping.ParcelCameBack': eventType(
    ref.extend({
      ...{ number: z.number().int().positive(), isReturn: z.boolean(), locationId: id },
      ...{ lines: z.array(orderLineUnits), atMs: instantMs },
    }),
  ),
  /** Parcels are lost; `soFar` are the units of all that are, in so many parcels. Events of before lack both. */
  'shipping.ShipmentLost': eventType(
    ref.extend({
      lines: z.array(orderLineUnits),
      soFar: z.array(orderLineUnits).optional(),
      parcels: units.optional(),
    }),
  ),
  'shipping.ShipmentVoided': eventType(ref.extend({ reason: z.string().max(500).optional() })),
} as const;
