import type { Random } from '../../../platform/random/random.ts';

/** A chance that was given, and what came. */
export interface Judged {
  readonly chance: number;
  readonly late: boolean;
}

/** How well chances told late orders from others; `NaN` where there were only late ones, or none. */
export interface Ranking {
  /** Area under the receiver's curve: how often a late order had a higher chance than one in time; ties count half. */
  readonly auc: number;
  /** Average precision: mean over the late orders of the share of late ones among those ranked as high. */
  readonly ap: number;
}

const highestFirst = (set: readonly Judged[]): Judged[] => [...set].sort((a, b) => b.chance - a.chance);
const countLate = (set: readonly Judged[]): number => set.filter(({ late }) => late).length;

/** Sorted, in groups of equal chance. */
function* ties(set: readonly Judged[]): Generator<Judged[]> {
  let group: Judged[] = [];
  for (const one of highestFirst(set)) {
    if (group[0] && group[0].chance !== one.chance) {
      yield group;
      group = [];
    }
    group.push(one);
  }
  if (group.length > 0) yield group;
}

/** Orders of equal chance share their places, so that the order of the input says nothing. */
export function rank(set: readonly Judged[]): Ranking {
  const late = countLate(set);
  const inTime = set.length - late;
  if (late === 0 || inTime === 0) return { auc: Number.NaN, ap: Number.NaN };
  let seen = 0;
  let lateSeen = 0;
  let area = 0;
  let precision = 0;
  for (const group of ties(set)) {
    const lateHere = countLate(group);
    area += lateHere * (inTime - (seen - lateSeen) - (group.length - lateHere) / 2);
    seen += group.length;
    lateSeen += lateHere;
    precision += lateHere * (lateSeen / seen);
  }
  return { auc: area / (late * inTime), ap: precision / late };
}

/** Share of all late orders that are in the tenth with the highest chances. */
export function recallAtTop10(set: readonly Judged[]): number {
  const top = highestFirst(set).slice(0, Math.round(set.length / 10));
  return countLate(top) / countLate(set);
}

/** Of the orders warned of (at this chance or more): the share that were late, and the share of the late among them. */
export function warned(set: readonly Judged[], threshold: number): { precision: number; recall: number } {
  const flagged = set.filter(({ chance }) => chance >= threshold);
  return {
    precision: countLate(flagged) / flagged.length,
    recall: countLate(flagged) / countLate(set),
  };
}

/** Mean chance given to a group of orders, and the share of them that came late. */
export interface Decile {
  readonly given: number;
  readonly came: number;
}

/** Chance given and share that came, for ten groups of equal size from the smallest chances up. */
export function deciles(set: readonly Judged[]): Decile[] {
  const sorted = highestFirst(set).reverse();
  return Array.from({ length: 10 }, (_, n) => {
    const group = sorted.slice(Math.round((n * set.length) / 10), Math.round(((n + 1) * set.length) / 10));
    return {
      given: group.reduce((sum, { chance }) => sum + chance, 0) / group.length,
      came: countLate(group) / group.length,
    };
  });
}

/** Greatest distance, over the ten groups, between the chance given and the share that came. */
export const worstDecileOf = (groups: readonly Decile[]): number =>
  Math.max(...groups.map(({ given, came }) => Math.abs(given - came)));

/** Mean distance over the ten groups. */
export const meanDecileOf = (groups: readonly Decile[]): number =>
  groups.reduce((sum, { given, came }) => sum + Math.abs(given - came), 0) / groups.length;

/** Mean squared distance between the chance given and what came (1 or 0). */
export const brier = (set: readonly Judged[]): number =>
  set.reduce((sum, { chance, late }) => sum + (chance - (late ? 1 : 0)) ** 2, 0) / set.length;

/** Distances between chances and what came that luck alone makes. */
export interface ByChance {
  /** Mean of {@link worstDecileOf}. */
  readonly worst: number;
  /** In nine of ten rounds {@link worstDecileOf} was not greater. */
  readonly worstInNineOfTen: number;
  /** Mean of {@link meanDecileOf}. */
  readonly mean: number;
}

/**
 * What the distances are where every chance is exactly right: few orders in a group stray by themselves. Nobody can be asked
 * to do better.
 */
export function decilesByChance(set: readonly Judged[], random: Random, rounds = 200): ByChance {
  const drawn = Array.from({ length: rounds }, () =>
    deciles(set.map(({ chance }) => ({ chance, late: random.next() < chance }))),
  );
  const worst = drawn.map(worstDecileOf).sort((a, b) => a - b);
  const meanOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
  return {
    worst: meanOf(worst),
    worstInNineOfTen: worst[Math.ceil(0.9 * rounds) - 1] ?? Number.NaN,
    mean: meanOf(drawn.map(meanDecileOf)),
  };
}
