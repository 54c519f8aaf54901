import { wilsonLower } from '../../../platform/values/wilson.ts';
import type { Cause } from './cause.ts';
import { added, type Counter, type Values } from './counters.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** A value of a counter; 0 if it was never counted. */
export const valueOf = (values: Values, name: string): number => values[name] ?? 0;
/** A share or mean; null of nothing. */
export const perEach = (sum: number, count: number): number | null => (count === 0 ? null : sum / count);

/** Counters of one dimension summed by a key of theirs, over days and channels. */
export function summedBy(
  counters: readonly Counter[],
  keyOf: (counter: Counter) => string,
): Map<string, Values> {
  const sums = new Map<string, Values>();
  for (const counter of counters) {
    const key = keyOf(counter);
    sums.set(key, added(sums.get(key) ?? {}, counter.values));
  }
  return sums;
}

/** All counters of a dimension in one. */
export const totalOf = (counters: readonly Counter[]): Values => summedBy(counters, () => '').get('') ?? {};

/** Promises of one group; `overdue` of them have passed their date and not come. */
export interface KeptFigure {
  readonly key: string;
  readonly promised: number;
  readonly judged: number;
  readonly kept: number;
  readonly keptRate: number | null;
  readonly meanDaysLate: number | null;
}

/** Groups, most promises first. */
export function keptFigures(
  sums: ReadonlyMap<string, Values>,
  overdue: ReadonlyMap<string, number>,
  counted: 'orders' | 'shipments',
): KeptFigure[] {
  return [...sums]
    .map(([key, values]): KeptFigure => {
      const delivered = valueOf(values, 'delivered');
      const kept = valueOf(values, 'kept');
      const judged = delivered + (overdue.get(key) ?? 0);
      const daysLate = valueOf(values, 'lateMs') / dayMs;
      return {
        ...{ key, promised: valueOf(values, counted), judged, kept, keptRate: perEach(kept, judged) },
        meanDaysLate: perEach(daysLate, delivered - kept),
      };
    })
    .filter(({ promised }) => promised > 0)
    .sort((a, b) => b.promised - a.promised || (a.key < b.key ? -1 : 1));
}

/** Orders late for one reason. */
export interface LatenessFigure {
  readonly cause: Cause;
  readonly orders: number;
  readonly share: number;
  readonly meanDaysLate: number | null;
}

export function latenessFigures(
  sums: ReadonlyMap<string, Values>,
  overdue: ReadonlyMap<Cause, number>,
): LatenessFigure[] {
  const found = [...new Set([...sums.keys(), ...overdue.keys()])].map((key) => {
    const values = sums.get(key) ?? {};
    const came = valueOf(values, 'orders');
    // Only causes are counted under this dimension.
    const cause = key as Cause;
    const orders = came + (overdue.get(cause) ?? 0);
    return { cause, orders, meanDaysLate: perEach(valueOf(values, 'lateMs') / dayMs, came) };
  });
  const all = found.reduce((sum, { orders }) => sum + orders, 0);
  return found
    .filter(({ orders }) => orders > 0)
    .map((each) => ({ ...each, share: each.orders / all }))
    .sort((a, b) => b.orders - a.orders || (a.cause < b.cause ? -1 : 1));
}

interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** What serving orders of one currency costs. */
export interface CostFigure {
  readonly orders: number;
  readonly deliveryPerOrder: Money | null;
  readonly goodwill: Money;
  readonly returns: Money;
  readonly perOrder: Money | null;
}

export function costFigures(
  sums: ReadonlyMap<string, Values>,
  returnCosts: ReadonlyMap<string, number>,
): CostFigure[] {
  return [...new Set([...sums.keys(), ...returnCosts.keys()])].sort().map((currency) => {
    const money = (amountMinor: number): Money => ({ amountMinor: Math.round(amountMinor), currency });
    const values = sums.get(currency) ?? {};
    const orders = valueOf(values, 'orders');
    const delivery = perEach(valueOf(values, 'costMinor'), valueOf(values, 'costed'));
    const goodwill = valueOf(values, 'goodwillMinor');
    const returned = returnCosts.get(currency) ?? 0;
    return {
      orders,
      deliveryPerOrder: delivery === null ? null : money(delivery),
      ...{ goodwill: money(goodwill), returns: money(returned) },
      perOrder: orders === 0 ? null : money((delivery ?? 0) + (goodwill + returned) / orders),
    };
  });
}

/** Two words that a key was made of. */
export const pairOf = (key: string): [string, string] => {
  const [first = '', second = ''] = JSON.parse(key) as string[];
  return [first, second];
};

export function returnFigures(sums: ReadonlyMap<string, Values>) {
  return [...sums]
    .map(([key, values]) => {
      const [reason, currency] = pairOf(key);
      const money = (name: string): Money => ({ amountMinor: valueOf(values, name), currency });
      return {
        ...{ reason, returns: valueOf(values, 'returns'), units: valueOf(values, 'units') },
        ...{ value: money('valueMinor'), refunded: money('refundedMinor'), cost: money('costMinor') },
      };
    })
    .filter(({ returns }) => returns > 0)
    .sort((a, b) => b.units - a.units || (a.reason < b.reason ? -1 : 1));
}

export function messageFigures(sums: ReadonlyMap<string, Values>) {
  return [...sums]
    .map(([key, values]) => {
      const [code, channel] = pairOf(key);
      const of = (name: string): number => valueOf(values, name);
      return {
        ...{ code, channel, decided: of('decided'), sent: of('sent'), skipped: of('skipped') },
        ...{ failed: of('failed'), bounced: of('bounced'), complained: of('complained') },
        meanMinutes: perEach(of('waitedMs') / minuteMs, of('sent')),
      };
    })
    .filter(({ decided }) => decided > 0)
    .sort((a, b) => b.decided - a.decided || (a.code < b.code ? -1 : 1));
}

export function incidentFigures(sums: ReadonlyMap<string, Values>) {
  return [...sums]
    .map(([type, values]) => {
      const [opened, closed] = [valueOf(values, 'opened'), valueOf(values, 'closed')];
      const meanHoursOpen = perEach(valueOf(values, 'openMs') / hourMs, closed);
      return { type, opened, open: opened - closed, meanHoursOpen };
    })
    .filter(({ opened }) => opened > 0)
    .sort((a, b) => b.opened - a.opened || (a.type < b.type ? -1 : 1));
}

export function surveyFigures(sums: ReadonlyMap<string, Values>) {
  return [...sums]
    .map(([key, values]) => {
      const answers = valueOf(values, 'answers');
      const good = valueOf(values, 'good');
      return {
        ...{ key, asked: valueOf(values, 'asked'), answers, atLeast: wilsonLower(good, answers) },
        ...{ meanRating: perEach(valueOf(values, 'rating'), answers), goodShare: perEach(good, answers) },
      };
    })
    .filter(({ asked }) => asked > 0)
    .sort((a, b) => b.atLeast - a.atLeast || b.answers - a.answers || (a.key < b.key ? -1 : 1));
}
