import {
  isEnough,
  mostCounted,
  patienceMs,
  type Journey,
  type TransitSample,
} from '../../../subgraphs/care/domain/transit.ts';
import type { ParcelView } from '../../../subgraphs/care/domain/views.ts';

/** What was learned is good for so long, ms; of few parcels, for less. As in the subgraph's `queries/transits.ts`. */
const freshMs = 12 * 3_600_000;

/** What of a parcel that arrived is kept. */
type Arrived = Pick<ParcelView, 'tookMs' | 'area' | 'handlingMs' | 'silentMs' | 'handedOverAtMs'>;

/** Parcels that arrived, and what they teach. */
export class Arrivals {
  /** In the order in which they left. */
  readonly #arrived: { readonly leftAtMs: number; readonly journey: Journey }[] = [];
  #learned: { readonly atMs: number; readonly sample: TransitSample } | undefined;

  add({ tookMs, area = '', handlingMs, silentMs, handedOverAtMs: leftAtMs = 0 }: Arrived): void {
    if (tookMs === undefined) return;
    const journey: Journey = {
      ...{ tookMs, area },
      ...(handlingMs === undefined ? {} : { handlingMs }),
      ...(silentMs === undefined ? {} : { silentMs }),
    };
    this.#arrived.splice(this.#leftUntil(leftAtMs), 0, { leftAtMs, journey });
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
    const { atMs = -Infinity, sample: before = { journeys: [] } } = this.#learned ?? {};
    if (nowMs - atMs < (before.journeys.length < 500 ? freshMs / 72 : freshMs)) return before;
    const newest = (untilMs: number): TransitSample => {
      const end = this.#leftUntil(untilMs);
      const rows = this.#arrived.slice(Math.max(0, end - mostCounted), end);
      return { journeys: rows.map(({ journey }) => journey) };
    };
    const settled = newest(nowMs - patienceMs(before));
    const sample = isEnough(settled) ? settled : newest(nowMs);
    this.#learned = { atMs: nowMs, sample };
    return sample;
  }
}
