import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock/clock.ts';
import { ratesOf, type Tariff } from '../domain/rates.ts';
import { labelPdf } from '../labels/labelPdf.ts';
import { parseWebhookBody } from '../webhooks/body.ts';
import { verifyWebhook } from '../webhooks/signature.ts';
import type { CarrierAdapter } from './carrierAdapter.ts';
import { partnersEventId, type CarrierReport } from '../domain/decide.ts';
import { isPlayed, journeyOf, type Journey, type PlayedReport } from './journey.ts';

/** What the simulator remembers of the journeys it was asked to play. */
export interface Journeys {
  /** The shipment and its journey, if one was asked for. */
  find(carrierRef: string): Promise<Journey | undefined>;
}

/**
 * A carrier that behaves the same way every time: bookings, tracking codes and journeys follow from the shipment
 * alone. It signs its webhooks as Standard Webhooks.
 */
export function simulatorCarrier(options: {
  code: string;
  secret: string;
  clock: Pick<Clock, 'nowMs'>;
  journeys: Journeys;
  /** The services this carrier has; its rates are what their lanes say. */
  tariffs: () => Promise<readonly Tariff[]>;
}): CarrierAdapter {
  const { code, secret, clock, journeys, tariffs } = options;
  return {
    code,
    capabilities: () => ['LABELS', 'RETURNS', 'WEBHOOKS', 'TRACK', 'VOID', 'SIMULATE'],
    rates: async (request) => ratesOf(await tariffs(), request),
    createShipment: (request, key) =>
      Promise.resolve({
        carrierRef: `${code}:${key}`,
        trackingCodes: request.parcels.map(({ number }) => trackingCode(code, key, number)),
      }),
    label: labelPdf,
    voidShipment: () => Promise.resolve(),
    track: async (carrierRef) => {
      const journey = await journeys.find(carrierRef);
      return journey === undefined ? [] : journeyOf(journey).map(asKnown);
    },
    unknownCodes: async (carrierRef, codes) =>
      (await journeys.find(carrierRef))?.scenario === 'NUMBER_UNKNOWN' ? codes : [],
    fileClaim: (_claim, key) => Promise.resolve({ carrierReference: `${code}-${key.slice(0, 12)}` }),
    foretells: isPlayed,
    parseWebhook: (webhook) => ({
      id: verifyWebhook(secret, webhook, clock.nowMs()),
      ...parseWebhookBody(webhook.rawBody, code),
    }),
  };
}

/** What a partner reported, as the carrier knows of it. */
const asKnown = ({ via, ...report }: PlayedReport): CarrierReport =>
  via === undefined
    ? report
    : {
        ...report,
        eventId: partnersEventId(via.carrier, report.eventId),
        by: via.carrier,
        codeThere: via.trackingCode,
      };

/** Two letters of the carrier and 14 digits, the last a check digit (weights 3 and 1, modulo 10). */
export function trackingCode(carrier: string, key: string, number: number): string {
  const letters = `${carrier.toUpperCase().replace(/[^A-Z]/g, '')}XX`.slice(0, 2);
  const hash = createHash('sha256').update(`${carrier}\n${key}\n${number}`).digest();
  const digits = (hash.readBigUInt64BE(0) % 10n ** 13n).toString().padStart(13, '0');
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${letters}${digits}${(10 - (sum % 10)) % 10}`;
}
