import type { ReturnLine, ReturnState } from './return.ts';
import type { ReturnsSettings } from './settings.ts';

type Costs = ReturnsSettings['returnCosts'];

/** What a unit cost the customer, in minor units, by order line. */
export type Prices = ReadonlyMap<string, number>;

/** What the units of an entry cost the retailer once they are back: work, and the part of their value that is lost. */
function entryCost({ lineId, dispositions }: ReturnLine, costs: Costs, prices: Prices): number {
  return dispositions.reduce((sum, { disposition, quantity }) => {
    const lost = ((prices.get(lineId) ?? 0) * (costs.lossPercent[disposition] ?? 0)) / 100;
    return sum + quantity * ((costs.perUnit[disposition] ?? 0) + Math.round(lost));
  }, 0);
}

/** What a return costs the retailer, in minor units of its currency. */
export const retailerCost = (state: ReturnState, costs: Costs, prices: Prices): number =>
  (costs.perReturn[state.method] ?? 0) +
  state.lines.reduce((sum, line) => sum + entryCost(line, costs, prices), 0);

export type StatisticsKey = 'REASON' | 'SKU' | 'METHOD';

/** Returns summed up under one key and currency. */
export interface Statistic {
  readonly key: string;
  readonly currency: string;
  readonly returns: number;
  readonly units: number;
  readonly received: number;
  readonly costMinor: number;
}

const keyOf = (state: ReturnState, { reason, sku }: ReturnLine, by: StatisticsKey): string =>
  by === 'REASON' ? reason : by === 'SKU' ? sku : state.method;

/** Sums returns up, most units first. What a return costs as a whole is divided over its units. */
export function statisticsOf(returns: readonly ReturnState[], by: StatisticsKey, costs: Costs): Statistic[] {
  const rows = new Map<string, { -readonly [K in keyof Statistic]: Statistic[K] } & { ids: Set<string> }>();
  for (const state of returns) {
    const all = state.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    for (const line of state.lines) {
      const key = keyOf(state, line, by);
      const id = `${state.currency} ${key}`;
      const row = rows.get(id) ?? {
        ...{ key, currency: state.currency, returns: 0, units: 0, received: 0, costMinor: 0 },
        ids: new Set<string>(),
      };
      rows.set(id, row);
      row.ids.add(state._id);
      row.returns = row.ids.size;
      row.units += line.quantity;
      row.received += line.received;
      const whole = ((costs.perReturn[state.method] ?? 0) * line.quantity) / all;
      row.costMinor += Math.round(whole) + entryCost(line, costs, new Map(pricesOf(state)));
    }
  }
  return [...rows.values()]
    .map(({ ids: _ids, ...row }) => row)
    .sort((a, b) => b.units - a.units || (a.key < b.key ? -1 : 1));
}

const pricesOf = ({ lines }: ReturnState): [string, number][] =>
  lines.map(({ lineId, unitPriceMinor = 0 }) => [lineId, unitPriceMinor]);

/** Prices of a return's units as they were when it was asked for. */
export const pricesIn = (state: ReturnState): Prices => new Map(pricesOf(state));
