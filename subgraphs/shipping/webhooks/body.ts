import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { codedError } from '../../../platform/errors/codedError.ts';
import { messageLimits, readJson } from '../../../platform/http/readJson.ts';
import type { CarrierReport } from '../domain/decide.ts';
import { reportable } from '../domain/milestones.ts';
import type { UnknownNumber } from '../domain/unknownNumber.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** A carrier's webhook: reports of one parcel. */
export const webhookBody = z.strictObject({
  trackingCode: z.string().min(1).max(100),
  carrier: z.string().min(1).max(100),
  events: z
    .array(
      z.strictObject({
        eventId: z.string().min(1).max(200),
        rawCode: z.string().min(1).max(100),
        /** NUMBER_UNKNOWN: the carrier does not know the tracking code. */
        milestone: z.enum([...reportable, 'NUMBER_UNKNOWN']),
        text: z.string().max(500),
        occurredAt: instant,
        estimatedDeliveryAt: instant.optional(),
        /** Until when a pickup point keeps it. */
        keptUntil: instant.optional(),
        /** Whom it was handed on to, with the code it has there. */
        handoff: z
          .strictObject({
            kind: z.enum(['LINE_HAUL', 'LAST_MILE', 'SUB_CONTRACTOR']),
            carrier: z.string().regex(/^[A-Za-z0-9_.-]{1,100}$/),
            trackingCode: z.string().min(1).max(100).optional(),
          })
          .optional(),
      }),
    )
    .min(1)
    .max(100),
});

/** A webhook's body as its sender writes it. */
export type WebhookBody = z.input<typeof webhookBody>;

/** What a webhook says: reports of a parcel, and that its number is not known. */
export interface BodyFacts {
  readonly reports: readonly CarrierReport[];
  readonly unknown: readonly UnknownNumber[];
}

/** What a body meant for `carrier` reports; BAD_USER_INPUT naming every wrong field. */
export function parseWebhookBody(rawBody: Buffer, carrier: string): BodyFacts {
  const parsed = webhookBody.safeParse(jsonOf(rawBody));
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
    throw codedError(
      'BAD_USER_INPUT',
      `The webhook's body is wrong. ${fields.slice(0, 10).join('; ').slice(0, 1_000)}`,
    );
  }
  if (parsed.data.carrier !== carrier)
    throw codedError('BAD_USER_INPUT', 'The body names another carrier than the path.', { field: 'carrier' });
  const { trackingCode, events } = parsed.data;
  const reports: CarrierReport[] = [];
  const unknown: UnknownNumber[] = [];
  for (const { occurredAt: occurredAtMs, estimatedDeliveryAt, keptUntil, milestone, ...event } of events)
    if (milestone === 'NUMBER_UNKNOWN') unknown.push({ eventId: event.eventId, trackingCode, occurredAtMs });
    else
      reports.push({
        ...{ ...event, milestone, trackingCode, occurredAtMs },
        ...(estimatedDeliveryAt === undefined ? {} : { estimatedDeliveryAtMs: estimatedDeliveryAt }),
        ...(keptUntil === undefined ? {} : { keptUntilMs: keptUntil }),
      });
  return { reports, unknown };
}

/** Small: a carrier reports a hundred events of one parcel at most. */
const limits = { ...messageLimits, depth: 8, values: 2_000 };

function jsonOf(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw codedError('BAD_USER_INPUT', "The webhook's body is not valid UTF-8.");
  try {
    return readJson(bytes.toString('utf8'), "The webhook's body", limits);
  } catch (error) {
    throw codedError('BAD_USER_INPUT', (error as Error).message);
  }
}
