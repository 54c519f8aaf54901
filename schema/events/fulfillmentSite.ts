import { z } from 'zod';
import { eventType, id, instantMs, money, units } from './common.ts';

/** Steps at which work waits. */
const limitedStep = z.enum([
  'TO_PICK',
  'PICKING',
  'PICKED',
  'MAKING',
  'MADE',
  'PACKED',
  'LABELLED',
  'READY_FOR_COLLECTION',
]);
const batch = z.object({ batchId: id, locationId: id });
const span = z.object({ opensAt: z.string(), closesAt: z.string() });
const openingOfDay = z.object({ day: z.iso.date(), hours: z.array(span) });

/** How work is done at a location: picked together, picked up, held back, paid. */
export const siteEvents = {
  /** What suppliers charge for one unit; without cost nothing is agreed. */
  'fulfillment.SupplyCostsSet': eventType(
    z.object({ locationId: id, costs: z.array(z.object({ sku: id, unitCost: money.optional() })) }),
  ),
  /** Fulfillment orders are picked together. */
  'fulfillment.PickBatchStarted': eventType(
    batch.extend({ kind: z.enum(['BATCH', 'WAVE']), fulfillmentOrderIds: z.array(id) }),
  ),
  /** Units were counted by their barcode. */
  'fulfillment.PickScanned': eventType(
    batch.extend({ fulfillmentOrderId: id, lineId: id, sku: id, quantity: units, code: z.string().max(100) }),
  ),
  /** DONE: what was scanned is picked. CANCELLED: given up, with the reason. */
  'fulfillment.PickBatchEnded': eventType(
    batch.extend({ state: z.enum(['DONE', 'CANCELLED']), reason: z.string().max(500).optional() }),
  ),
  /** Where articles lie at a location; without zone nobody says so any more. */
  'fulfillment.BinsSet': eventType(
    z.object({
      locationId: id,
      bins: z.array(z.object({ sku: id, zone: z.string().optional(), bin: z.string().optional() })),
    }),
  ),
  /** A carrier's pickup took these parcels. */
  'fulfillment.ManifestClosed': eventType(
    z.object({
      manifestId: id,
      locationId: id,
      serviceCodes: z.array(id),
      entries: z.array(
        z.object({
          ...{ fulfillmentOrderId: id, shipmentId: id, serviceCode: id },
          parcels: z.number().int().positive(),
          weightGrams: z.number().int().min(0),
          /** It had been handed over by itself before. */
          handedOverAtMs: instantMs.optional(),
        }),
      ),
      leftOut: z.array(id),
      more: z.boolean(),
    }),
  ),
  /** Somebody holds back new orders at a location: everything that holds from now on, and why. */
  'fulfillment.LocationThrottled': eventType(
    z.object({
      locationId: id,
      pausedUntilMs: instantMs.optional(),
      limits: z
        .object({
          untilMs: instantMs,
          maxPerHour: z.number().int().positive().optional(),
          maxPerStep: z.array(z.object({ step: limitedStep, most: z.number().int().positive() })),
        })
        .optional(),
      today: openingOfDay.optional(),
      reason: z.string().max(500),
      by: id,
    }),
  ),
  /** Whether a location takes new orders, and its opening hours of one day: the promise follows at once. */
  'fulfillment.LocationIntakeChanged': eventType(
    z.object({
      locationId: id,
      takesOrders: z.boolean(),
      heldBackBy: z.enum(['PAUSED', 'HOUR_FULL', 'STEP_FULL']).optional(),
      today: openingOfDay.optional(),
    }),
  ),
} as const;
