import { z } from 'zod';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

const methods = z.enum(['IN_STORE', 'DROP_OFF', 'PICKUP']);
const reasons = z.enum(['DOES_NOT_FIT', 'CHANGED_MIND', 'DAMAGED', 'WRONG_ITEM', 'TOO_LATE', 'DEFECTIVE']);
const days = z.int().min(0).max(3_650);

/** What a way back costs the customer, in minor units of the order's currency; of all orders, or of some. */
const fee = z.strictObject({
  method: methods,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  amountMinor: z.int().min(0).max(100_000_000),
});
export type ReturnFee = z.infer<typeof fee>;

const scopeOf = ({ method, country = '', currency = '' }: ReturnFee): string =>
  [method, country, currency].join(' ');

/** What the retailer decides about returns. */
export const returnsSettings = defineSettings(
  'returns',
  z.object({
    returnWindowDays: days
      .default(30)
      .describe('Days after the last delivery of an order in which its units may be sent back.'),
    returnWindowDaysByReason: z
      .partialRecord(reasons, days)
      .default({})
      .describe('The same for single reasons, such as DEFECTIVE, where it differs.'),
    returnFees: z
      .array(fee)
      .max(500)
      .refine((fees) => new Set(fees.map(scopeOf)).size === fees.length, {
        message: 'a method has one fee for each country and currency',
      })
      .default([
        { method: 'IN_STORE', amountMinor: 0 },
        { method: 'DROP_OFF', amountMinor: 290 },
        { method: 'PICKUP', amountMinor: 590 },
      ])
      .describe(
        "What a way back costs the customer, in minor units of the order's currency. The row that names the order's country goes first, then the one that names its currency; a method without a row is free.",
      ),
    retailerPaysForReasons: z
      .array(reasons)
      .max(6)
      .default([])
      .describe('Reasons for which the way back is free: when every unit of the return has one of them.'),
  }),
);

export type ReturnsSettings = typeof returnsSettings.defaults;
