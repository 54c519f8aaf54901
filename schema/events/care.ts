import { z } from 'zod';
import { eventType, id, instantMs, money, units } from './common.ts';

const channel = z.enum(['EMAIL', 'SMS']);
/** What a message tells of. */
const facts = z
  .object({
    amount: money,
    /** Latest delivery as promised, and as promised before. */
    latestAtMs: instantMs,
    previousLatestAtMs: instantMs,
    /** Last moment to act. */
    untilMs: instantMs,
    units,
    lines: z.array(z.object({ sku: id, quantity: units })),
    /** Code of the carrier's service. */
    carrier: id,
    /** Tracking codes. */
    tracking: z.array(z.string()),
    /** Id of the store. */
    place: id,
    /** What becomes of a lost or damaged parcel. */
    remedy: z.enum(['RESHIP', 'REFUND', 'CHECKING']),
    /** Number of a return or ticket, shown to people. */
    number: z.string(),
  })
  .partial();
/** What an incident is known by. */
const evidence = z.object({
  /** CLOCK: nothing came in time; LEARNED: others took longer. */
  source: z.enum(['CARRIER', 'CLOCK', 'LEARNED', 'CUSTOMER']),
  promisedMs: instantMs.optional(),
  expectedMs: instantMs.optional(),
  silentSinceMs: instantMs.optional(),
  /** Chance of coming late, 0 to 1. */
  chance: z.number().optional(),
});
const incident = z.object({ incidentId: id, orderId: id });
const ticket = z.object({ ticketId: id, orderId: id });
const survey = z.object({
  orderId: id,
  serviceCodes: z.array(id),
  kept: z.boolean(),
  /** Who brought it to the customer, and where it left; events of before lack both. */
  lastMileCarriers: z.array(id).optional(),
  locationIds: z.array(id).optional(),
});
/** A clock of a ticket: when it is due, or how much open time was left when it was stopped, or when it was met. */
const slaClock = z.object({
  dueAtMs: instantMs.optional(),
  leftMs: z.number().int().optional(),
  metAtMs: instantMs.optional(),
});
/** Codes are listed with their rules in care; here they are words, so that an old one stays readable. */
const about = z.object({ messageId: id, orderId: id, code: z.string().max(60), channel });

/**
 * Events of care. Streams: `message:<id>`, `preferences:<customer>`, `incident:<id>`, `ticket:<id>`, `survey:<order>`,
 * `choice:<order>`. They name no address, number, name or text.
 */
