import { z } from 'zod';
import { eventType, id } from './common.ts';

/** What orders say about a customer. Stream: `customer:<ref>`. */
export const customerEvents = {
  /**
   * What is known of a customer was asked to be erased: addresses, contacts and names of `erasedOrders` are gone; those of
   * `openOrders` go when they have ended. Stream: `customer:<ref>`.
   */
  'orders.CustomerErased': eventType(
    z.object({
      customerRef: id,
      erasedOrders: z.number().int().min(0),
      openOrders: z.number().int().min(0),
      reason: z.string(),
    }),
  ),
  /** Everything kept of a customer was handed out, by whom the row says; staff said why. Stream: `customerExport:<ref>`. */
  'orders.CustomerExported': eventType(
    z.object({
      customerRef: id,
      orders: z.number().int().min(0),
      reason: z.string().max(500).optional(),
    }),
  ),
} as const;
