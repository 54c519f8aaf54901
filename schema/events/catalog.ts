import { z } from 'zod';
import { eventType, id, instantMs, money, stockUnits, units } from './common.ts';

const reservationLines = z.array(stockUnits.extend({ future: z.boolean().default(false) }));
const reservation = z.object({ reservationId: id, key: id, lines: reservationLines });

/** Events of the catalogue. Streams: `variant:<sku>`, `stock:<sku>@<locationId>`, `reservation:<id>`. */
export const catalogEvents = {
  /** A variant was created or changed; carries everything the promise needs of it. */
  'catalog.VariantChanged': eventType(
    z.object({
      sku: id,
      productId: id,
      weightGrams: z.number().int().positive(),
      lengthMm: z.number().int().positive(),
      widthMm: z.number().int().positive(),
      heightMm: z.number().int().positive(),
      customisable: z.boolean(),
      restrictions: z.array(z.enum(['DANGEROUS', 'OVERSIZE', 'FRAGILE'])),
      price: money,
      taxBasisPoints: z.number().int(),
      preorderUntilMs: instantMs.optional(),
      backorderUntilMs: instantMs.optional(),
    }),
  ),
  /** Units of a SKU at a location changed; the whole position after the change. */
  'catalog.StockChanged': eventType(
    z.object({
      sku: id,
      locationId: id,
      onHand: units,
      reserved: units,
      softReserved: units,
      safetyStock: units,
      incoming: z.array(z.object({ id, quantity: units, expectedAtMs: instantMs })),
      reason: z.string(),
      asOfMs: instantMs,
    }),
  ),
  'catalog.ReservationMade': eventType(
    reservation.extend({ state: z.enum(['SOFT', 'FIRM']), expiresAtMs: instantMs.optional() }),
  ),
  'catalog.ReservationFirmed': eventType(reservation),
  'catalog.ReservationCommitted': eventType(reservation),
  'catalog.ReservationReleased': eventType(reservation),
  'catalog.ReservationExpired': eventType(reservation),
} as const;
