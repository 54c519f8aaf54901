import { distanceKm, ZoneFinder } from '../geo.ts';
import type {
  Coordinates,
  LocationConfig,
  MethodConfig,
  PickupPointConfig,
  ServiceConfig,
  ZoneConfig,
} from '../networkConfig.ts';
import type { RuleSet } from '../ruleTypes.ts';
import { DispatchTable } from '../time/dispatchTable.ts';
import { LatitudeList } from './latitudeList.ts';
import { OpenHours, workMs } from '../time/openHours.ts';
import { CarrierCalendar } from '../time/carrierCalendar.ts';
import { MINUTE_MS, minutesOf, type ZoneClock } from '../time/zoneClock.ts';

/** What the index is compiled from. */
export interface NetworkConfig {
  readonly locations: readonly (LocationConfig | undefined)[];
  readonly services: ReadonlyMap<string, ServiceConfig>;
  readonly methods: ReadonlyMap<string, MethodConfig>;
  readonly zones: ReadonlyMap<string, ZoneConfig>;
  readonly pickupPoints: ReadonlyMap<string, PickupPointConfig>;
  readonly rules: RuleSet;
  /** Handling minutes of a location: learned, or configured. */
  readonly handlingMinutes: (location: LocationConfig) => number;
}

/** A delivery window of a service, its clock times as minutes after midnight. */
export interface ServiceWindow {
  readonly from: string;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly capacity: number;
}

/** A carrier area locations ship from: a zone, or the location itself when no zone holds it. */
export interface OriginArea {
  readonly id: string;
  readonly country: string;
  readonly centre: Coordinates;
}

/**
 * The configuration compiled to numbers. Rebuilt when configuration changes (rare), never for stock or
 * capacity (constant). Locations keep their number for life; services and zones are numbered afresh.
 */
export class NetworkIndex {
  readonly locations: readonly (LocationConfig | undefined)[];
  readonly services: readonly ServiceConfig[];
  readonly methods: readonly MethodConfig[];
  readonly zones: readonly ZoneConfig[];
  readonly pickupPoints: readonly PickupPointConfig[];
  readonly zoneFinder: ZoneFinder;
  readonly serviceNumber = new Map<string, number>();
  readonly origins: OriginArea[];
  /** By location. */
  readonly originOf: Int32Array;
  readonly hours: (OpenHours | null)[];
  readonly handlingMs: Float64Array;
  readonly shipsFrom: Uint8Array;
  readonly hasCapacity: Uint8Array;
  readonly handlingCost: Float64Array;
  readonly unitCost: Float64Array;
  readonly latitude: Float64Array;
  /** By service and location: number of the pair, -1 when the service does not collect there. */
  readonly pairOf: Int32Array;
  readonly tables: DispatchTable[] = [];
  /** By pair: the collection found last, valid for work begun in (low, high]. */
  readonly pairLow: Float64Array;
  readonly pairHigh: Float64Array;
  readonly pairPickup: Float64Array;
  readonly pairDay: Int32Array;
  readonly releaseMs: number;
  /** Locations where orders can be collected. */
  readonly collectLocations: number[] = [];
  /** Pickup points by `kind|country`. */
  readonly pointsByCountry = new Map<string, PickupPointConfig[]>();
  readonly #storesNear = new Map<string, LatitudeList<number>>();
  readonly #pointsNear = new Map<string, LatitudeList<PickupPointConfig>>();
  /** By service: delivery hours in minutes after midnight, and its windows. */
  readonly fromMinute: Float64Array;
  readonly untilMinute: Float64Array;
  readonly windows: readonly (readonly ServiceWindow[])[];
  readonly #clocks = new Set<ZoneClock>();
  readonly #methodsOf = new Map<string, readonly MethodConfig[]>();
  readonly #calendars = new Map<string, readonly CarrierCalendar[]>();
  readonly #pointHours = new Map<string, OpenHours>();

  constructor(config: NetworkConfig) {
    this.locations = config.locations.slice();
    this.services = [...config.services.values()];
    this.services.forEach((s, i) => this.serviceNumber.set(s.id, i));
    this.fromMinute = Float64Array.from(this.services, (s) => minutesOf(s.deliverFrom));
    this.untilMinute = Float64Array.from(this.services, (s) => minutesOf(s.deliverUntil));
    this.windows = this.services.map((s) =>
      (s.windows ?? []).map((w) => ({
        from: w.from,
        fromMinute: minutesOf(w.from),
        untilMinute: minutesOf(w.until),
        capacity: w.capacity ?? Infinity,
      })),
    );
    this.methods = [...config.methods.values()].filter((m) => m.active !== false);
    this.zones = [...config.zones.values()];
    this.zoneFinder = new ZoneFinder(this.zones);
    this.origins = this.zones.map((z) => ({ id: z.id, country: z.country, centre: z.centre }));
    this.pickupPoints = [...config.pickupPoints.values()].filter((p) => p.active !== false);
    this.releaseMs = config.rules.releaseMinutes * MINUTE_MS;
    for (const point of this.pickupPoints) {
      shared(this.pointsByCountry, `${point.kind}|${point.country}`, () => [] as PickupPointConfig[]).push(
        point,
      );
    }
    const n = this.locations.length;
    this.originOf = new Int32Array(n).fill(-1);
    this.hours = new Array<OpenHours | null>(n).fill(null);
    this.handlingMs = new Float64Array(n);
    this.shipsFrom = new Uint8Array(n);
    this.hasCapacity = new Uint8Array(n);
    this.handlingCost = new Float64Array(n);
    this.unitCost = new Float64Array(n);
    this.latitude = Float64Array.from(this.locations, (l) => l?.coordinates.latitude ?? 0);
    this.pairOf = new Int32Array(n * this.services.length).fill(-1);
    this.#compileLocations(config);
    this.pairLow = new Float64Array(this.tables.length).fill(Infinity);
    this.pairHigh = new Float64Array(this.tables.length).fill(-Infinity);
    this.pairPickup = new Float64Array(this.tables.length);
    this.pairDay = new Int32Array(this.tables.length);
  }

