import type { Clock } from '../../../platform/clock/clock.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { isEnough, mostCounted, patienceMs, type Journey, type TransitSample } from '../domain/transit.ts';
import type { ParcelView } from '../domain/views.ts';
import type { CareModels } from '../store/models.ts';

/** How long parcels of each service took lately. */
export interface Transits {
  of(serviceCode: string): Promise<TransitSample>;
}

/** What was read is good for so long once much was seen, ms: one parcel more changes little, and every report asks. */
const freshMs = 12 * 3_600_000;

/** Of a service that few parcels took, each one more says something. */
const freshFor = ({ journeys }: TransitSample): number => (journeys.length < 500 ? freshMs / 72 : freshMs);

/** Reads what parcels took from the parcels themselves: a row for each service would be written by all deliveries at once. */
export function createTransits({ Parcel }: Pick<CareModels, 'Parcel'>, clock: Clock): Transits {
  const known = new Map<string, { readonly atMs: number; readonly sample: TransitSample }>();
  const read = async (serviceCode: string, leftUntilMs: number): Promise<TransitSample> => {
    const handedOverAtMs = { $lte: leftUntilMs };
    const arrived = builtFilter<ParcelView>({ serviceCode, handedOverAtMs, tookMs: { $gt: 0 } });
    const rows = await Parcel.find(arrived, { tookMs: 1, handlingMs: 1, silentMs: 1, area: 1 })
      .sort({ handedOverAtMs: -1 })
      .limit(mostCounted)
      .lean<Pick<ParcelView, 'tookMs' | 'handlingMs' | 'silentMs' | 'area'>[]>();
    return {
      journeys: rows.map(({ tookMs = 0, handlingMs, silentMs, area = '' }): Journey => ({
        ...{ tookMs, area },
        ...(handlingMs === undefined ? {} : { handlingMs }),
        ...(silentMs === undefined ? {} : { silentMs }),
      })),
    };
  };
  const learn = async (serviceCode: string, before: TransitSample, nowMs: number): Promise<TransitSample> => {
    const settled = await read(serviceCode, nowMs - patienceMs(before));
    return isEnough(settled) ? settled : read(serviceCode, nowMs);
  };
  return {
    of: async (serviceCode) => {
      const found = known.get(serviceCode);
      const nowMs = clock.nowMs();
      if (found !== undefined && nowMs - found.atMs < freshFor(found.sample)) return found.sample;
      const sample = await learn(serviceCode, found?.sample ?? { journeys: [] }, nowMs);
      known.set(serviceCode, { atMs: nowMs, sample });
      return sample;
    },
  };
}
