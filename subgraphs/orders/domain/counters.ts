import type { Ledger } from './ledger/ledger.ts';
import { countsOf } from './ledger/views.ts';
import type { LineCounters } from './order.ts';

/** Units of order lines, as facts carry them. */
export type UnitsByLine = readonly { readonly lineId: string; readonly quantity: number }[];

/** How many units of a line are where: the places of its units, counted. */
export function countersOf(ledger: Ledger, lineId: string): LineCounters {
  const { found: _found, ...counters } = countsOf(ledger, lineId);
  return counters;
}

/** Units that are neither cancelled nor gone. */
export const openUnits = (c: LineCounters): number => c.ordered - c.cancelled - c.shipped;
