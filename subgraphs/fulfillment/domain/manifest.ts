import type { EventPayload } from '../../../schema/events/registry.ts';
import type { FulfillmentOrder, EventOf } from './fulfillmentOrder.ts';
import { minutesTo } from './workList.ts';

/** A pickup to hand everything over to. */
export interface Pickup {
  readonly locationId: string;
  readonly serviceCodes: readonly string[];
  /** Only what is due by then, epoch ms. */
  readonly dueByMs?: number | undefined;
}

type Closed = EventPayload<'fulfillment.ManifestClosed'>;

export type ManifestRow = Closed['entries'][number];

/** What one pickup took. */
export interface Manifest extends Omit<Closed, 'manifestId'> {
  readonly _id: string;
  readonly closedAtMs: number;
}

export type ManifestEvent = EventOf<'fulfillment.ManifestClosed'>;

export const evolveManifest = (
  _state: Manifest | undefined,
  { data: { manifestId, ...rest } }: ManifestEvent,
  at: number,
): Manifest => ({ _id: manifestId, ...rest, closedAtMs: at });

const weightOf = ({ parcels }: FulfillmentOrder): number =>
  parcels.reduce((sum, parcel) => sum + parcel.weightGrams, 0);

/** The manifest of labelled work, at most `most` entries, and of what was handed over alone; what is being stopped stays. */
export function manifestOf(
  manifestId: string,
  { locationId, serviceCodes }: Pickup,
  {
    labelled,
    alone,
  }: { readonly labelled: readonly FulfillmentOrder[]; readonly alone: readonly FulfillmentOrder[] },
  most: number,
): Closed {
  const going = labelled.filter((work) => work.stoppedFor === undefined);
  const leftOut = labelled.filter((work) => work.stoppedFor !== undefined).map((work) => work._id);
  const entries = [...going.slice(0, most), ...alone].flatMap((work) => {
    const { _id: fulfillmentOrderId, shipmentId, serviceCode, parcels, handedOverAtMs } = work;
    if (shipmentId === undefined || serviceCode === null) return [];
    const weightGrams = weightOf(work);
    const row = { fulfillmentOrderId, shipmentId, serviceCode, parcels: parcels.length, weightGrams };
    return [handedOverAtMs === undefined ? row : { ...row, handedOverAtMs }];
  });
  return {
    ...{ manifestId, locationId, serviceCodes: [...serviceCodes], entries, leftOut },
    more: labelled.length > most,
  };
}

/** Parcels that wait for one pickup. */
export interface CarrierPickup {
  readonly carrier: string | null;
  readonly serviceCodes: string[];
  readonly pickupAt: number;
  readonly minutesLeft: number;
  readonly ready: number;
  readonly readyParcels: number;
  readonly notReady: number;
}

/** What waits for which pickup: by carrier and promised instant, earliest first. */
export function pickupsOf(
  works: readonly FulfillmentOrder[],
  carrierOf: (serviceCode: string) => string | undefined,
  nowMs: number,
): CarrierPickup[] {
  const groups = new Map<string, FulfillmentOrder[]>();
  for (const work of works) {
    if (work.serviceCode === null) continue;
    const { serviceCode, dueAt } = work;
    const key = JSON.stringify([carrierOf(serviceCode) ?? { serviceCode }, dueAt.handoverMs]);
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  return [...groups.values()]
    .map((group) => {
      const serviceCodes = [...new Set(group.flatMap((work) => work.serviceCode ?? []))].sort();
      const ready = group.filter((work) => work.step === 'LABELLED');
      const pickupAt = group[0]?.dueAt.handoverMs ?? nowMs;
      return {
        ...{ carrier: carrierOf(serviceCodes[0] ?? '') ?? null, serviceCodes, pickupAt },
        ...{ minutesLeft: minutesTo(pickupAt, nowMs), ready: ready.length },
        readyParcels: ready.reduce((sum, work) => sum + work.parcels.length, 0),
        notReady: group.length - ready.length,
      };
    })
    .sort((a, b) => a.pickupAt - b.pickupAt || ((a.carrier ?? '') < (b.carrier ?? '') ? -1 : 1));
}
