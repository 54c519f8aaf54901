import type { LineUnits } from './events.ts';
import type { Ledger, WorkUnits } from './ledger.ts';
import { countUnits } from './runs.ts';

const none = { had: undefined, givenUp: 0 } as const;

const knownOf = ({ works = [] }: Ledger, workId: string, lineId: string): WorkUnits | undefined =>
  works.find((each) => each.workId === workId && each.lineId === lineId);

function noted(
  ledger: Ledger,
  workId: string,
  units: readonly LineUnits[],
  add: (before: Pick<WorkUnits, 'had' | 'givenUp'>, quantity: number) => Partial<WorkUnits>,
): Ledger {
  return units.reduce((now, { lineId, quantity }) => {
    const { works = [] } = now;
    const known = knownOf(now, workId, lineId);
    const next: WorkUnits = { workId, lineId, ...none, ...known, ...add(known ?? none, quantity) };
    return { ...now, works: [...works.filter((each) => each !== known), next] };
  }, ledger);
}

/** Remembers units that a fulfillment order was given. */
export const withGiven = (ledger: Ledger, workId: string, units: readonly LineUnits[]): Ledger =>
  noted(ledger, workId, units, ({ had = 0 }, quantity) => ({ had: had + quantity }));

/** Remembers units that a fulfillment order gave up; that it was given them may be heard of later. */
export const withGivenUp = (ledger: Ledger, workId: string, units: readonly LineUnits[]): Ledger =>
  noted(ledger, workId, units, ({ givenUp }, quantity) => ({ givenUp: givenUp + quantity }));

/** Units of a line that a fulfillment order gave up, as far as is known. */
export const givenUpBy = (ledger: Ledger, workId: string, lineId: string): number =>
  knownOf(ledger, workId, lineId)?.givenUp ?? 0;

/**
 * How many units of a line a fulfillment order can still have: neither given up nor cancelled. What it says of more was
 * said before, and is heard later. Infinity while it is not known what it was given.
 */
export function mostOf(ledger: Ledger, workId: string, lineId: string): number {
  const { had, givenUp } = knownOf(ledger, workId, lineId) ?? none;
  if (had === undefined) return Number.POSITIVE_INFINITY;
  const cancelled = countUnits(ledger, lineId, (run) => run.place === 'CANCELLED' && run.workId === workId);
  return Math.max(0, had - givenUp - cancelled);
}
