import type { Ask } from '../candidates/ask.ts';
import { distanceKm } from '../geo.ts';
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
  const found: Near<number>[] = [];
  for (const l of ask.index.collectLocations) {
    const location = ask.index.locations[l]!;
    if (wanted && !wanted.includes(location.id)) continue;
    // A store that cannot send may still be where the customer collects, once that was agreed.
    if (!wanted && (ask.excluded?.has(l) || location.country !== ask.country)) continue;
    const km = quickKm(location.coordinates, ask.zone.centre);
    if (wanted || km <= radiusOf(ask, method)) found.push({ place: l, km });
  }
  return nearestFirst(found);
}

/** Pickup points or lockers near the destination that fit the cart, nearest first. */
export function nearbyPoints(ask: Ask, method: MethodConfig): Near<PickupPointConfig>[] {
  const kind = method.methodType === 'LOCKER' ? 'LOCKER' : 'PICKUP_POINT';
  const wanted = ask.limits.pickupIds;
  const found: Near<PickupPointConfig>[] = [];
  for (const place of ask.index.pointsByCountry.get(`${kind}|${ask.country}`) ?? []) {
    if (wanted && !wanted.includes(place.id)) continue;
    const km = quickKm(place.coordinates, ask.zone.centre);
    if ((wanted || km <= radiusOf(ask, method)) && fits(ask, place)) found.push({ place, km });
  }
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
  const dLat = (a.latitude - b.latitude) * 111.2;
  if (Math.abs(dLat) > 500) return distanceKm(a, b);
  const dLon =
    (a.longitude - b.longitude) * 111.2 * Math.cos(((a.latitude + b.latitude) / 2) * 0.017453292519943295);
  return Math.sqrt(dLat * dLat + dLon * dLon);
}
