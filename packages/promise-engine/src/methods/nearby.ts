import type { Ask } from '../question/ask.ts';
import { nearestFirst, quickKm, type Near } from '../geo/latitudeList.ts';
import type { MethodConfig, PickupPointConfig } from '../model/networkConfig.ts';

export const placesWanted = (ask: Ask): number =>
  Math.max(1, Math.min(20, ask.limits.maxPickups ?? ask.network.terms.collectPlaces));

const radiusOf = (ask: Ask, method: MethodConfig): number =>
  ask.limits.pickupRadiusKm ?? method.radiusKm ?? ask.network.terms.collectRadiusKm;

/** What the question's point is remembered by; null when it names a point of its own. */
const areaOf = ({ zone }: Ask): string | null => zone.placeKey;

/**
 * Stores of collection near the destination (or those asked for), nearest first, as location numbers. Those that the
 * question excludes are left out unless it asks for certain ones.
 */
export function nearbyStores(ask: Ask, method: MethodConfig): readonly Near<number>[] {
  const wanted = ask.limits.pickupIds;
  const { index } = ask;
  const { centre } = ask.zone;
  if (!wanted) {
    const near = index.places.storesNear(ask.country, centre, radiusOf(ask, method), areaOf(ask));
    const { excluded } = ask;
    return excluded === null ? near : near.filter(({ place }) => !excluded.has(place));
  }
  // A store that cannot send may still be where the customer collects, once that was agreed.
  const found: Near<number>[] = [];
  for (const l of index.places.stores) {
    const { id, coordinates } = index.locations[l]!;
    if (wanted.includes(id)) found.push({ place: l, km: quickKm(coordinates, centre) });
  }
  return nearestFirst(found);
}

/** Pickup points or lockers near the destination (or those asked for), nearest first; some may not fit the cart. */
export function nearbyPoints(ask: Ask, method: MethodConfig): readonly Near<PickupPointConfig>[] {
  const kind = method.methodType === 'LOCKER' ? 'LOCKER' : 'PICKUP_POINT';
  const wanted = ask.limits.pickupIds;
  const { places } = ask.index;
  const { centre } = ask.zone;
  if (!wanted) return places.pointsNear(kind, ask.country, centre, radiusOf(ask, method), areaOf(ask));
  const found: Near<PickupPointConfig>[] = [];
  for (const place of places.points(kind, ask.country)) {
    if (wanted.includes(place.id)) found.push({ place, km: quickKm(place.coordinates, centre) });
  }
  return nearestFirst(found);
}

/** Whether a point takes whatever is in the cart. */
export const fits = ({ cart }: Ask, point: PickupPointConfig): boolean =>
  cart.heaviestKg <= (point.maxParcelKg ?? Infinity) && cart.longestCm <= (point.maxSideCm ?? Infinity);
