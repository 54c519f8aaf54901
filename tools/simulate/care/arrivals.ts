import {
  isMuch,
  learnedUntilMs,
  mostCounted,
  settling,
  type Journey,
  type TransitSample,
} from '../../../subgraphs/care/domain/transit.ts';
import type { ParcelView } from '../../../subgraphs/care/domain/views.ts';

interface Arrived {
  readonly leftAtMs: number;
  readonly arrivedAtMs: number;
  readonly journey: Journey;
}

/** What of a parcel is kept once it has arrived. */
type Learned = Pick<
  ParcelView,
  'tookMs' | 'area' | 'handlingMs' | 'silentMs' | 'handedOverAtMs' | 'deliveredAtMs'
>;

/** Parcels that arrived, and what they teach; as the subgraph's `queries/transits.ts` reads them from its database. */
export class Arrivals {
  /** In the order in which they left. */
  readonly #arrived: Arrived[] = [];
  readonly #known = new Map<'long' | 'short', { readonly asOfMs: number; readonly sample: TransitSample }>();

  add({ tookMs, area = '', handlingMs, silentMs, handedOverAtMs = 0, deliveredAtMs = 0 }: Learned): void {
    if (tookMs === undefined) return;
    const journey: Journey = {
      ...{ tookMs, area },
      ...(handlingMs === undefined ? {} : { handlingMs }),
      ...(silentMs === undefined ? {} : { silentMs }),
    };
    const one = { leftAtMs: handedOverAtMs, arrivedAtMs: deliveredAtMs, journey };
    this.#arrived.splice(this.#leftUntil(handedOverAtMs), 0, one);
  }

  /** How many of those that arrived had left by then. */
  #leftUntil(atMs: number): number {
    let low = 0;
    let high = this.#arrived.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#arrived[middle]?.leftAtMs ?? 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  sample(nowMs: number): TransitSample {
    const { long, short } = learnedUntilMs(nowMs);
    const sample = this.#sampleAt('long', long);
    return isMuch(sample) ? sample : this.#sampleAt('short', short);
  }

  #sampleAt(key: 'long' | 'short', asOfMs: number): TransitSample {
    const found = this.#known.get(key);
    if (found?.asOfMs === asOfMs) return found.sample;
    const steps = settling(asOfMs);
    let step = steps.next();
    while (step.done !== true) step = steps.next(this.#newest(asOfMs, step.value));
    const sample = step.value;
    this.#known.set(key, { asOfMs, sample });
    return sample;
  }

  /** The newest that had left by a moment, of those that had arrived. */
  #newest(asOfMs: number, leftUntilMs: number): TransitSample {
    const journeys: Journey[] = [];
    for (let at = this.#leftUntil(leftUntilMs) - 1; at >= 0 && journeys.length < mostCounted; at--) {
      const one = this.#arrived[at];
      if (one !== undefined && one.arrivedAtMs < asOfMs) journeys.push(one.journey);
    }
    return { journeys };
  }
}
