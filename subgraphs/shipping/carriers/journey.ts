import type { CarrierReport } from '../domain/decide.ts';
import type { ReportedMilestone } from '../domain/milestones.ts';
import type { Shipment } from '../domain/shipment.ts';
import type { SimulatedScenario } from '../generated/resolverTypes.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What is to be played. */
export interface Journey {
  readonly shipment: Shipment;
  readonly scenario: SimulatedScenario;
  /** The customer collects it from a point or locker of the carrier. */
  readonly toPickupPoint: boolean;
}

/** A station of a journey: what is reported, and at which part of the way. */
interface Station {
  readonly at: number;
  readonly milestone: ReportedMilestone;
  readonly rawCode: string;
  readonly text: string;
}

const station = (at: number, milestone: ReportedMilestone, rawCode: string, text: string): Station => ({
  ...{ at, milestone, rawCode, text },
});
const onItsWay = [
  station(0.02, 'HANDED_OVER', 'PU', 'Parcel accepted by the carrier'),
  station(0.15, 'IN_TRANSIT', 'HUB-A', 'Sorted at the origin hub'),
  station(0.55, 'IN_TRANSIT', 'HUB-B', 'Arrived at the destination hub'),
];
const cleared = [
  station(0.3, 'CUSTOMS', 'CUS-IN', 'Presented to customs'),
  station(0.4, 'CUSTOMS', 'CUS-CLR', 'Being cleared by customs'),
  station(0.5, 'IN_TRANSIT', 'CUS-OUT', 'Released by customs'),
];
const arriving = [
  station(0.85, 'OUT_FOR_DELIVERY', 'OFD', 'Out for delivery'),
  station(1, 'DELIVERED', 'DEL', 'Delivered'),
];
const waiting = [
  station(0.85, 'AVAILABLE_FOR_PICKUP', 'PUP', 'Waits at the pickup point'),
  station(1, 'DELIVERED', 'COL', 'Collected by the customer'),
];
/** From here on a partner has the parcel, under a code of its own. */
const handOnAt = 0.55;
const losing = [
  station(0.8, 'EXCEPTION', 'SRCH', 'Parcel not found at the hub, a search has begun'),
  station(1, 'LOST', 'LOST', 'The search has ended without result'),
];

const turnedBack = (milestone: ReportedMilestone, rawCode: string, text: string): Station[] => [
  station(0.6, 'OUT_FOR_DELIVERY', 'OFD', 'Out for delivery'),
  station(0.7, milestone, rawCode, text),
  station(0.85, 'IN_TRANSIT', 'HUB-B', 'On its way back to the sender'),
  station(1, 'DELIVERED', 'RTS-DEL', 'Delivered at the sender'),
];
const unhappy: Partial<Readonly<Record<SimulatedScenario, readonly Station[]>>> = {
  LOST: losing,
  RETURNED: turnedBack('RETURN_TO_SENDER', 'RTS', 'Nobody there; goes back to the sender'),
  REFUSED: turnedBack('REFUSED', 'REF', 'The recipient refused the parcel'),
  DAMAGED: turnedBack('DAMAGED', 'DMG', 'The parcel is damaged; goes back to the sender'),
};

/** A report, and whoever sends it where that is a partner. */
export interface PlayedReport extends CarrierReport {
  readonly via?: { readonly carrier: string; readonly trackingCode: string };
}

/** The partner of a simulated carrier on the last mile, and the code a parcel has there. */
export const partnerOf = (carrier: string, trackingCode: string) => ({
  carrier: `${carrier.slice(0, 80)}-local`,
  trackingCode: `LM${trackingCode}`,
});

/** Is it a report of a journey that was played? */
export const isPlayed = ({
  eventId,
  trackingCode,
}: Pick<CarrierReport, 'eventId' | 'trackingCode'>): boolean =>
  /^[A-Z_]+-\d+$/.test(eventId.replace(/^[^:]+:(LM)?/, '').replace(`${trackingCode}-`, '')) &&
  eventId.includes(`${trackingCode}-`);

