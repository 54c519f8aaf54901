import type { ZoneFinder } from '../geo/zoneFinder.ts';
import type { LocationConfig } from '../model/networkConfig.ts';
import { DispatchTable } from '../time/dispatchTable.ts';
import { OpenHours, workMs } from '../time/openHours.ts';
import type { ZoneClock } from '../time/zoneClock.ts';
import type { IndexSource, OriginArea } from './indexSource.ts';
import { shared } from './shared.ts';

/** What the rest of the index must be known for. */
interface Known {
  readonly zones: readonly OriginArea[];
  readonly zoneFinder: ZoneFinder;
  readonly serviceNumber: ReadonlyMap<string, number>;
  readonly releaseMs: number;
}

/** Locations as numbers: where they send from, when they work, and when what they send is collected. */
export interface CompiledLocations {
  readonly origins: readonly OriginArea[];
  readonly originOf: Int32Array;
  readonly hours: readonly (OpenHours | null)[];
  readonly handlingMs: Float64Array;
  readonly clocks: readonly ZoneClock[];
  readonly pairOf: Int32Array;
  readonly tables: readonly DispatchTable[];
}

/** Compiles the active locations. Stores of a chain share hours and collections: so do their tables. */
export function compileLocations(config: IndexSource, known: Known): CompiledLocations {
  const n = config.locations.length;
  const origins = known.zones.map((z): OriginArea => ({ id: z.id, country: z.country, centre: z.centre }));
  const originOf = new Int32Array(n).fill(-1);
  const hours = new Array<OpenHours | null>(n).fill(null);
  const handlingMs = new Float64Array(n);
  const clocks = new Set<ZoneClock>();
  const pairOf = new Int32Array(n * config.services.size).fill(-1);
  const tables: DispatchTable[] = [];
  const sharedHours = new Map<string, OpenHours>();
  const sharedTables = new Map<string, DispatchTable>();
  config.locations.forEach((location, l) => {
    if (!location || location.active === false) return;
    const openKey = `${location.timeZone}|${JSON.stringify(location.opening)}`;
    const open = shared(sharedHours, openKey, () => new OpenHours(location.opening, location.timeZone));
    const work = workMs(config.handlingMinutes(location));
    hours[l] = open;
    clocks.add(open.clock);
    handlingMs[l] = work;
    originOf[l] = originOfLocation(location, known.zoneFinder, origins);
    for (const schedule of location.pickups) {
      const s = known.serviceNumber.get(schedule.serviceId);
      if (s === undefined) continue;
      const key = `${openKey}|${work}|${JSON.stringify({ ...schedule, serviceId: '' })}`;
      pairOf[s * n + l] = tables.length;
      tables.push(shared(sharedTables, key, () => new DispatchTable(open, schedule, work, known.releaseMs)));
    }
  });
  return { origins, originOf, hours, handlingMs, clocks: [...clocks], pairOf, tables };
}

/** Number of the area a location sends from; adds one when no zone of postal codes holds it. */
function originOfLocation(location: LocationConfig, zones: ZoneFinder, origins: OriginArea[]): number {
  const { id, country, postalCode, coordinates } = location;
  const zone = zones.resolve({ country, postalCode });
  if (zone && zone.precision === 'POSTCODE') return zone.zoneIndex;
  origins.push({ id: `location:${id}`, country, centre: coordinates });
  return origins.length - 1;
}
