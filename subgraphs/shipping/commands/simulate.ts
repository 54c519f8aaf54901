import { codedError } from '../../../platform/errors/codedError.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import { journeyOf } from '../carriers/journey.ts';
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
    for (const { eventId, occurredAtMs, estimatedDeliveryAtMs, via, ...facts } of reports) {
      const time = (timesSent.get(eventId) ?? 0) + 1;
      timesSent.set(eventId, time);
      const sender = via?.carrier ?? carrier;
      const { trackingCode: code, milestone, rawCode, text, handoff } = facts;
      const trackingCode = via?.trackingCode ?? code;
      const event = {
        ...{ eventId, milestone, rawCode, text },
        ...(handoff === undefined ? {} : { handoff: { ...handoff } }),
        ...{ occurredAt: new Date(occurredAtMs).toISOString() },
        ...(estimatedDeliveryAtMs === undefined
          ? {}
          : { estimatedDeliveryAt: new Date(estimatedDeliveryAtMs).toISOString() }),
      };
      const content: WebhookBody = { trackingCode, carrier: sender, events: [event] };
      const body = JSON.stringify(content);
      // A careless carrier sends the same report again under a new message id.
      const id = `msg_${eventId}_${time}`;
      await deliver({
        path: `/webhooks/carriers/${encodeURIComponent(sender)}`,
        headers: { ...signWebhook(secretOf(sender), { id, nowMs: clock.nowMs(), body }) },
        body,
      });
    }
    return reports.length;
  };
}

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
