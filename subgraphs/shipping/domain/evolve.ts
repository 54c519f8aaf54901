import { byTime, parcelAfter } from './legs.ts';
import { higherOf, lowestOf, type ReportedMilestone } from './milestones.ts';
import { legsWith } from './carriedBy.ts';
import type { Shipment, ShipmentEvent, ShipmentParcel, TrackedEvent } from './shipment.ts';

/** Fold one event into the shipment. The result does not depend on the order in which reports came. */
export function evolve(state: Shipment | undefined, event: ShipmentEvent, at: number): Shipment {
  if (event.type === 'shipping.ShipmentCreated') return created(event.data, at);
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a shipment.`);
  switch (event.type) {
    case 'shipping.LabelPurchased': {
      const { carrierRef, trackingCodes } = event.data;
      const parcels = state.parcels.map((parcel, index) => ({
        ...parcel,
        trackingCode: trackingCodes[index] ?? '',
        milestone: higherOf(parcel.milestone, 'LABEL_PURCHASED'),
      }));
      return summed({ ...state, carrierRef, parcels });
    }
    case 'shipping.ShipmentHandedOver': {
      const parcels = state.parcels.map((parcel) => ({
        ...parcel,
        milestone: higherOf(parcel.milestone, 'HANDED_OVER'),
      }));
      return summed({ ...state, handedOverAtMs: event.data.atMs, parcels });
    }
    case 'shipping.TrackingRecorded':
      return tracked(state, event.data, at);
    case 'shipping.TrackingNumberUnknown': {
      const { trackingCode, atMs } = event.data;
      const parcels = state.parcels.map((parcel) =>
        parcel.trackingCode === trackingCode ? { ...parcel, unknownSinceMs: atMs } : parcel,
      );
      return { ...state, parcels };
    }
    case 'shipping.ShipmentDelivered':
    case 'shipping.ParcelDelivered':
    case 'shipping.ParcelTurnedBack':
    case 'shipping.ParcelCameBack':
    case 'shipping.ShipmentLost':
      // Said aloud for other subgraphs; the reports have told the state already.
      return state;
    case 'shipping.LegRecorded':
      return { ...state, legs: legsWith(state.legs ?? [], event.data) };
    case 'shipping.ShipmentVoided':
      return { ...state, milestone: 'CANCELLED' };
    default:
      return event satisfies never;
  }
}

function created(
  data: Extract<ShipmentEvent, { type: 'shipping.ShipmentCreated' }>['data'],
  at: number,
): Shipment {
  const {
    shipmentId,
    lines: _lines,
    fulfillmentOrderId,
    returnId,
    promisedLatestAtMs,
    collectAtId,
    ...rest
  } = data;
  return {
    _id: shipmentId,
    ...rest,
    ...(fulfillmentOrderId === undefined ? {} : { fulfillmentOrderId }),
    ...(returnId === undefined ? {} : { returnId }),
    ...(collectAtId === undefined ? {} : { collectAtId }),
    ...(promisedLatestAtMs === undefined ? {} : { promisedLatestAtMs }),
    parcels: data.parcels.map((parcel) => ({ ...parcel, trackingCode: '', milestone: 'CREATED' as const })),
    ...{ milestone: 'CREATED', trackingEvents: [], createdAtMs: at },
  };
}

/** What the parcels say together. A voided shipment stays void, whatever is reported of it. */
function summed(state: Shipment): Shipment {
  if (state.milestone === 'CANCELLED') return state;
  const { deliveredAtMs: _before, ...rest } = state;
  const arrivedAtMs = arrivalOf(state.parcels);
  return {
    ...rest,
    milestone: lowestOf(state.parcels.map((parcel) => parcel.milestone)),
    ...(arrivedAtMs === undefined ? {} : { deliveredAtMs: arrivedAtMs }),
  };
}

/** Epoch ms at which the last parcel arrived, once none is under way to its recipient any more and one has arrived. */
function arrivalOf(parcels: readonly ShipmentParcel[]): number | undefined {
  const underWay = parcels.some(
    ({ milestone, turned }) => milestone !== 'DELIVERED' && milestone !== 'LOST' && turned === undefined,
  );
  const times = parcels.flatMap((parcel) =>
    parcel.milestone === 'DELIVERED' ? [parcel.deliveredAtMs ?? 0] : [],
  );
  return underWay || times.length === 0 ? undefined : Math.max(...times);
}

function tracked(
  state: Shipment,
  data: Extract<ShipmentEvent, { type: 'shipping.TrackingRecorded' }>['data'],
  at: number,
): Shipment {
  const { eventId, trackingCode, rawCode, text, occurredAtMs, reportedAtMs, estimatedDeliveryAtMs } = data;
  const { by, codeThere, keptUntilMs } = data;
  const milestone = data.milestone as ReportedMilestone;
  const report: TrackedEvent = {
    ...{ eventId, trackingCode, milestone, rawCode, text, occurredAtMs, recordedAtMs: at },
    ...(reportedAtMs === undefined ? {} : { reportedAtMs }),
    ...(estimatedDeliveryAtMs === undefined ? {} : { estimatedDeliveryAtMs }),
    ...(keptUntilMs === undefined ? {} : { keptUntilMs }),
    ...(by === undefined ? {} : { by }),
    ...(codeThere === undefined ? {} : { codeThere }),
  };
  const trackingEvents = [...state.trackingEvents, report].sort(byTime);
  const parcels = state.parcels.map((parcel) =>
    parcel.trackingCode === trackingCode ? parcelAfter(state, parcel, trackingEvents) : parcel,
  );
  const latest = trackingEvents.findLast((each) => each.estimatedDeliveryAtMs !== undefined);
  const estimate = latest?.estimatedDeliveryAtMs;
  return summed({
    ...state,
    ...(estimate === undefined ? {} : { estimatedDeliveryAtMs: estimate }),
    ...{ trackingEvents, parcels },
  });
}