export const careEvents = {
  /** Something is to be told to the customer of an order, once for each key. */
  'care.MessageDecided': eventType(
    about.extend({
      /** Order, parcel, code and version of the fact. */
      key: z.string().max(600),
      parcelId: id.optional(),
      /** When what it tells of happened. */
      factAtMs: instantMs,
      dueAtMs: instantMs,
      facts,
      resendOf: id.optional(),
      /** Why it is sent again, in the words of whoever asked for it. */
      resendReason: z.string().max(500).optional(),
    }),
  ),
  /** It waits: for the end of quiet hours, for another try, for a digest, or for the order to be heard of. */
  'care.MessageHeld': eventType(
    about.extend({
      untilMs: instantMs,
      waitsFor: z.enum(['QUIET_HOURS', 'TRY_AGAIN', 'ORDER_UNKNOWN', 'DIGEST', 'REMEDY']),
    }),
  ),
  /** The provider has taken it. */
  'care.MessageSent': eventType(
    about.extend({
      ...{ language: z.string(), atMs: instantMs },
      /** Which words it was written in; absent where that is not known any more, and in events of before. */
      textVersion: z.string().max(40).optional(),
    }),
  ),
  /** It is not sent, and never will be. */
  'care.MessageSkipped': eventType(
    about.extend({
      reason: z.enum([
        'NEWER_FACT',
        'TOO_OLD',
        'RETURNING',
        'ORDER_CANCELLED',
        'ALREADY_TOLD',
        'TOO_MANY',
        'NO_ADDRESS',
        'NO_CONSENT',
        'OPTED_OUT',
        'SUPPRESSED',
        'NO_PROVIDER',
        'IN_DIGEST',
      ]),
    }),
  ),
  /** The provider refused it for good, or did not take it in all tries. */
  'care.MessageFailed': eventType(about.extend({ reason: z.enum(['REFUSED', 'TRIES_USED_UP']) })),
  /** A customer wants messages of a group on a channel, or none of them any more. */
  'care.PreferenceChanged': eventType(
    z.object({
      /** Subject of the customer. */
      owner: id,
      channel,
      group: z.enum(['ORDER', 'DELIVERY', 'COLLECTION', 'RETURN', 'SERVICE', 'SURVEY']),
      wanted: z.boolean(),
      /** LINK: by the link in a message. */
      by: z.enum(['CUSTOMER', 'STAFF', 'LINK']),
    }),
  ),
  /** The promise moved: the customer may keep waiting, cancel, or collect it instead. */
  'care.ChoiceOffered': eventType(
    z.object({ orderId: id, latestAtMs: instantMs, previousLatestAtMs: instantMs }),
  ),
  /** What they chose; carried out where it is more than waiting. */
  'care.ChoiceAnswered': eventType(
    z.object({
      orderId: id,
      latestAtMs: instantMs,
      answer: z.enum(['KEEP', 'CANCEL', 'COLLECT']),
      /** Where they collect it. */
      collectAtId: id.optional(),
    }),
  ),
  /** Something is not as promised; again, if it was over or the date moved. */
  'care.IncidentOpened': eventType(
    incident.extend({
      parcelId: id.optional(),
      type: z.enum([
        'LATE_DISPATCH',
        'LABEL_NOT_SCANNED',
        'TRACKING_INVALID',
        'HELD_AT_CUSTOMS',
        'DELAY_ANNOUNCED',
        'DELAY_PREDICTED',
        'ATTEMPT_FAILED',
        'EXCEPTION',
        'DAMAGED',
        'LOST',
        'RETURNING',
        'NOT_RECEIVED',
        'LEAD_TIME_EXCEEDED',
      ]),
      openedAtMs: instantMs,
      evidence,
    }),
  ),
  /** It is not so any more. */
  'care.IncidentClosed': eventType(incident.extend({ because: z.enum(['ARRIVED', 'OVER']) })),
  /** A person is to look at something: an incident, or what a customer or the desk asked. */
  'care.TicketOpened': eventType(
    ticket.extend({
      number: z.string(),
      /** Subject of the customer. */
      owner: id,
      channel: id,
      reason: z.enum([
        'LATE',
        'LOST',
        'DAMAGED',
        'WRONG_ITEM',
        'MISSING_ITEM',
        'ADDRESS',
        'PAYMENT',
        'RETURN',
        'SURVEY',
        'OTHER',
      ]),
      priority: z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT']),
      parcelId: id.optional(),
      incidentId: id.optional(),
      firstResponseDueAtMs: instantMs.optional(),
      resolutionDueAtMs: instantMs.optional(),
    }),
  ),
  /** Something was written on a ticket; its words are kept apart, where they can be erased. */
  'care.TicketNoted': eventType(
    ticket.extend({
      noteId: id,
      by: z.enum(['CUSTOMER', 'STAFF', 'SYSTEM']),
      author: id,
      visibility: z.enum(['PUBLIC', 'INTERNAL']),
    }),
  ),
  /** A ticket as it is after a change, its clocks included. */
  'care.TicketChanged': eventType(
    ticket.extend({
      status: z.enum(['NEW', 'OPEN', 'PENDING_CUSTOMER', 'PENDING_CARRIER', 'SNOOZED', 'SOLVED', 'CLOSED']),
      /** Until when it sleeps, of one that is SNOOZED. */
      snoozedUntilMs: instantMs.optional(),
      priority: z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT']),
      assignee: id.optional(),
      tags: z.array(z.string()),
      resolution: z
        .enum(['RESHIPPED', 'REFUNDED', 'GOODWILL', 'EXPLAINED', 'CAUSE_GONE', 'OTHER'])
        .optional(),
      firstResponse: slaClock,
      resolutionClock: slaClock,
    }),
  ),
  /** A customer was asked how the delivery was; `serviceCodes` carried it, `kept` says whether it came as first promised. */
  'care.SurveySent': eventType(survey.extend({ owner: id })),
  /** And said so, from 1 (bad) to 5 (very good); again, if they changed their mind. */
  'care.SurveyAnswered': eventType(survey.extend({ rating: z.number().int().min(1).max(5) })),
  /** What their answer is about; why stands in words apart, where they can be erased. */
  'care.SurveyExplained': eventType(
    z.object({
      orderId: id,
      what: z.array(z.enum(['TIME', 'PARCEL', 'COURIER', 'PRODUCT'])),
      inWords: z.boolean(),
    }),
  ),
  /** What the other side said afterwards; it only ever gets worse. */
  'care.MessageReported': eventType(about.extend({ status: z.enum(['DELIVERED', 'BOUNCED', 'COMPLAINED']) })),
} as const;
