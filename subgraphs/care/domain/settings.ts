import { z } from 'zod';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What the retailer decides about messages. */
export const careSettings = defineSettings(
  'care',
  z.object({
    senderName: z
      .string()
      .min(1)
      .max(80)
      .regex(/^[^\r\n<>"]*$/)
      .default('Promesse')
      .describe('Name of the shop, as the sender of messages.'),
    senderAddress: z
      .email()
      .max(200)
      .default('orders@promesse.example')
      .describe('E-mail address that messages come from.'),
    orderPageUrl: z
      .string()
      .max(500)
      .regex(/^(|https?:\/\/\S+)$/)
      .default('')
      .describe(
        'Address of the live order page, with {orderId} and {token} where they belong; messages have no such link while it is empty.',
      ),
    quietFrom: clockTime
      .default('20:00')
      .describe('Start of the hours without short messages, HH:MM in the zone of the recipient.'),
    quietUntil: clockTime
      .default('08:00')
      .describe(
        'End of the hours without short messages, HH:MM; the same as the start means there are none.',
      ),
    maxMessagesPerDay: z
      .int()
      .min(1)
      .max(50)
      .default(3)
      .describe(
        'Messages about one order and channel within a day; steps of a parcel and moved dates are not counted out.',
      ),
    settleSeconds: z
      .int()
      .min(0)
      .max(600)
      .default(2)
      .describe('Seconds that reports of a carrier wait, so that of several only the newest is told.'),
  }),
);

export type CareSettings = typeof careSettings.defaults;
