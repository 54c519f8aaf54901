import { DAY_MS } from '@promesse/promise-engine/learning/facts';
import { chanceOfLate } from '../../../subgraphs/care/domain/transit.ts';
import type { WallMs } from '../../olist/wallTime.ts';
import { Arrivals } from '../../simulate/care/arrivals.ts';
import type { Parcel } from '../parcels.ts';

/** What care has seen of parcels that arrived, and says of one under way: its own code over its own memory. */
export class PastParcels {
  readonly #arrivals = new Arrivals();

  /** A delivery became known; calls come in the order of time. */
  observe(parcel: Parcel, at: WallMs): void {
    const leftAt = handedOverBy(parcel, at);
    if (leftAt === undefined) return;
    this.#arrivals.add({
      area: areaOf(parcel),
      handlingMs: leftAt - parcel.facts.placedAt,
      ...{ handedOverAtMs: leftAt, deliveredAtMs: at },
      // A few rows say "delivered before the carrier had it".
      tookMs: Math.max(1, at - leftAt),
    });
  }

  /** The chance given at `now` of a parcel that may not arrive after the end of `day`; undefined while too little was seen. */
  chanceAfter(parcel: Parcel, now: WallMs, day: number): number | undefined {
    const { placedAt } = parcel.facts;
    const leftAt = handedOverBy(parcel, now);
    return chanceOfLate(this.#arrivals.sample(now), {
      ...{ area: areaOf(parcel), elapsedMs: now - placedAt, limitMs: (day + 1) * DAY_MS - placedAt },
      ...(leftAt === undefined ? {} : { handlingMs: leftAt - placedAt }),
    });
  }
}

/** The tables have Brazilian orders only; care knows an area by the beginning of the postal code. */
const areaOf = ({ facts }: Parcel): string => facts.destination[1] ?? '';

/** When the carrier had it, if it had it by then; never before the purchase. */
export function handedOverBy({ facts, handedOverAt }: Parcel, now: WallMs): WallMs | undefined {
  if (handedOverAt === undefined) return undefined;
  const at = Math.max(facts.placedAt, handedOverAt);
  return at <= now ? at : undefined;
}