  /** The earliest local day of an instant at any location. */
  earliestDay(ms: number): number {
    let earliest = Infinity;
    for (const clock of this.#clocks) earliest = Math.min(earliest, clock.dayOf(ms));
    return earliest;
  }

  /**
   * The methods of a type that serve a country. Retailers have a method per carrier service and country: those of other
   * countries are not worth a word each, and one of them stands for all where none serves this one.
   */
  methodsOf(type: MethodConfig['methodType'], country: string): readonly MethodConfig[] {
    return shared(this.#methodsOf, `${type}|${country}`, () => {
      const ofType = this.methods.filter((m) => m.methodType === type);
      const serving = ofType.filter((m) => !m.countries || m.countries.includes(country));
      return serving.length > 0 ? serving : ofType.slice(0, 1);
    });
  }

  /** Business days of every service towards a country. */
  calendarsTo(country: string): readonly CarrierCalendar[] {
    return shared(this.#calendars, country, () => this.services.map((s) => new CarrierCalendar(s, country)));
  }

  /** Locations of a country where orders can be collected, by latitude. */
  storesNear(country: string): LatitudeList<number> {
    const stores = (): number[] =>
      this.collectLocations.filter((l) => this.locations[l]!.country === country);
    return shared(
      this.#storesNear,
      country,
      () => new LatitudeList(stores(), (l) => this.locations[l]!.coordinates.latitude),
    );
  }

  /** Pickup points of a kind in a country, by latitude. */
  pointsNear(kind: PickupPointConfig['kind'], country: string): LatitudeList<PickupPointConfig> {
    const key = `${kind}|${country}`;
    const points = this.pointsByCountry.get(key) ?? [];
    return shared(this.#pointsNear, key, () => new LatitudeList(points, (p) => p.coordinates.latitude));
  }

  /** Opening hours of a pickup point. */
  pointHours(point: PickupPointConfig): OpenHours {
    return shared(this.#pointHours, point.id, () => new OpenHours(point.opening, point.timeZone));
  }

  /** Number of the pair of a location and a service, -1 when the service does not collect there. */
  pair(location: number, service: number): number {
    return this.pairOf[service * this.locations.length + location]!;
  }

  /** Distance of a location to a point, km. */
  distance(location: number, to: Coordinates): number {
    return distanceKm(this.locations[location]!.coordinates, to);
  }

  #compileLocations(config: NetworkConfig): void {
    const hours = new Map<string, OpenHours>();
    const tables = new Map<string, DispatchTable>();
    const n = this.locations.length;
    this.locations.forEach((location, l) => {
      if (!location || location.active === false) return;
      const openKey = `${location.timeZone}|${JSON.stringify(location.opening)}`;
      const open = shared(hours, openKey, () => new OpenHours(location.opening, location.timeZone));
      this.hours[l] = open;
      this.#clocks.add(open.clock);
      this.handlingMs[l] = workMs(config.handlingMinutes(location));
      this.shipsFrom[l] = location.shipFrom === false ? 0 : 1;
      if (location.collect) this.collectLocations.push(l);
      this.hasCapacity[l] = location.capacity ? 1 : 0;
      this.handlingCost[l] = location.handlingCost ?? 0;
      this.unitCost[l] = location.unitCost ?? 0;
      this.originOf[l] = this.#originOf(location);
      for (const schedule of location.pickups) {
        const s = this.serviceNumber.get(schedule.serviceId);
        if (s === undefined) continue;
        // Stores of a chain share hours and collections: so do their tables.
        const key = `${openKey}|${this.handlingMs[l]}|${JSON.stringify({ ...schedule, serviceId: '' })}`;
        const make = (): DispatchTable =>
          new DispatchTable(open, schedule, this.handlingMs[l]!, this.releaseMs);
        this.pairOf[s * n + l] = this.tables.length;
        this.tables.push(shared(tables, key, make));
      }
    });
  }

  #originOf(location: LocationConfig): number {
    const zone = this.zoneFinder.resolve({ country: location.country, postalCode: location.postalCode });
    if (zone && zone.precision === 'POSTCODE') return zone.zoneIndex;
    this.origins.push({
      id: `location:${location.id}`,
      country: location.country,
      centre: location.coordinates,
    });
    return this.origins.length - 1;
  }
}

function shared<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
