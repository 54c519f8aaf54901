import { z } from 'zod';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

const code = z.string().min(1).max(100);
const days = z.int().min(0).max(3_650);
const holdingDays = z.int().min(1).max(60);

/** What the retailer decides about shipping. */
export const shippingSettings = defineSettings(
  'shipping',
  z.object({
    returnServiceByCountry: z
      .record(z.string().regex(/^[A-Z]{2}$/), z.string().min(1).max(100))
      .default({})
      .describe(
        "Code of the carrier service that brings returns back, by the customer's country; the cheapest one for a country not named, or when the named one is not active.",
      ),
    pickupPointDays: holdingDays
      .default(7)
      .describe(
        'Days for which a pickup point keeps a parcel, counted from its arrival there, where the carrier does not say until when and no number is given for its service. As the contracts say: check them.',
      ),
    pickupPointDaysByService: z
      .record(code, holdingDays)
      .default({})
      .describe('The same for single carrier services, by code.'),
    claimTerms: z
      .array(
        z.strictObject({
          carrier: code.optional(),
          serviceCode: code.optional(),
          kind: z.enum(['LOST', 'DAMAGED', 'DELAYED', 'NOT_RECEIVED']),
          from: z.enum(['LAST_REPORT', 'HANDED_OVER', 'DELIVERED']),
          notBeforeDays: days,
          deadlineDays: days,
          needed: z.array(z.string().regex(/^[A-Z_]{1,40}$/)).max(10),
          mostMinor: z.int().min(1).max(1_000_000_000).optional(),
        }),
      )
      .max(500)
      .refine((terms) => terms.every((term) => term.notBeforeDays < term.deadlineDays), {
        message: 'a window opens before it closes',
      })
      .default([
        {
          kind: 'LOST',
          from: 'LAST_REPORT',
          notBeforeDays: 5,
          deadlineDays: 60,
          needed: ['VALUE', 'TRACKING'],
        },
        {
          kind: 'DAMAGED',
          from: 'LAST_REPORT',
          notBeforeDays: 0,
          deadlineDays: 14,
          needed: ['VALUE', 'PHOTO'],
        },
        { kind: 'DELAYED', from: 'DELIVERED', notBeforeDays: 0, deadlineDays: 21, needed: ['TRACKING'] },
        {
          ...{ kind: 'NOT_RECEIVED', from: 'DELIVERED', notBeforeDays: 2, deadlineDays: 30 },
          needed: ['VALUE', 'TRACKING', 'AFFIDAVIT'],
        },
      ])
      .describe(
        'When a carrier takes a claim and with which proofs, by kind: days from its last report, the hand-over or the delivery. A line for a service holds before one for its carrier, and that before one for all. mostMinor: the most it pays, in minor units. As the contracts say: check them.',
      ),
  }),
);

export type ShippingSettings = typeof shippingSettings.defaults;
