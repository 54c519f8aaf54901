import { MINUTE_MS } from '../time/zoneClock.ts';
import { ZoneFinder } from '../geo/zoneFinder.ts';
import { distanceKm } from '../geo/distance.ts';
import type {
  Coordinates,
  LocationConfig,
  MethodConfig,
  ServiceConfig,
  ZoneConfig,
} from '../model/networkConfig.ts';
import type { DispatchTable } from '../time/dispatchTable.ts';
import type { OpenHours } from '../time/openHours.ts';
import type { ZoneClock } from '../time/zoneClock.ts';
import { CapacityLimits } from './capacityLimits.ts';
import { CollectionTable } from './collectionTable.ts';
import { compileLocations } from './compileLocations.ts';
import type { IndexSource, OriginArea } from './indexSource.ts';
import { MethodTable } from './methodTable.ts';
import { NearbyPlaces } from './nearbyPlaces.ts';
import { ServiceTable } from './serviceTable.ts';

/**
 * The configuration compiled to numbers. Rebuilt when configuration changes (rare), never for stock or
 * capacity (constant). Locations keep their number for life; services and zones are numbered afresh. What its parts
 * remember holds for one index: a change of configuration makes another.
 */
export class NetworkIndex {
  readonly locations: readonly (LocationConfig | undefined)[];
  readonly services: readonly ServiceConfig[];
  readonly methods: readonly MethodConfig[];
  readonly zones: readonly ZoneConfig[];
  readonly zoneFinder: ZoneFinder;
  readonly serviceNumber: ReadonlyMap<string, number>;
  readonly serviceTable: ServiceTable;
  readonly methodTable: MethodTable;
  readonly places: NearbyPlaces;
  readonly collections: CollectionTable;
  readonly capacity: CapacityLimits;
  readonly origins: readonly OriginArea[];
  /** By location; -1 for those that take no part. */
  readonly originOf: Int32Array;
  readonly hours: readonly (OpenHours | null)[];
  readonly handlingMs: Float64Array;
  readonly shipsFrom: Uint8Array;
  readonly handlingCost: Float64Array;
  readonly unitCost: Float64Array;
  readonly latitude: Float64Array;
  readonly releaseMs: number;
  readonly #clocks: readonly ZoneClock[];

  constructor(config: IndexSource) {
    this.locations = config.locations.slice();
    this.services = [...config.services.values()];
    this.serviceNumber = new Map(this.services.map((s, i) => [s.id, i]));
    this.serviceTable = new ServiceTable(this.services);
    this.methods = [...config.methods.values()].filter((m) => m.active !== false);
    this.methodTable = new MethodTable(this.methods, this.services, this.serviceNumber);
    this.zones = [...config.zones.values()];
    this.zoneFinder = new ZoneFinder(this.zones, config.locate);
    this.releaseMs = config.rules.releaseMinutes * MINUTE_MS;
    const compiled = compileLocations(config, this);
    this.origins = compiled.origins;
    this.originOf = compiled.originOf;
    this.hours = compiled.hours;
    this.handlingMs = compiled.handlingMs;
    this.#clocks = compiled.clocks;
    this.collections = new CollectionTable(this.locations.length, compiled.pairOf, compiled.tables);
    const stores = this.locations.flatMap((l, i) => (l?.collect && this.originOf[i]! >= 0 ? [i] : []));
    this.places = new NearbyPlaces(this.locations, stores, config.pickupPoints.values());
    const active = this.locations.map((l, i) => (this.originOf[i]! >= 0 ? l : undefined));
    this.capacity = new CapacityLimits(active);
    this.shipsFrom = Uint8Array.from(active, (l) => (l && l.shipFrom !== false ? 1 : 0));
    this.handlingCost = Float64Array.from(active, (l) => l?.handlingCost ?? 0);
    this.unitCost = Float64Array.from(active, (l) => l?.unitCost ?? 0);
    this.latitude = Float64Array.from(this.locations, (l) => l?.coordinates.latitude ?? 0);
  }

  /** The earliest local day of an instant at any location. */
  earliestDay(ms: number): number {
    let earliest = Infinity;
    for (const clock of this.#clocks) earliest = Math.min(earliest, clock.dayOf(ms));
    return earliest;
  }

  /** Collections by pair of location and service. */
  get tables(): readonly DispatchTable[] {
    return this.collections.tables;
  }

  /** Number of the pair of a location and a service, -1 when the service does not collect there. */
  pair(location: number, service: number): number {
    return this.collections.pair(location, service);
  }

  /** Number of the lane from a location's area by a service, in the lanes into any area. */
  laneOf(location: number, service: number): number {
    return service * this.origins.length + this.originOf[location]!;
  }

  /** Distance of a location to a point, km. */
  distance(location: number, to: Coordinates): number {
    return distanceKm(this.locations[location]!.coordinates, to);
  }
}
