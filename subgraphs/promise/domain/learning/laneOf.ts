import { distanceKm } from '@promesse/promise-engine/geo/distance';
import type { Network } from '@promesse/promise-engine/network/network';
import type { Lane } from '@promesse/promise-engine/model/transitModel';
import type { Destination } from '@promesse/promise-engine/model/types';
import type { LocationFacts, ServiceFacts } from '../facts.ts';

/** A shipment's lane in the engine's own areas, and the zone on whose walls its days are counted. */
export interface ShipmentLane {
  readonly lane: Lane;
  readonly timeZone: string;
}

/** The lane a shipment travels; undefined when its destination's country is unknown to the network. */
export function laneOf(
  network: Network,
  service: ServiceFacts,
  from: LocationFacts,
  destination: Destination,
): ShipmentLane | undefined {
  const finder = network.index().zoneFinder;
  const to = finder.resolve(destination);
  if (to === null || to.zoneId === null) return undefined;
  const origin = finder.resolve({ country: from.country, postalCode: from.postalCode });
  const postal = origin?.precision === 'POSTCODE' ? origin : undefined;
  const centre = postal?.centre ?? { latitude: from.latitude, longitude: from.longitude };
  return {
    lane: {
      serviceId: service.code,
      carrier: service.carrier,
      originArea: postal?.zoneId ?? `location:${from.locationId}`,
      originCountry: from.country,
      destinationArea: to.zoneId,
      destinationCountry: destination.country,
      distanceKm: distanceKm(centre, to.centre),
    },
    timeZone: to.timeZone,
  };
}
