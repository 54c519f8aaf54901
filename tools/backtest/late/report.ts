import { MOMENTS, type Moment, type Watched } from './watch.ts';
import { seededRandom } from '../../../platform/random/random.ts';
import {
  deciles,
  rank,
  recallAtTop10,
  warned,
  worstDecileByChance,
  worstDecileOf,
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
  /** Of orders with a chance of at least {@link THRESHOLD}. */
  readonly precision: number;
  readonly recall: number;
  /** Greatest distance, over ten groups of equal size, between the chance given and the share that came. */
  readonly worstDecile: number;
  /** What it would be on average if every chance were exactly right, by the luck of so few orders alone. */
  readonly worstDecileByChance: number;
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
        ...warned(set, THRESHOLD),
        worstDecile: worstDecileOf(groups),
        worstDecileByChance: worstDecileByChance(set, seededRandom('late')),
        deciles: groups,
      },
    ];
  });
}

const share = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(3)).padStart(9);

/** The table as lines of text. */
export function toLines(title: string, figures: readonly MomentFigures[]): string[] {
  return [
    '',
    title,
    `at               orders      late       AUC  rule AUC        AP   rule AP  top tenth precision    recall  worst decile  by chance`,
    ...figures.map(
      (one) =>
        `${one.at.padEnd(15)}${String(one.orders).padStart(8)} ${[
          one.late,
          one.auc,
          one.laneRule.auc,
          one.ap,
          one.laneRule.ap,
          one.recallAtTop10,
          one.precision,
          one.recall,
          one.worstDecile,
          one.worstDecileByChance,
        ]
          .map(share)
          .join(' ')}`,
    ),
  ];
}

/** The chances given and what came of them, a line for each moment: given/came for each tenth of the orders, in percent. */
export const calibrationLines = (figures: readonly MomentFigures[]): string[] => [
  'chance given / came late, %, by tenths of the orders from the smallest chances up',
  ...figures.map(
    ({ at, deciles: groups }) =>
      `${at.padEnd(15)} ${groups.map(({ given, came }) => `${(100 * given).toFixed(1)}/${(100 * came).toFixed(1)}`.padStart(11)).join(' ')}`,
  ),
];
