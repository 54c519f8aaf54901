import { z } from 'zod';
import { eventType, instantMs } from './common.ts';
import { troubledUnits } from './orderFacts.ts';

/** Events of an order whose units were lost or arrived broken. */
export const orderTroubleEvents = {
  /**
   * Units that were lost or arrived broken are to be sent again, as somebody of the service or a rule says: they are
   * written off, and their money waits for the outcome.
   */
  'orders.ReshipAsked': eventType(
    troubledUnits.extend({ reason: z.string().max(500), by: z.enum(['agent', 'admin', 'system', 'rule']) }),
  ),
  /** The same units are sent again (UnitsAdded of this cause), until then at the latest. */
  'orders.UnitsReshipped': eventType(troubledUnits.extend({ latestAtMs: instantMs })),
  /** They are not: nobody has them, and their money goes back, or they have turned up. */
  'orders.ReshipRefused': eventType(troubledUnits.extend({ code: z.enum(['OUT_OF_STOCK', 'TURNED_UP']) })),
} as const;
