import { z } from 'zod';
import { eventType, id, instantMs, money, stockUnits, units } from './common.ts';

const customisationOption = z.object({
  code: z.string(),
  kind: z.enum(['TEXT', 'CHOICE', 'NUMBER', 'FILE']),
  craft: z.string().optional(),
  minutesPerLine: z.number().int().min(0),
  minutesPerUnit: z.number().int().min(0),
  instructions: z.string().optional(),
});
const reservationLines = z.array(stockUnits.extend({ future: z.boolean().default(false) }));
/** `digest` of the caller's input, where a key of theirs is remembered. */
const change = z.object({ reservationId: id, key: id, digest: z.string().optional() });
const reservation = change.extend({ lines: reservationLines });

const variant = z.object({
  sku: id,
  productId: id,
  weightGrams: z.number().int().positive(),
  lengthMm: z.number().int().positive(),
  widthMm: z.number().int().positive(),
  heightMm: z.number().int().positive(),
  customisable: z.boolean(),
  /** What a customer may choose of it. */
  options: z.array(customisationOption).optional(),
  /** Number on its barcode, 14 digits. */
  gtin: z.string().length(14).optional(),
  restrictions: z.array(z.enum(['DANGEROUS', 'OVERSIZE', 'FRAGILE'])),
  price: money,
  taxBasisPoints: z.number().int(),
  /** What it is for tax; events of before lack it. */
  taxCategory: z.string().optional(),
  /** Its product's; events of before lack both. */
  category: z.string().optional(),
  brand: z.string().optional(),
  preorderUntilMs: instantMs.optional(),
  backorderUntilMs: instantMs.optional(),
});
const position = z.object({
  sku: id,
  locationId: id,
  onHand: units,
  reserved: units,
  softReserved: units,
  safetyStock: units,
  incoming: z.array(z.object({ id, quantity: units, expectedAtMs: instantMs })),
  /** Units reserved against incoming or backorder stock. */
  futureReserved: units,
  /** Units of incoming that have left before they were booked; none if absent. */
  drawnAhead: units.optional(),
  /** Grows with every change of the position, so that a reader can drop what is older than what it has. */
  revision: z.number().int().positive(),
  asOfMs: instantMs,
});

/** Units that sales channels leave at each location for the others, until the retailer decides otherwise. */
export const defaultChannelBufferUnits: Readonly<Record<string, number>> = { marketplace: 1 };

/** Events of the catalogue. Streams: `variants:<import>`, `stock:<sku>@<locationId>`, `stockImport:<import>`, `stockShort:<id>`, `receiptLate:<id>`,
 * `reservation:<id>`. */
export const catalogEvents = {
  /** Variants of one import (at most 500) were created or changed; carries everything the promise needs of them. */
  'catalog.VariantsChanged': eventType(z.object({ variants: z.array(variant).max(500) })),
  /** Units of a SKU at a location changed; the whole position after the change. */
  'catalog.StockChanged': eventType(
    position.extend({
      reason: z.string(),
      /** In the words of whoever changed it. */ note: z.string().max(500).optional(),
    }),
  ),
  /** Counted stock was taken over; the whole positions that changed. */
  'catalog.StockImported': eventType(z.object({ positions: z.array(position).max(500) })),
  /**
   * More is held at a position than is there. `reservations` are the orders' that go without, the newest first: their
   * units look for another place. Events of carts that gave theirs back came before.
   */
  'catalog.StockShort': eventType(
    z.object({
      sku: id,
      locationId: id,
      shortBy: units,
      reservations: z.array(z.object({ reservationId: id, quantity: units })),
    }),
  ),
  /**
   * What was announced comes later, so that orders have all units they await later: when they were to have them, and when they
   * have them now. At most 500 in one event.
   */
  'catalog.ReceiptLate': eventType(
    z.object({
      ...{ sku: id, locationId: id, receiptId: id },
      reservations: z
        .array(z.object({ reservationId: id, previousExpectedAtMs: instantMs, expectedAtMs: instantMs }))
        .max(500),
    }),
  ),
  'catalog.ReservationMade': eventType(
    reservation.extend({
      state: z.enum(['SOFT', 'FIRM']),
      expiresAtMs: instantMs.optional(),
      /** Cart that a SOFT one holds units for, or that became the order of a FIRM one. */
      cartId: id.optional(),
    }),
  ),
  'catalog.ReservationFirmed': eventType(reservation),
  'catalog.ReservationCommitted': eventType(reservation),
  'catalog.ReservationReleased': eventType(reservation),
  'catalog.ReservationExpired': eventType(reservation),
  /** Units were added to a reservation at other locations, in exchange for released ones. */
  'catalog.ReservationMoved': eventType(reservation),
  /** A cart holds its units until later. */
  'catalog.ReservationProlonged': eventType(change.extend({ expiresAtMs: instantMs })),
  /** What a cart holds from now on, in place of whatever it held, until an instant. */
  'catalog.CartHeld': eventType(
    z.object({ cartId: id, reservationId: id, lines: reservationLines, heldUntilMs: instantMs }),
  ),
  /** The cart holds nothing by this reservation any more. */
  'catalog.CartHoldEnded': eventType(z.object({ cartId: id, reservationId: id })),
  /** Units of a SKU that are not sold as new at a location: so many now, and the change. Stream: `condition:<sku>@<locationId>@<condition>`. */
  'catalog.ConditionStockChanged': eventType(
    z.object({
      ...{
        sku: id,
        locationId: id,
        condition: z.enum(['REFURBISH', 'OUTLET', 'MADE_TO_ORDER']),
        quantity: units,
      },
      delta: z.number().int(),
      /** Why, where no inspection and nobody at the desk says it: made for an order that was cancelled. */
      reason: z.enum(['MADE_TO_ORDER']).optional(),
    }),
  ),
  /** Units are gone for good. Stream: `writeOff:<id>`. */
  'catalog.UnitsWrittenOff': eventType(
    z.object({
      ...{ writeOffId: id, sku: id, locationId: id, quantity: units, why: z.enum(['SCRAPPED', 'DONATED']) },
    }),
  ),
  /** Units that a reservation awaited are on the shelf now: work that waited for them can begin. */
  'catalog.ReservedUnitsArrived': eventType(reservation.extend({ receiptId: id })),
} as const;
