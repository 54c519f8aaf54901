import type { Clock } from '../../../platform/clock/clock.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import {
  isMuch,
  learnedUntilMs,
  mostCounted,
  settling,
  type Journey,
  type TransitSample,
} from '../domain/transit.ts';
import type { ParcelView } from '../domain/views.ts';
import type { CareModels } from '../store/models.ts';

/** How long parcels of each service took lately. */
export interface Transits {
  of(serviceCode: string): Promise<TransitSample>;
}

/** Reads what parcels took from the parcels themselves: a row for each service would be written by all deliveries at once. */
export function createTransits({ Parcel }: Pick<CareModels, 'Parcel'>, clock: Clock): Transits {
  const known = new Map<string, { readonly asOfMs: number; readonly sample: TransitSample }>();
  const read = async (serviceCode: string, asOfMs: number, leftUntilMs: number): Promise<TransitSample> => {
    const left = { handedOverAtMs: { $lte: leftUntilMs }, deliveredAtMs: { $lt: asOfMs } };
    const arrived = builtFilter<ParcelView>({ serviceCode, ...left, tookMs: { $gt: 0 } });
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
  const learn = async (serviceCode: string, asOfMs: number): Promise<TransitSample> => {
    const steps = settling(asOfMs);
    let step = steps.next();
    while (step.done !== true) step = steps.next(await read(serviceCode, asOfMs, step.value));
    return step.value;
  };
  const sampleAt = async (key: string, serviceCode: string, asOfMs: number): Promise<TransitSample> => {
    const found = known.get(key);
    if (found?.asOfMs === asOfMs) return found.sample;
    const sample = await learn(serviceCode, asOfMs);
    known.set(key, { asOfMs, sample });
    return sample;
  };
  return {
    of: async (serviceCode) => {
      const { long, short } = learnedUntilMs(clock.nowMs());
      const sample = await sampleAt(`long ${serviceCode}`, serviceCode, long);
      return isMuch(sample) ? sample : sampleAt(`short ${serviceCode}`, serviceCode, short);
    },
  };
}
