import { joinOrders } from '../olist/joinOrders.ts';
import type { OlistTables } from '../olist/rows.ts';
import { brazilianCalendar } from './brazilianCalendar.ts';
import { counted, figures, groupBy, monthOf, warmUpEnd } from './figures.ts';
import type { Figures } from './figures.ts';
import { toParcel } from './parcels.ts';
import { timeline, walk } from './walk.ts';
import type { Walked } from './walk.ts';

/** The figures of one backtest. */
export interface Backtest {
  /** Wall ms of the first counted purchase; NaN when the data end within the warm-up. */
  readonly from: number;
  readonly target: number;
  readonly all: Figures;
  /** Our promise run at the target that keeps at least as many as the retailer kept. */
  readonly atRetailersRate: Figures & { readonly target: number };
  readonly months: readonly (readonly [string, Figures])[];
  readonly lanes: readonly (readonly [string, Figures])[];
  /** By confidence shown: was it true? */
  readonly confidences: readonly (readonly [string, Figures])[];
  /** Orders that are not in the figures, by reason. */
  readonly leftOut: readonly (readonly [string, number])[];
}

/** Walks the tables forward at the target, then at the retailer's own kept rate. Pure. */
export function backtest(tables: OlistTables, target: number, from: number | undefined): Backtest {
  const { joined, unjoined } = joinOrders(tables);
  const parcels = joined.map(toParcel);
  const happenings = timeline(parcels);
  const years = happenings.map(({ at }) => new Date(at).getUTCFullYear());
  const calendar = brazilianCalendar((years[0] ?? 2016) - 1, (years.at(-1) ?? 2018) + 1);
  const run = (at: number): Walked[] => walk(happenings, at, calendar);

  const walked = run(target);
  const start = from ?? warmUpEnd(walked);
  const set = counted(walked, start);
  const all = figures(set);
  const grouped = (name: (one: Walked) => string): [string, Figures][] =>
    groupBy(set, name).map(([key, group]) => [key, figures(group)]);

  const leftOut = new Map<string, number>();
  const leave = (reason: string): unknown => leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  for (const { reason } of unjoined) leave(`does not join: ${reason}`);
  for (const { parcel } of walked) {
    if (!parcel.counts) leave('not delivered, or a date is missing');
    else if (!(parcel.facts.placedAt >= start))
      leave(from === undefined ? 'purchased during the warm-up' : 'purchased before --from');
  }
  return {
    from: start,
    target,
    all,
    // Without orders there is no rate to equal, and nothing to search.
    atRetailersRate:
      all.orders === 0
        ? { ...all, target }
        : atRate(all.retailer.keptRate, (at) => figures(counted(run(at), start))),
    months: grouped(monthOf),
    lanes: grouped((one) => one.parcel.laneGroup),
    confidences: grouped((one) => confidenceBand(one.promised.confidence)),
    leftOut: [...leftOut],
  };
}

/** Each halves the interval: the last moves the mean by about a twentieth of a day. */
const SEARCH_STEPS = 8;
const HIGHEST_TARGET = 0.995;

/**
 * Equal kept rate, for comparing like with like: the least promised days among runs that kept at least `rate`. Only
 * this one number, the target, is searched with hindsight; each run itself walks forward blindly.
 */
function atRate(rate: number, run: (target: number) => Figures): Figures & { target: number } {
  const odds = (share: number): number => Math.log(share / (1 - share));
  const first = Math.min(HIGHEST_TARGET, Math.max(0.5, rate));
  let low = odds(0.5);
  let high = odds(HIGHEST_TARGET);
  let best: (Figures & { target: number }) | undefined;
  let at = odds(first);
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const target = 1 / (1 + Math.exp(-at));
    const found = { ...run(target), target };
    if (found.keptRate >= rate) {
      high = Math.min(high, at);
      if (!best || best.keptRate < rate || found.meanPromisedDays < best.meanPromisedDays) best = found;
    } else {
      low = Math.max(low, at);
      // Nothing kept enough so far: the most kept is the honest answer.
      if (!best || (best.keptRate < rate && found.keptRate > best.keptRate)) best = found;
    }
    // The first guess is close: look near it before halving what is left.
    const near = found.keptRate >= rate ? at - 0.4 : at + 0.4;
    at = step === 0 && near > low && near < high ? near : (low + high) / 2;
  }
  return best!;
}

const confidenceBand = (confidence: number): string => {
  const floor = [0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.8].find((edge) => confidence >= edge) ?? 0;
  return floor === 0 ? 'below 0.80' : `from ${floor.toFixed(2)}`;
};
