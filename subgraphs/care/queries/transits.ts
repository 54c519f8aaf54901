import type { Clock } from '../../../platform/clock/clock.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { mostCounted, type TransitSample } from '../domain/transit.ts';
import type { ParcelView } from '../domain/views.ts';
import type { CareModels } from '../store/models.ts';

/** How long parcels of each service took lately. */
export interface Transits {
  of(serviceCode: string): Promise<TransitSample>;
}

/** What was read is good for so long, ms: one parcel more changes little, and every report asks. */
const freshMs = 600_000;

/** Reads what parcels took from the parcels themselves: a row for each service would be written by all deliveries at once. */
export function createTransits({ Parcel }: Pick<CareModels, 'Parcel'>, clock: Clock): Transits {
  const known = new Map<string, { readonly atMs: number; readonly sample: TransitSample }>();
  const read = async (serviceCode: string): Promise<TransitSample> => {
    const arrived = builtFilter<ParcelView>({ serviceCode, deliveredAtMs: { $gt: 0 }, tookMs: { $gt: 0 } });
    const rows = await Parcel.find(arrived, { tookMs: 1 })
      .sort({ deliveredAtMs: -1 })
      .limit(mostCounted)
      .lean<Pick<ParcelView, 'tookMs'>[]>();
    return { tookMs: rows.map(({ tookMs = 0 }) => tookMs) };
  };
  return {
    of: async (serviceCode) => {
      const found = known.get(serviceCode);
      const nowMs = clock.nowMs();
      if (found !== undefined && nowMs - found.atMs < freshMs) return found.sample;
      const sample = await read(serviceCode);
      known.set(serviceCode, { atMs: nowMs, sample });
      return sample;
    },
  };
}