/**
 * The reports of a simulated journey, in the order in which they are sent. The same shipment and scenario always give
 * the same reports.
 */
export function journeyOf({ shipment, scenario, toPickupPoint }: Journey): PlayedReport[] {
  const startMs = shipment.handedOverAtMs ?? shipment.createdAtMs;
  const planned = plannedEndMs(shipment, startMs);
  const isLate = scenario === 'LATE' || scenario === 'DELAYED';
  const endMs = isLate ? Math.max(shipment.promisedLatestAtMs ?? planned, planned) + 2 * dayMs : planned;
  const stations = stationsOf(scenario, toPickupPoint);
  const reports = shipment.parcels.flatMap((parcel) =>
    stations.map((each, index): PlayedReport => ({
      eventId: `${parcel.trackingCode}-${scenario}-${index + 1}`,
      trackingCode: parcel.trackingCode,
      ...(scenario === 'HANDED_ON' ? handedOn(shipment.carrier, parcel.trackingCode, each.at) : {}),
      ...{ milestone: each.milestone, rawCode: each.rawCode, text: each.text },
      occurredAtMs: Math.round(startMs + each.at * (endMs - startMs)),
      ...(each.milestone === 'AVAILABLE_FOR_PICKUP'
        ? { keptUntilMs: Math.round(startMs + each.at * (endMs - startMs)) + keptDays * dayMs }
        : {}),
      // The carrier knows of the delay as soon as it has the parcel at its hub.
      ...(unhappy[scenario] === undefined && index < stations.length - 1
        ? { estimatedDeliveryAtMs: index === 0 ? planned : endMs }
        : {}),
    })),
  );
  switch (scenario) {
    case 'ON_TIME':
    case 'LATE':
    case 'DELAYED':
    case 'LOST':
    case 'RETURNED':
    case 'REFUSED':
    case 'DAMAGED':
    case 'HANDED_ON':
    case 'CUSTOMS':
    case 'NOT_COLLECTED':
    case 'NUMBER_UNKNOWN':
      return reports;
    case 'DUPLICATED':
      return reports.flatMap((report) => [report, report]);
    case 'OUT_OF_ORDER':
      return reports.reverse();
    default:
      return scenario satisfies never;
  }
}

/** For so many days the pickup points of simulated carriers keep a parcel. */
const keptDays = 5;

/** What is reported, one after the other; nothing of a number that the carrier does not know. */
function stationsOf(scenario: SimulatedScenario, toPickupPoint: boolean): readonly Station[] {
  const end = toPickupPoint ? waiting : arriving;
  switch (scenario) {
    case 'NUMBER_UNKNOWN':
      return [];
    case 'DELAYED':
      return onItsWay;
    case 'NOT_COLLECTED':
      return [...onItsWay, ...waiting.slice(0, 1)];
    case 'CUSTOMS':
      return [...onItsWay.slice(0, 2), ...cleared, ...onItsWay.slice(2), ...end];
    default:
      return [...onItsWay, ...(unhappy[scenario] ?? end)];
  }
}

/** At the hub a partner takes it over, and reports from then on. */
function handedOn(carrier: string, trackingCode: string, at: number): Partial<PlayedReport> {
  const partner = partnerOf(carrier, trackingCode);
  if (at < handOnAt) return {};
  return at === handOnAt ? { handoff: { kind: 'LAST_MILE', ...partner } } : { via: partner };
}

/** A little before the promise ends; two days where nothing was promised. */
function plannedEndMs({ promisedLatestAtMs }: Shipment, startMs: number): number {
  if (promisedLatestAtMs === undefined) return startMs + 2 * dayMs;
  const left = promisedLatestAtMs - startMs;
  return left <= 0 ? startMs + hourMs : promisedLatestAtMs - Math.min(2 * hourMs, Math.round(left / 10));
}
