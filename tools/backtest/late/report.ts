import { MOMENTS, type Moment, type Watched } from './watch.ts';
import { seededRandom } from '../../../platform/random/random.ts';
import {
  brier,
  deciles,
  decilesByChance,
  meanDecileOf,
  rank,
  recallAtTop10,
  warned,
  worstDecileOf,
  type ByChance,
  type Decile,
  type Ranking,
} from './scores.ts';

/** A customer is warned from this chance on. */
export const THRESHOLD = 0.5;

/** Figures of one moment; shares 0..1. A share of nothing (no order was warned of, none was late) is null in JSON. */
export interface MomentFigures {
  readonly at: Moment;
  readonly orders: number;
  /** Share of the orders that were late. */
  readonly late: number;
  readonly auc: number;
  readonly ap: number;
  readonly recallAtTop10: number;
  readonly laneRule: Ranking;
  /** The share of past parcels alone, as care counts them; of the orders it says something of. */
  readonly pastParcels: Ranking & { readonly worstDecile: number };
  /** Of orders with a chance of at least {@link THRESHOLD}. */
  readonly precision: number;
  readonly recall: number;
  /** Greatest distance, over ten groups of equal size, between the chance given and the share that came. */
  readonly worstDecile: number;
  /** Mean of those distances. */
  readonly meanDecile: number;
  /** What both would be if every chance were exactly right, by the luck of so few orders alone. */
  readonly byChance: ByChance;
  /** Mean squared distance between the chance given and what came. */
  readonly brier: number;
  /** For each of the ten groups, from the smallest chances up: mean chance given, and share that came late. */
  readonly deciles: readonly Decile[];
}

/** The figures of `backtest:late`, against the retailer's dates and against our own. */
export interface LateReport {
  readonly moments: readonly MomentFigures[];
  readonly ownPromises: readonly MomentFigures[];
}

/** Figures per moment of the orders purchased from `from` (wall ms) on and delivered. */
export function momentFigures(watched: readonly Watched[], from: number): MomentFigures[] {
  const counted = watched.filter(({ parcel }) => parcel.counts && parcel.facts.placedAt >= from);
  return MOMENTS.flatMap((at) => {
    const set = counted.filter(({ moment }) => moment === at);
    if (set.length === 0) return [];
    const groups = deciles(set);
    return [
      {
        at,
        orders: set.length,
        late: set.filter(({ late }) => late).length / set.length,
        ...rank(set),
        recallAtTop10: recallAtTop10(set),
        laneRule: rank(set.map(({ ruleChance, late }) => ({ chance: ruleChance, late }))),
        pastParcels: ofPastParcels(set),
        ...warned(set, THRESHOLD),
        worstDecile: worstDecileOf(groups),
        meanDecile: meanDecileOf(groups),
        byChance: decilesByChance(set, seededRandom('late')),
        brier: brier(set),
        deciles: groups,
      },
    ];
  });
}

function ofPastParcels(set: readonly Watched[]): MomentFigures['pastParcels'] {
  const said = set.flatMap(({ pastChance, late }) =>
    pastChance === undefined ? [] : [{ chance: pastChance, late }],
  );
  return { ...rank(said), worstDecile: worstDecileOf(deciles(said)) };
}

const share = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(3)).padStart(10);

/** The columns of the table; "past": the share of past parcels alone, as care counts them. */
const columns: readonly (readonly [string, (one: MomentFigures) => number])[] = [
  ['late', ({ late }) => late],
  ['AUC', ({ auc }) => auc],
  ['rule AUC', ({ laneRule }) => laneRule.auc],
  ['past AUC', ({ pastParcels }) => pastParcels.auc],
  ['AP', ({ ap }) => ap],
  ['rule AP', ({ laneRule }) => laneRule.ap],
  ['top tenth', ({ recallAtTop10: top }) => top],
  ['precision', ({ precision }) => precision],
  ['recall', ({ recall }) => recall],
];

/** How true the chances are, beside what luck alone makes of chances that are exactly right. */
const calibration: typeof columns = [
  ['Brier', (one) => one.brier],
  ['worst', ({ worstDecile }) => worstDecile],
  ['by luck', ({ byChance }) => byChance.worst],
  ['9 in 10 <', ({ byChance }) => byChance.worstInNineOfTen],
  ['mean', ({ meanDecile }) => meanDecile],
  ['by luck', ({ byChance }) => byChance.mean],
  ['past worst', ({ pastParcels }) => pastParcels.worstDecile],
];

const table = (figures: readonly MomentFigures[], shown: typeof columns): string[] => [
  `${'at'.padEnd(15)}${'orders'.padStart(8)} ${shown.map(([title]) => title.padStart(10)).join(' ')}`,
  ...figures.map(
    (one) =>
      `${one.at.padEnd(15)}${String(one.orders).padStart(8)} ${shown.map(([, of]) => share(of(one))).join(' ')}`,
  ),
];

/** The tables as lines of text. */
export const toLines = (title: string, figures: readonly MomentFigures[]): string[] => [
  '',
  title,
  ...table(figures, columns),
  'distance between chance and share, over tenths of the orders: the greatest and the mean, and what luck alone makes',
  ...table(figures, calibration),
];

/** The chances given and what came of them, a line for each moment: given/came for each tenth of the orders, in percent. */
export const calibrationLines = (figures: readonly MomentFigures[]): string[] => [
  'chance given / came late, %, by tenths of the orders from the smallest chances up',
  ...figures.map(
    ({ at, deciles: groups }) =>
      `${at.padEnd(15)} ${groups.map(({ given, came }) => `${(100 * given).toFixed(1)}/${(100 * came).toFixed(1)}`.padStart(11)).join(' ')}`,
  ),
];
