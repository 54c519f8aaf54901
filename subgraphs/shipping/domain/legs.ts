import { higherOf, type ReportedMilestone } from './milestones.ts';
import type { Shipment, ShipmentParcel, TrackedEvent, TurnReason } from './shipment.ts';

/** Reports that turn a parcel round: from then on it travels back to whoever sent it. */
const turns: Partial<Readonly<Record<ReportedMilestone, TurnReason>>> = {
  RETURN_TO_SENDER: 'UNDELIVERABLE',
  REFUSED: 'REFUSED',
  DAMAGED: 'DAMAGED',
};

/**
 * A parcel after all its reports, in the order in which they happened. What is reported after it was turned round
 * concerns the way back: delivered then is back at the sender. One that had reached the customer before is delivered.
 */
export function parcelAfter(
  shipment: Pick<Shipment, 'handedOverAtMs'>,
  { number, weightGrams, lines, trackingCode }: ShipmentParcel,
  reports: readonly TrackedEvent[],
): ShipmentParcel {
  const own = reports.filter((each) => each.trackingCode === trackingCode);
  const arrivedAt = own.findIndex(({ milestone }) => milestone === 'DELIVERED');
  const turnedAt = own.findIndex(({ milestone }) => turns[milestone] !== undefined);
  const start =
    shipment.handedOverAtMs !== undefined
      ? 'HANDED_OVER'
      : trackingCode === ''
        ? 'CREATED'
        : 'LABEL_PURCHASED';
  const parcel = { number, weightGrams, lines, trackingCode };
  const turn = own[turnedAt];
  if (turn !== undefined && (arrivedAt === -1 || turnedAt < arrivedAt))
    return {
      ...parcel,
      ...wayBack(own.slice(turnedAt + 1)),
      turned: turns[turn.milestone] ?? 'UNDELIVERABLE',
    };
  const milestone = own.reduce<ShipmentParcel['milestone']>(
    // Of two that are equally far the newest counts: what has left customs is on its way again.
    (high, each) => higherOf(each.milestone, high),
    start,
  );
  const arrival = own[arrivedAt];
  return { ...parcel, milestone, ...(arrival === undefined ? {} : { deliveredAtMs: arrival.occurredAtMs }) };
}

function wayBack(reports: readonly TrackedEvent[]): Pick<ShipmentParcel, 'milestone' | 'cameBackAtMs'> {
  const back = reports.find(({ milestone }) => milestone === 'DELIVERED');
  if (back !== undefined) return { milestone: 'RETURNED_TO_SENDER', cameBackAtMs: back.occurredAtMs };
  const isLost = reports.some(({ milestone }) => milestone === 'LOST');
  return { milestone: isLost ? 'LOST' : 'RETURN_TO_SENDER' };
}

const saidAtMs = ({ reportedAtMs, occurredAtMs }: TrackedEvent): number => reportedAtMs ?? occurredAtMs;

/** By time of happening, then by what the carrier said of it, then by when they were heard. */
export const byTime = (a: TrackedEvent, b: TrackedEvent): number =>
  a.occurredAtMs - b.occurredAtMs ||
  saidAtMs(a) - saidAtMs(b) ||
  a.recordedAtMs - b.recordedAtMs ||
  (a.eventId < b.eventId ? -1 : 1);
