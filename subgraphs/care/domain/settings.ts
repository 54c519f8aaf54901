import { z } from 'zod';
import { isTimeZone } from '../../../platform/values/time.ts';
import { defineSettings } from '../../../platform/settings/settingsDefinition.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const minutes = z.int().min(1).max(100_000);
const sla = z.strictObject({ firstResponse: minutes, resolution: minutes });

/** What the retailer decides about messages, watching and the service desk. */
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
        'Address of the live order page, with {orderId} and {token} where they belong; the page of this application while it is empty.',
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
    lateDispatchGraceHours: z
      .int()
      .min(0)
      .max(240)
      .default(4)
      .describe('Hours after goods were to be with the carrier from which an order without a label is late.'),
    labelNotScannedDays: z
      .int()
      .min(1)
      .max(30)
      .default(2)
      .describe('Days after which a parcel that the carrier has not reported is asked after.'),
    lostAfterSilenceDays: z
      .int()
      .min(1)
      .max(60)
      .default(7)
      .describe(
        'Days without a report after which a parcel on its way counts as lost, until 200 of its service have arrived; then the silence counts that 995 of 1,000 did not exceed.',
      ),
    customsSilentDays: z
      .int()
      .min(1)
      .max(60)
      .default(5)
      .describe('Days at customs without a report after which a person asks what customs waits for.'),
    lostAfterCustomsDays: z
      .int()
      .min(1)
      .max(180)
      .default(30)
      .describe('Days at customs without a report after which a parcel counts as lost.'),
    predictedLateFrom: z
      .number()
      .min(0.05)
      .max(1)
      .default(0.7)
      .describe(
        'Chance of coming late, 0 to 1, from which the customer is told in the last hours before the date.',
      ),
    predictedLateEarlyFrom: z
      .number()
      .min(0.05)
      .max(1)
      .default(0.9)
      .describe('Chance of coming late from which the customer is told earlier than that.'),
    predictedLateHours: z
      .int()
      .min(0)
      .max(240)
      .default(36)
      .describe('How many hours before the date those last hours begin.'),
    pickupPointReminderDays: z
      .int()
      .min(0)
      .max(30)
      .default(2)
      .describe(
        'How many days before the last one a customer is reminded of a parcel that waits at a pickup point; 0 for never. Of the last day they hear in any case.',
      ),
    damagedCodes: z
      .array(z.string().max(40))
      .max(200)
      .default(['DMG', 'DAMAGED'])
      .describe("Carriers' own codes that say that a parcel was damaged."),
    deskTimeZone: z
      .string()
      .refine((zone) => isTimeZone(zone), { message: 'an IANA time zone, such as Europe/Paris' })
      .default('Europe/Paris')
      .describe('Zone of the opening hours of the service desk.'),
    deskHours: z
      .array(z.strictObject({ weekday: z.int().min(1).max(7), opensAt: clockTime, closesAt: clockTime }))
      .max(50)
      .refine((hours) => hours.every(({ opensAt, closesAt }) => opensAt < closesAt), {
        message: 'each span closes after it opens',
      })
      .default([1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '18:00' })))
      .describe('Opening hours of the service desk; the clocks of tickets run within them. 1 is Monday.'),
    deskClosedDays: z
      .array(z.iso.date())
      .max(1_000)
      .default([])
      .describe('Days on which the service desk is closed, YYYY-MM-DD.'),
    slaMinutes: z
      .strictObject({ LOW: sla, NORMAL: sla, HIGH: sla, URGENT: sla })
      .default({
        LOW: { firstResponse: 960, resolution: 4_800 },
        NORMAL: { firstResponse: 480, resolution: 2_400 },
        HIGH: { firstResponse: 120, resolution: 960 },
        URGENT: { firstResponse: 30, resolution: 240 },
      })
      .describe('Minutes of opening hours within which a ticket is answered and resolved, by priority.'),
    slaWarnMinutes: z
      .int()
      .min(0)
      .max(10_000)
      .default(60)
      .describe(
        'Minutes of opening hours before a ticket is to be answered or resolved from which it is due soon.',
      ),
    surveyAfterHours: z
      .int()
      .min(1)
      .max(720)
      .default(30)
      .describe(
        'Hours after the last parcel of an order from which its customer is asked how the delivery was.',
      ),
    digestHours: z
      .int()
      .min(0)
      .max(24)
      .default(0)
      .describe(
        'Hours for which news of the parcels of one order are gathered into one message, counted from midnight UTC; 0 tells each. Never for an order in one parcel, nor for what cannot wait.',
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
