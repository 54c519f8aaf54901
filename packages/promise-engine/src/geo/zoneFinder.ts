import type { Coordinates, ZoneConfig } from '../model/networkConfig.ts';
import { distanceKm, validCoordinates } from './distance.ts';
import type { Destination, ResolvedDestination } from '../model/types.ts';

/** One zone with its place in the network's zone list. */
interface IndexedZone {
  readonly index: number;
  readonly zone: ZoneConfig;
  readonly pattern: RegExp | null;
}

interface CountryZones {
  readonly byPrefix: Map<string, IndexedZone[]>;
  readonly all: IndexedZone[];
  longest: number;
}

/** A destination resolved to a zone of the network. */
export interface ResolvedZone extends ResolvedDestination {
  readonly zoneIndex: number;
  readonly centre: Coordinates;
}

/** Finds the zone of a destination: longest postal prefix, then region, then country. */
export class ZoneFinder {
  readonly #countries = new Map<string, CountryZones>();

  constructor(zones: readonly ZoneConfig[]) {
    zones.forEach((zone, index) => this.#add(zone, index));
  }

  /** The zone of a destination, or null when the country is not known at all. */
  resolve(destination: Destination): ResolvedZone | null {
    const country = this.#countries.get(destination.country);
    if (!country) return null;
    const { coordinates } = destination;
    const postal = (destination.postalCode ?? '').toUpperCase().replace(/[\s-]/g, '');
    const found = postal === '' ? null : this.#byPostalCode(country, postal);
    if (coordinates && validCoordinates(coordinates)) {
      const zone = found?.zone.precision === 'POSTCODE' ? found : nearest(country.all, coordinates);
      return answer(zone, 'COORDINATES', false, coordinates);
    }
    if (!found) {
      const whole = country.all.find((z) => z.zone.precision === 'COUNTRY') ?? country.all[0]!;
      return answer(whole, 'COUNTRY', postal !== '', whole.zone.centre);
    }
    const precise = found.zone.precision === 'POSTCODE';
    return answer(found, found.zone.precision, !precise, found.zone.centre);
  }

  #byPostalCode(country: CountryZones, postal: string): IndexedZone | null {
    for (let length = Math.min(postal.length, country.longest); length > 0; length--) {
      for (const candidate of country.byPrefix.get(postal.slice(0, length)) ?? []) {
        if (!candidate.pattern || candidate.pattern.test(postal)) return candidate;
      }
    }
    return null;
  }

  #add(zone: ZoneConfig, index: number): void {
    const entry: IndexedZone = {
      index,
      zone,
      pattern: zone.postalPattern ? new RegExp(zone.postalPattern) : null,
    };
    let country = this.#countries.get(zone.country);
    if (!country) {
      country = { byPrefix: new Map(), all: [], longest: 0 };
      this.#countries.set(zone.country, country);
    }
    country.all.push(entry);
    for (const raw of zone.postalPrefixes) {
      const prefix = raw.toUpperCase();
      country.longest = Math.max(country.longest, prefix.length);
      const list = country.byPrefix.get(prefix) ?? [];
      list.push(entry);
      // The finer zone answers first where a region shares the prefix.
      list.sort((a, b) => rank(a.zone) - rank(b.zone));
      country.byPrefix.set(prefix, list);
    }
  }
}

const rank = (zone: ZoneConfig): number => ['POSTCODE', 'REGION', 'COUNTRY'].indexOf(zone.precision);

function nearest(zones: readonly IndexedZone[], to: Coordinates): IndexedZone {
  const fine = zones.filter((z) => z.zone.precision === 'POSTCODE');
  const pool = fine.length > 0 ? fine : zones;
  return pool.reduce((best, z) =>
    distanceKm(z.zone.centre, to) < distanceKm(best.zone.centre, to) ? z : best,
  );
}

function answer(
  zone: IndexedZone,
  precision: ResolvedDestination['precision'],
  fallback: boolean,
  centre: Coordinates,
): ResolvedZone {
  return {
    zoneIndex: zone.index,
    zoneId: zone.zone.id,
    timeZone: zone.zone.timeZone,
    precision,
    fallback,
    centre,
  };
}
