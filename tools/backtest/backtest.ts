import { joinOrders } from '../olist/joinOrders.ts';
import type { OlistTables } from '../olist/rows.ts';
import { brazilianCalendar } from './brazilianCalendar.ts';
import { counted, figures, groupBy, monthOf, warmUpEnd } from './figures.ts';
import type { Figures } from './figures.ts';
import { toParcel } from './parcels.ts';
import { timeline, walkAtAll } from './walk.ts';
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

/** Walks the tables forward at the target, then at targets near the retailer's own kept rate. Pure. */
export function backtest(tables: OlistTables, target: number, from: number | undefined): Backtest {
  const { joined, unjoined } = joinOrders(tables);
  const parcels = joined.map(toParcel);
  const happenings = timeline(parcels);
  const years = happenings.map(({ at }) => new Date(at).getUTCFullYear());
  const calendar = brazilianCalendar((years[0] ?? 2016) - 1, (years.at(-1) ?? 2018) + 1);
  const run: Runs = (targets) => walkAtAll(happenings, targets, calendar);

  const [walked, ...others] = run([target, ...COARSE_TARGETS]) as [Walked[], ...Walked[][]];
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
        : atRate(
            all.retailer.keptRate,
            others.map((one, at) => ({ ...figures(counted(one, start)), target: COARSE_TARGETS[at]! })),
            (targets) =>
              run(targets).map((one, at) => ({ ...figures(counted(one, start)), target: targets[at]! })),
          ),
    months: grouped(monthOf),
    lanes: grouped((one) => one.parcel.laneGroup),
    confidences: grouped((one) => confidenceBand(one.promised.confidence)),
    leftOut: [...leftOut],
  };
}

type Targets = readonly [number, ...number[]];
type Runs = (targets: Targets) => Walked[][];
/** The figures of a run at a target. */
type Run = Figures & { readonly target: number };

/** From the least target that can be asked for to the greatest, closer where retailers are. */
const COARSE_TARGETS = [0.5, 0.75, 0.87, 0.91, 0.935, 0.955, 0.975, 0.995] as const;
/** Then between the two around the rate, and once more: neighbours differ by less than a twentieth of a day. */
const ROUNDS = 2;
const FINE_STEPS = 5;

/**
 * Equal kept rate, for comparing like with like: the least promised days among runs that kept at least `rate`. Only
 * this one number, the target, is searched with hindsight; each run itself walks forward blindly.
 */
function atRate(rate: number, coarse: readonly Run[], run: (targets: Targets) => Run[]): Run {
  let runs = [...coarse];
  for (let round = 0; round < ROUNDS; round++) {
    const enough = runs.findIndex(({ keptRate }) => keptRate >= rate);
    if (enough <= 0) break;
    runs.push(...run(between(runs[enough - 1]!.target, runs[enough]!.target)));
    runs = runs.sort((a, b) => a.target - b.target);
  }
  const keptEnough = runs.filter(({ keptRate }) => keptRate >= rate);
  return keptEnough.length > 0
    ? keptEnough.reduce((best, one) => (one.meanPromisedDays < best.meanPromisedDays ? one : best))
    : // Nothing kept enough: the most kept is the honest answer.
      runs.reduce((best, one) => (one.keptRate > best.keptRate ? one : best));
}

/** Targets that divide the way from one to the other evenly, in log-odds. */
function between(low: number, high: number): Targets {
  const odds = (share: number): number => Math.log(share / (1 - share));
  const step = (odds(high) - odds(low)) / (FINE_STEPS + 1);
  const at = (n: number): number => 1 / (1 + Math.exp(-(odds(low) + n * step)));
  return Array.from({ length: FINE_STEPS }, (_, n) => at(n + 1)) as [number, ...number[]];
}

const confidenceBand = (confidence: number): string => {
  const floor = [0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.8].find((edge) => confidence >= edge) ?? 0;
  return floor === 0 ? 'below 0.80' : `from ${floor.toFixed(2)}`;
};
