import type { Coordinates, ZoneConfig } from '../model/networkConfig.ts';
import { distanceKm, validCoordinates } from './distance.ts';
import type { LocatedPlace, Locator } from '../model/locator.ts';
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
  /** Country or territory of the zone. */
  readonly country: string;
  /** The point distances are measured from. */
  readonly centre: Coordinates;
  readonly radiusMetres: number;
  /** What the point is remembered by; null for a point of somebody's own. */
  readonly placeKey: string | null;
}

/** A postal code that is known within so much is known; wider than that, it is a region. */
const postcodeMetres = 25_000;
/** Coordinates further than this beyond their postal code's own circle contradict it. */
const contradictionKm = 25;

/** Finds the zone of a destination: longest postal prefix, then region, then country. */
export class ZoneFinder {
  readonly #countries = new Map<string, CountryZones>();

  readonly #locate: Locator | undefined;

  /** @param locate postal geography; without it, what the zones say is all that is known. */
  constructor(zones: readonly ZoneConfig[], locate?: Locator) {
    this.#locate = locate;
    zones.forEach((zone, index) => this.#add(zone, index));
  }

  /** The zone of a destination, or null when the country is not known at all. */
  resolve(destination: Destination): ResolvedZone | null {
    const place = this.#locate?.(destination.country, destination.postalCode);
    const country = this.#countries.get(place?.destination ?? destination.country);
    if (!country) return null;
    const { coordinates } = destination;
    const postal = (destination.postalCode ?? '').toUpperCase().replace(/[\s-]/g, '');
    const found = postal === '' ? null : this.#byPostalCode(country, postal);
    if (coordinates && validCoordinates(coordinates) && !contradict(place, coordinates)) {
      const zone = found?.zone.precision === 'POSTCODE' ? found : nearest(country.all, coordinates);
      return answer(zone, 'COORDINATES', false, { centre: coordinates, radiusMetres: 0, placeKey: null });
    }
    const zone = found ?? country.all.find((z) => z.zone.precision === 'COUNTRY') ?? country.all[0]!;
    if (place !== undefined && place.precision !== 'COUNTRY') return answerAt(zone, place);
    const { precision } = zone.zone;
    return found === null
      ? answer(zone, 'COUNTRY', postal !== '', pointOf(zone.zone))
      : answer(zone, precision, precision !== 'POSTCODE', pointOf(zone.zone));
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

/** Coordinates of one town with a postal code of another: the address is believed, as that is where it is brought. */
function contradict(place: LocatedPlace | undefined, coordinates: Coordinates): boolean {
  if (place === undefined || place.precision === 'COUNTRY') return false;
  return distanceKm(place, coordinates) > place.radiusMetres / 1_000 + contradictionKm;
}

type ZonePoint = Pick<ResolvedZone, 'centre' | 'radiusMetres' | 'placeKey'>;

const widest: Readonly<Record<ZoneConfig['precision'], number>> = {
  POSTCODE: 0,
  REGION: 100_000,
  COUNTRY: 1_000_000,
};

const pointOf = ({ id, centre, precision, radiusMetres }: ZoneConfig): ZonePoint => ({
  ...{ centre, placeKey: id },
  radiusMetres: radiusMetres ?? widest[precision],
});

/** The zone of a postal code, at the point where the code is known to lie. */
function answerAt(zone: IndexedZone, place: LocatedPlace): ResolvedZone {
  const { radiusMetres, area, destination } = place;
  const known = radiusMetres <= postcodeMetres;
  const point = { centre: place, radiusMetres, placeKey: `${destination}-${area}` };
  return answer(zone, known ? 'POSTCODE' : 'REGION', !known, point);
}

function answer(
  zone: IndexedZone,
  precision: ResolvedDestination['precision'],
  fallback: boolean,
  { centre, radiusMetres, placeKey }: ZonePoint,
): ResolvedZone {
  return {
    zoneIndex: zone.index,
    zoneId: zone.zone.id,
    country: zone.zone.country,
    timeZone: zone.zone.timeZone,
    precision,
    fallback,
    centre,
    radiusMetres,
    placeKey,
  };
}
