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
/** Codes are listed with their rules in care; here they are words, so that an old one stays readable. */
const about = z.object({ messageId: id, orderId: id, code: z.string().max(60), channel });

/** Events of care. Streams: `message:<id>`, `preferences:<customer>`. They name no address, number, name or text. */
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
      waitsFor: z.enum(['QUIET_HOURS', 'TRY_AGAIN', 'ORDER_UNKNOWN', 'DIGEST']),
    }),
  ),
  /** The provider has taken it. */
  'care.MessageSent': eventType(about.extend({ language: z.string(), atMs: instantMs })),
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
  /** What the other side said afterwards; it only ever gets worse. */
  'care.MessageReported': eventType(about.extend({ status: z.enum(['DELIVERED', 'BOUNCED', 'COMPLAINED']) })),
} as const;
