import { coveredPlaces, isDivided, narrowness, type Place } from '@promesse/geography/coverage';
import type { ServiceFacts } from '../facts.ts';

/** Id of an area: the destination, or the destination with a beginning of postal codes. */
export const areaId = ({ destination, prefix }: Place): string =>
  prefix === '' ? destination : `${destination}-${prefix}`;

/** Destinations of a lane or a service, each once. */
export const destinationsOf = ({ lanes }: Pick<ServiceFacts, 'lanes'>): string[] => [
  ...new Set(lanes.flatMap((lane) => coveredPlaces(lane).map(({ destination }) => destination))),
];

/**
 * The lanes of a service that hold for an area: of each country of origin those that name it most narrowly, so that a
 * lane to `20` answers for Corsica, and the one to the whole country for the rest.
 */
export function narrowestLanes(service: ServiceFacts, area: Place): number[] {
  const best = new Map<string, number>();
  const found = service.lanes.map((lane) => narrowness(lane, area));
  found.forEach((signs, i) => {
    const { originCountry } = service.lanes[i]!;
    best.set(originCountry, Math.max(signs, best.get(originCountry) ?? -1));
  });
  return found.flatMap((signs, i) =>
    signs >= 0 && signs === best.get(service.lanes[i]!.originCountry) ? [i] : [],
  );
}

/** Whether some lane of a service goes to less than a whole destination. */
export const hasDividedLanes = ({ lanes }: ServiceFacts): boolean => lanes.some(isDivided);
