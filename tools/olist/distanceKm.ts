import type { GeoPoint } from './rows.ts';

const EARTH_DIAMETER_KM = 12_742;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance, or undefined when either place is unknown. */
export function distanceKm(a: GeoPoint | undefined, b: GeoPoint | undefined): number | undefined {
  if (!a || !b) return undefined;
  const h =
    Math.sin(radians(a.lat - b.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(a.lng - b.lng) / 2) ** 2;
  return EARTH_DIAMETER_KM * Math.asin(Math.sqrt(h));
}
