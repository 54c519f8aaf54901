import type { Ask } from '../candidates/ask.ts';
import { distanceKm } from '../geo.ts';
import { DEGREE_KM } from '../network/latitudeList.ts';
import type { Coordinates, MethodConfig, PickupPointConfig } from '../networkConfig.ts';

/** Default search radius, km, and default number of places offered. */
const DEFAULT_RADIUS = 30;
const DEFAULT_PLACES = 3;

/** A place with its distance. */
export interface Near<T> {
  readonly place: T;
  readonly km: number;
}

export const placesWanted = (ask: Ask): number =>
  Math.max(1, Math.min(20, ask.limits.maxPickups ?? DEFAULT_PLACES));

const radiusOf = (ask: Ask, method: MethodConfig): number =>
  ask.limits.pickupRadiusKm ?? method.radiusKm ?? DEFAULT_RADIUS;

/** Stores of collection near the destination (or those asked for), nearest first, as location numbers. */
export function nearbyStores(ask: Ask, method: MethodConfig): Near<number>[] {
  const wanted = ask.limits.pickupIds;
  const { index } = ask;
  const { centre } = ask.zone;
  const found: Near<number>[] = [];
  if (wanted) {
    // A store that cannot send may still be where the customer collects, once that was agreed.
    for (const l of index.collectLocations) {
      const { id, coordinates } = index.locations[l]!;
      if (wanted.includes(id)) found.push({ place: l, km: quickKm(coordinates, centre) });
    }
    return nearestFirst(found);
  }
  const radius = radiusOf(ask, method);
  index.storesNear(ask.country).forEachWithin(centre.latitude, radius, (l) => {
    if (ask.excluded?.has(l)) return;
    const km = quickKm(index.locations[l]!.coordinates, centre);
    if (km <= radius) found.push({ place: l, km });
  });
  return nearestFirst(found);
}

/** Pickup points or lockers near the destination that fit the cart, nearest first. */
export function nearbyPoints(ask: Ask, method: MethodConfig): Near<PickupPointConfig>[] {
  const kind = method.methodType === 'LOCKER' ? 'LOCKER' : 'PICKUP_POINT';
  const wanted = ask.limits.pickupIds;
  const { index } = ask;
  const { centre } = ask.zone;
  const found: Near<PickupPointConfig>[] = [];
  if (wanted) {
    for (const place of index.pointsByCountry.get(`${kind}|${ask.country}`) ?? []) {
      if (!wanted.includes(place.id) || !fits(ask, place)) continue;
      found.push({ place, km: quickKm(place.coordinates, centre) });
    }
    return nearestFirst(found);
  }
  const radius = radiusOf(ask, method);
  index.pointsNear(kind, ask.country).forEachWithin(centre.latitude, radius, (place) => {
    const km = quickKm(place.coordinates, centre);
    if (km <= radius && fits(ask, place)) found.push({ place, km });
  });
  return nearestFirst(found);
}

function fits(ask: Ask, point: PickupPointConfig): boolean {
  return ask.cart.items.every(
    ({ variant, kg }) =>
      kg <= (point.maxParcelKg ?? Infinity) && (variant.longestSideCm ?? 0) <= (point.maxSideCm ?? Infinity),
  );
}

const nearestFirst = <T>(found: Near<T>[]): Near<T>[] => found.sort((a, b) => a.km - b.km);

/** Distance on a flat patch: exact enough to sort places of collection, several times cheaper than the sphere. */
function quickKm(a: Coordinates, b: Coordinates): number {
  const dLat = (a.latitude - b.latitude) * DEGREE_KM;
  if (Math.abs(dLat) > 500) return distanceKm(a, b);
  const dLon =
    (a.longitude - b.longitude) *
    DEGREE_KM *
    Math.cos(((a.latitude + b.latitude) / 2) * 0.017453292519943295);
  return Math.sqrt(dLat * dLat + dLon * dLon);
}
