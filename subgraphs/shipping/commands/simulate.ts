import { codedError } from '../../../platform/errors/codedError.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import { journeyOf, type PlayedReport } from '../carriers/journey.ts';
import type { Carriers } from '../carriers/carriers.ts';
import type { Shipment } from '../domain/shipment.ts';
import type { SimulatedScenario } from '../generated/resolverTypes.ts';
import type { OutgoingWebhook } from '../ports.ts';
import type { ShippingModels } from '../store/models.ts';
import type { WebhookBody } from '../webhooks/body.ts';
import { signWebhook } from '../webhooks/signature.ts';

/** Plays a journey of a shipment: every report goes out as one signed webhook. Gives how many were sent. */
export type Simulate = (shipment: Shipment, scenario: SimulatedScenario) => Promise<number>;

export function createSimulation(deps: {
  models: ShippingModels;
  carriers: Carriers;
  clock: Clock;
  secretOf: (carrier: string) => string;
  deliver: (webhook: OutgoingWebhook) => Promise<number>;
  toPickupPointOf: (shipment: Shipment) => Promise<boolean>;
}): Simulate {
  const { models, carriers, clock, secretOf, deliver, toPickupPointOf } = deps;
  return async (shipment, scenario) => {
    requirePlayable(shipment, carriers);
    const { carrier, carrierRef = '' } = shipment;
    await models.Journey.updateOne({ _id: carrierRef }, { $set: { scenario } }, { upsert: true });
    const toPickupPoint = await toPickupPointOf(shipment);
    const reports = journeyOf({ shipment, scenario, toPickupPoint });
    const timesSent = new Map<string, number>();
    const send = async (sender: string, id: string, content: WebhookBody): Promise<void> => {
      const body = JSON.stringify(content);
      await deliver({
        path: `/webhooks/carriers/${encodeURIComponent(sender)}`,
        headers: { ...signWebhook(secretOf(sender), { id, nowMs: clock.nowMs(), body }) },
        body,
      });
    };
    if (scenario === 'NUMBER_UNKNOWN') {
      const unknown = unknownBodies(shipment, clock.nowMs());
      for (const each of unknown) await send(carrier, `msg_${each.trackingCode}-${scenario}`, each);
      return unknown.length;
    }
    for (const report of reports) {
      const { eventId } = report;
      const time = (timesSent.get(eventId) ?? 0) + 1;
      timesSent.set(eventId, time);
      const body = bodyOf(report, carrier);
      // A careless carrier sends the same report again under a new message id.
      await send(body.carrier, `msg_${eventId}_${time}`, body);
    }
    return reports.length;
  };
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** A report as its sender writes it. */
function bodyOf(report: PlayedReport, carrier: string): WebhookBody {
  const { eventId, milestone, rawCode, text, handoff, via, occurredAtMs } = report;
  const { estimatedDeliveryAtMs, keptUntilMs, trackingCode } = report;
  const event = {
    ...{ eventId, milestone, rawCode, text, occurredAt: isoOf(occurredAtMs) },
    ...(handoff === undefined ? {} : { handoff: { ...handoff } }),
    ...(estimatedDeliveryAtMs === undefined ? {} : { estimatedDeliveryAt: isoOf(estimatedDeliveryAtMs) }),
    ...(keptUntilMs === undefined ? {} : { keptUntil: isoOf(keptUntilMs) }),
  };
  return {
    ...{ trackingCode: via?.trackingCode ?? trackingCode, carrier: via?.carrier ?? carrier },
    events: [event],
  };
}

/** What a carrier writes that does not know the numbers of a shipment. */
const unknownBodies = ({ carrier, parcels }: Shipment, nowMs: number): WebhookBody[] =>
  parcels.map(({ trackingCode }) => ({
    ...{ trackingCode, carrier },
    events: [
      {
        ...{ eventId: `${trackingCode}-NUMBER_UNKNOWN-1`, milestone: 'NUMBER_UNKNOWN' as const },
        ...{ rawCode: 'NOT-FOUND', text: 'No parcel with this number', occurredAt: isoOf(nowMs) },
      },
    ],
  }));

function requirePlayable(shipment: Shipment, carriers: Carriers): void {
  if (!carriers.of(shipment.carrier).capabilities().includes('SIMULATE'))
    throw codedError('BAD_USER_INPUT', `${shipment.carrier} is a real carrier and cannot be simulated.`, {
      field: 'shipmentId',
    });
  const onTheWay = shipment.isReturn
    ? shipment.carrierRef !== undefined
    : shipment.handedOverAtMs !== undefined;
  if (!onTheWay || shipment.milestone === 'CANCELLED')
    throw codedError(
      'INVALID_TRANSITION',
      `A journey begins when the shipment has been handed over; this one is ${shipment.milestone}.`,
      { milestone: shipment.milestone },
    );
}
