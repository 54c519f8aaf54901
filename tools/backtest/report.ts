import type { OlistTables } from '../olist/rows.ts';
import { wallDate } from '../olist/wallTime.ts';
import type { Backtest } from './backtest.ts';
import type { Figures } from './figures.ts';

/** The machine-readable figures; rates are shares 0..1, days are calendar days. */
export interface BacktestJson {
  readonly orders: number;
  readonly keptRate: number;
  readonly meanPromisedDays: number;
  readonly medianPromisedDays: number;
  readonly retailer: { readonly keptRate: number; readonly meanPromisedDays: number };
  readonly atRetailersRate: { readonly keptRate: number; readonly meanPromisedDays: number };
  readonly months: readonly {
    readonly month: string;
    readonly orders: number;
    readonly keptRate: number;
    readonly meanPromisedDays: number;
  }[];
}

export function toJson(result: Backtest): BacktestJson {
  const { all, atRetailersRate, months } = result;
  return {
    orders: all.orders,
    keptRate: all.keptRate,
    meanPromisedDays: all.meanPromisedDays,
    medianPromisedDays: all.medianPromisedDays,
    retailer: all.retailer,
    atRetailersRate: {
      keptRate: atRetailersRate.keptRate,
      meanPromisedDays: atRetailersRate.meanPromisedDays,
    },
    months: months.map(([month, { orders, keptRate, meanPromisedDays }]) => ({
      month,
      orders,
      keptRate,
      meanPromisedDays,
    })),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);
const days = (value: number): string => value.toFixed(1).padStart(6);
/** Months and groups below this are too small to judge to a point. */
const ENOUGH = 100;

/** The report as lines of text. */
export function toText(tables: OlistTables, result: Backtest): string[] {
  const { all, atRetailersRate: equal } = result;
  const lines = [
    `${tables.orders.size} orders read, ${tables.problems.length} rows left out of the tables.`,
    ...tables.problems.slice(0, 10).map((p) => `  ${p.table}.csv line ${p.line}: ${p.code} ${p.detail}`),
    ...result.leftOut.map(
      ([reason, count]) => `  ${String(count).padStart(6)} orders not counted: ${reason}`,
    ),
  ];
  if (all.orders === 0) {
    const why = Number.isNaN(result.from)
      ? 'the data end before the warm-up does'
      : `none was purchased from ${wallDate(result.from)} on and delivered`;
    return [...lines, `No order to count: ${why}.`];
  }
  lines.push(
    `${all.orders} delivered orders counted, purchased from ${wallDate(result.from)} on, target ${percent(result.target).trim()}.`,
    'Promised days: calendar days from the day of purchase to the promised date. Kept: delivered on or before that',
    "date. The same for the retailer's estimate and for ours.",
    '',
    `                              kept   mean  median`,
    `ours at the target        ${percent(all.keptRate)} ${days(all.meanPromisedDays)} ${days(all.medianPromisedDays)}   (confidence shown: ${percent(all.meanConfidence).trim()})`,
    `the retailer's own        ${percent(all.retailer.keptRate)} ${days(all.retailer.meanPromisedDays)}`,
    `ours at the same kept rate${percent(equal.keptRate)} ${days(equal.meanPromisedDays)} ${days(equal.medianPromisedDays)}   (target ${percent(equal.target).trim()}; ${percent(1 - equal.meanPromisedDays / all.retailer.meanPromisedDays).trim()} fewer days than the retailer)`,
    ...table('month', result.months, result.target),
    ...table('lane', result.lanes),
    ...table('confidence shown', result.confidences),
  );
  const judged = result.months.filter(([, month]) => month.orders >= ENOUGH);
  const missed = judged.filter(([, month]) => !within(month, result.target));
  lines.push(
    '',
    `${judged.length - missed.length} of ${judged.length} months with ${ENOUGH}+ orders are within 1 point of the target` +
      (missed.length > 0 ? `; outside: ${missed.map(([name]) => name).join(', ')}.` : '.'),
  );
  return lines;
}

const within = (month: Figures, target: number): boolean => Math.abs(month.keptRate - target) <= 0.01;

function table(title: string, rows: Backtest['months'], target?: number): string[] {
  const width = Math.max(title.length, ...rows.map(([name]) => name.length));
  const lines = ['', `${title.padEnd(width)}  orders     kept   mean median   shown | retailer kept   mean`];
  for (const [name, row] of rows) {
    // One standard deviation of chance alone: how far a perfect promise would stray in so few orders.
    const chance = target === undefined ? 0 : Math.sqrt((target * (1 - target)) / row.orders);
    lines.push(
      `${name.padEnd(width)} ${String(row.orders).padStart(7)} ${percent(row.keptRate)} ${days(row.meanPromisedDays)} ${days(row.medianPromisedDays)}${percent(row.meanConfidence)} |      ${percent(row.retailer.keptRate)} ${days(row.retailer.meanPromisedDays)}` +
        (target === undefined || row.orders < ENOUGH
          ? ''
          : `  ${within(row, target) ? 'within 1 point' : 'missed'} (chance alone: +-${(100 * chance).toFixed(1)})`),
    );
  }
  return lines;
}
