import { lastMileOf } from './carriedBy.ts';
import { refOf, unitsOf, type Shipment, type ShipmentEvent, type ShipmentParcel } from './shipment.ts';

type Test = (parcel: ShipmentParcel) => boolean;

/** What parcels have come to with a report: each end of a parcel is said once. */
export function consequencesOf(before: Shipment, after: Shipment): ShipmentEvent[] {
  const newly = (test: Test): ShipmentParcel[] =>
    after.parcels.filter((parcel, at) => {
      const known = before.parcels[at];
      return test(parcel) && (known === undefined || !test(known));
    });
  return [
    ...lost(
      after,
      newly(({ milestone }) => milestone === 'LOST'),
    ),
    ...turned(
      after,
      newly((parcel) => parcel.turned !== undefined),
    ),
    ...cameBack(
      after,
      newly(({ milestone }) => milestone === 'RETURNED_TO_SENDER'),
    ),
    ...arrived(before, after, newly(isDelivered)),
  ];
}

const isDelivered: Test = ({ milestone }) => milestone === 'DELIVERED';

function lost(after: Shipment, parcels: readonly ShipmentParcel[]): ShipmentEvent[] {
  if (parcels.length === 0) return [];
  const all = after.parcels.filter(({ milestone }) => milestone === 'LOST');
  const data = { lines: unitsOf(parcels), soFar: unitsOf(all), parcels: all.length };
  return [{ type: 'shipping.ShipmentLost', data: { ...refOf(after), ...data } }];
}

function turned(after: Shipment, parcels: readonly ShipmentParcel[]): ShipmentEvent[] {
  const { locationId, collectAtId, isReturn, owner, channel } = after;
  return parcels.map(({ number, lines, turned: reason = 'UNDELIVERABLE' }) => ({
    type: 'shipping.ParcelTurnedBack',
    data: {
      ...{ ...refOf(after), number, reason, locationId, isReturn, owner, channel },
      ...(collectAtId === undefined ? {} : { collectAtId }),
      lines: unitsOf([{ lines }]),
    },
  }));
}

const cameBack = (after: Shipment, parcels: readonly ShipmentParcel[]): ShipmentEvent[] =>
  parcels.map(({ number, lines, cameBackAtMs = 0 }) => ({
    type: 'shipping.ParcelCameBack',
    data: {
      ...{ ...refOf(after), number, isReturn: after.isReturn, locationId: after.locationId },
      ...{ lines: unitsOf([{ lines }]), atMs: cameBackAtMs },
    },
  }));

/** The arrival of single parcels while others are under way, and of all once none is any more. */
function arrived(before: Shipment, after: Shipment, parcels: readonly ShipmentParcel[]): ShipmentEvent[] {
  const first = before.deliveredAtMs === undefined;
  const isWhole = after.deliveredAtMs !== undefined;
  // What completes the shipment for the first time says all of it; a parcel that turns up later is said alone.
  const events = isWhole && first ? [] : partly(after, parcels);
  if (!isWhole || (parcels.length === 0 && !first)) return events;
  const said = first ? after.parcels.filter(isDelivered) : parcels;
  return [...events, wholeArrival(after, said, after.deliveredAtMs ?? 0)];
}

function partly(after: Shipment, parcels: readonly ShipmentParcel[]): ShipmentEvent[] {
  const here = after.parcels.filter(isDelivered);
  const times = parcels.map(({ deliveredAtMs = 0 }) => deliveredAtMs);
  if (parcels.length === 0 || after.isReturn || after.collectAtId !== undefined) return [];
  const data = { lines: unitsOf(here), parcels: here.length, deliveredAtMs: Math.max(...times) };
  return [{ type: 'shipping.ParcelDelivered', data: { ...refOf(after), ...data } }];
}

function wholeArrival(
  after: Shipment,
  parcels: readonly ShipmentParcel[],
  deliveredAtMs: number,
): ShipmentEvent {
  const { serviceCode, locationId, isReturn, handedOverAtMs, promisedLatestAtMs, collectAtId } = after;
  const data = {
    ...refOf(after),
    ...{ serviceCode, locationId, isReturn, deliveredAtMs, lines: unitsOf(parcels) },
    lastMileCarrier: lastMileOf(after),
    ...(collectAtId === undefined ? {} : { collectAtId }),
    ...(handedOverAtMs === undefined ? {} : { handedOverAtMs }),
    ...(promisedLatestAtMs === undefined ? {} : { promisedLatestAtMs }),
  };
  return { type: 'shipping.ShipmentDelivered', data };
}
