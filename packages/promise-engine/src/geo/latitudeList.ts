import { distanceKm } from './distance.ts';
import type { Coordinates } from '../model/networkConfig.ts';

/** Kilometres of one degree of latitude. */
const DEGREE_KM = 111.2;
const RAD = 0.017453292519943295;

/** Areas whose places are remembered. */
const AREAS = 1024;

/** A place with its distance. */
export interface Near<T> {
  readonly place: T;
  readonly km: number;
}

/** Places in order of latitude, so that those near a point are a short stretch of the list. */
export class LatitudeList<T> {
  readonly #places: readonly T[];
  readonly #coordinates: readonly Coordinates[];
  readonly #latitudes: Float64Array;
  /** By area, for the radius asked for last. */
  readonly #areas = new Map<string, { readonly km: number; readonly near: readonly Near<T>[] }>();

  constructor(places: readonly T[], coordinatesOf: (place: T) => Coordinates) {
    this.#places = places.toSorted((a, b) => coordinatesOf(a).latitude - coordinatesOf(b).latitude);
    this.#coordinates = this.#places.map(coordinatesOf);
    this.#latitudes = Float64Array.from(this.#coordinates, (c) => c.latitude);
  }

  /** The places within `km` of an area's centre, nearest first: remembered, as most questions name an area alone. */
  around(area: string, centre: Coordinates, km: number): readonly Near<T>[] {
    const known = this.#areas.get(area);
    if (known !== undefined && known.km === km) return known.near;
    if (known === undefined && this.#areas.size >= AREAS)
      this.#areas.delete(this.#areas.keys().next().value!);
    const near = this.within(centre, km);
    this.#areas.set(area, { km, near });
    return near;
  }

  /** The places within `km` of a point, nearest first. */
  within(centre: Coordinates, km: number): Near<T>[] {
    const found: Near<T>[] = [];
    const until = centre.latitude + km / DEGREE_KM;
    for (let i = this.#firstFrom(centre.latitude - km / DEGREE_KM); i < this.#places.length; i++) {
      if (!(this.#latitudes[i]! <= until)) break;
      const distance = quickKm(this.#coordinates[i]!, centre);
      if (distance <= km) found.push({ place: this.#places[i]!, km: distance });
    }
    return nearestFirst(found);
  }

  #firstFrom(latitude: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.#latitudes[mid]! < latitude) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

export const nearestFirst = <T>(found: Near<T>[]): Near<T>[] => found.sort(byDistance);

const byDistance = (a: Near<unknown>, b: Near<unknown>): number => a.km - b.km;

/** Distance on a flat patch: exact enough to sort places of collection, several times cheaper than the sphere. */
export function quickKm(a: Coordinates, b: Coordinates): number {
  const dLat = (a.latitude - b.latitude) * DEGREE_KM;
  if (Math.abs(dLat) > 500) return distanceKm(a, b);
  const dLon = (a.longitude - b.longitude) * DEGREE_KM * Math.cos(((a.latitude + b.latitude) / 2) * RAD);
  return Math.sqrt(dLat * dLat + dLon * dLon);
}
