/** A promise and what became of it; one per order, folded from events that may come in any order. */
export interface Outcome {
  readonly _id: string;
  readonly owner: string;
  readonly channel: string;
  readonly placedAtMs: number;
  readonly promisedLatestAtMs: number;
  readonly locationIds: readonly string[];
  readonly deliveredAtMs?: number;
  /** Units promised, and those of them that the customer gave up while there was time left to keep the promise. */
  readonly ordered?: number;
  readonly withdrawn?: number;
}

/** One shipment's part in a promise. */
export interface ShipmentOutcome {
  readonly _id: string;
  readonly orderId: string;
  readonly serviceCode: string;
  readonly locationId: string;
  readonly promisedLatestAtMs: number;
  readonly deliveredAtMs: number;
}

const dayMs = 86_400_000;

/** Whether nobody waits for it any more, so that it can neither be kept nor broken. */
export const isWithdrawn = ({ deliveredAtMs, ordered, withdrawn = 0 }: Outcome): boolean =>
  deliveredAtMs === undefined && ordered !== undefined && withdrawn >= ordered;

/** Whether a promise can be judged: everything arrived, or the promised date has passed. */
export const isOver = ({ deliveredAtMs, promisedLatestAtMs }: Outcome, nowMs: number): boolean =>
  deliveredAtMs !== undefined || nowMs > promisedLatestAtMs;

/** OTIF against the first confirmed date, at the customer. */
export const isKept = ({
  deliveredAtMs,
  promisedLatestAtMs,
}: Pick<Outcome, 'deliveredAtMs' | 'promisedLatestAtMs'>): boolean =>
  deliveredAtMs !== undefined && deliveredAtMs <= promisedLatestAtMs;

export const promisedDays = ({ placedAtMs, promisedLatestAtMs }: Outcome): number =>
  (promisedLatestAtMs - placedAtMs) / dayMs;

/** Days late, as of now while nothing has arrived; negative when early. */
export const daysLate = ({ deliveredAtMs, promisedLatestAtMs }: Outcome, nowMs: number): number =>
  ((deliveredAtMs ?? nowMs) - promisedLatestAtMs) / dayMs;

/** Share of `rows` for which `holds`; null without rows. */
export const shareOf = <T>(rows: readonly T[], holds: (row: T) => boolean): number | null =>
  rows.length === 0 ? null : rows.filter(holds).length / rows.length;

export const meanOf = <T>(rows: readonly T[], value: (row: T) => number): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum + value(row), 0) / rows.length;

/** A row of the scorecard's breakdown. */
export interface ScorecardRow {
  readonly dimension: 'SERVICE' | 'LOCATION';
  readonly key: string;
  readonly shipments: number;
  readonly keptRate: number;
}

/** Shipments by service and by location, the most frequent first. */
export function breakdownOf(shipments: readonly ShipmentOutcome[]): ScorecardRow[] {
  const rows = (
    dimension: ScorecardRow['dimension'],
    keyOf: (row: ShipmentOutcome) => string,
  ): ScorecardRow[] => {
    const groups = new Map<string, ShipmentOutcome[]>();
    for (const row of shipments) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    return [...groups]
      .map(([key, group]) => ({
        dimension,
        key,
        shipments: group.length,
        keptRate: shareOf(group, isKept) ?? 0,
      }))
      .sort((a, b) => b.shipments - a.shipments || (a.key < b.key ? -1 : 1));
  };
  return [...rows('SERVICE', (row) => row.serviceCode), ...rows('LOCATION', (row) => row.locationId)];
}
