import { z } from 'zod';

/**
 * Opaque ids; never an e-mail address or a name. Some are made of others, such as a caller's and their key, and so longer
 * than what callers may send.
 */
export const id = z.string().min(1).max(600);
/** Epoch milliseconds. */
export const instantMs = z.number().int();
/** Money as whole minor units. */
export const money = z.object({ amountMinor: z.number().int(), currency: z.string().length(3) });
export const units = z.number().int().min(0).max(1_000_000);

/** Units of a SKU of an order line. */
export const orderLineUnits = z.object({ lineId: id, sku: id, quantity: units });
/** Units of a SKU at a location. */
export const stockUnits = z.object({ sku: id, locationId: id, quantity: units });

/** Why units cannot be cancelled any more. */
export const cancelRefusal = z.enum(['LEFT', 'WITH_CARRIER', 'LOCATION']);

/** Where goods go, without name or street: events carry no personal data. */
export const destination = z.object({
  country: z.string().length(2),
  postalCode: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});

export const methodType = z.enum([
  'SHIPPING',
  'EXPRESS',
  'SAME_DAY',
  'INSTANT',
  'SCHEDULED',
  'WEEKEND',
  'PICKUP_POINT',
  'LOCKER',
  'PICKUP_IN_STORE',
  'RESERVE_AND_COLLECT',
]);

export const milestone = z.object({
  code: z.enum(['RELEASED', 'PICK_START', 'MADE', 'PACKED', 'CARRIER_PICKUP', 'DELIVERED']),
  dueAtMs: instantMs,
});

/** Units that leave one location together, as decided by sourcing. */
export const sourcedShipment = z.object({
  locationId: id,
  /** Null for collection in the store that holds the goods. */
  serviceCode: id.nullable(),
  lines: z.array(
    orderLineUnits.extend({ customisation: z.string().optional(), future: z.boolean().default(false) }),
  ),
  /** Local day of the location whose capacity it was planned to use; events of before lack it. */
  capacityDay: z.iso.date().optional(),
  milestones: z.array(milestone),
});

/** One event type: its payload and the version of that payload. */
export interface EventType<S extends z.ZodType = z.ZodType> {
  readonly v: number;
  readonly payload: S;
}
export const eventType = <S extends z.ZodType>(payload: S, v = 1): EventType<S> => ({ v, payload });
