import { notFound } from '../../../platform/errors/codedError.ts';
import type { ReturnReason } from './return.ts';
import type { ReturnsSettings } from './settings.ts';
import { windowDays, windowEndsAtMs, type ReturnedUnits } from './terms.ts';

export type RefusalCode = 'NOT_DELIVERED' | 'ALREADY_RETURNED' | 'WINDOW_CLOSED' | 'NOT_RETURNABLE';

/** Why units cannot be sent back. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly message: string;
  readonly lineIds: string[];
}

/** Units asked to send back. */
export interface AskedUnits {
  readonly lineId: string;
  readonly quantity: number;
  readonly reason: ReturnReason;
}

/** A line of the order, with what is known of its units. */
export interface KnownLine extends Omit<ReturnedUnits, 'reason'> {
  readonly id: string;
  readonly delivered: number;
  /** Number on its barcode, 14 digits. */
  readonly gtin?: string | undefined;
}

const refuse = (code: RefusalCode, message: string, lineIds: readonly string[]): Refusal => ({
  ...{ kind: 'refused', code, message, lineIds: [...new Set(lineIds)] },
});

/** Units asked by line, two entries of one line added up. */
const byLine = (asked: readonly AskedUnits[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of asked) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return sums;
};

/** Why these units cannot be sent back; undefined if they can. NOT_FOUND for a line the order does not have. */
export function refusalOf(
  asked: readonly AskedUnits[],
  lines: readonly KnownLine[],
  known: {
    readonly deliveredAtMs: number | null;
    /** Units on their way back or back already, by line. */
    readonly taken: ReadonlyMap<string, number>;
    readonly nowMs: number;
    readonly settings: ReturnsSettings;
  },
): Refusal | undefined {
  const lineOf = (lineId: string): KnownLine => {
    const line = lines.find((each) => each.id === lineId);
    if (line === undefined) throw notFound('order line');
    return line;
  };
  for (const [lineId, quantity] of byLine(asked)) {
    const { delivered } = lineOf(lineId);
    const message = `${delivered} units of this line have been delivered, not ${quantity}.`;
    if (quantity > delivered) return refuse('NOT_DELIVERED', message, [lineId]);
    if (quantity > delivered - (known.taken.get(lineId) ?? 0))
      return refuse('ALREADY_RETURNED', 'These units are on their way back or back already.', [lineId]);
  }
  const unitsOf = ({ lineId, reason }: AskedUnits): ReturnedUnits => ({ ...lineOf(lineId), reason });
  const never = asked.filter((each) => windowDays(known.settings, unitsOf(each)) === 0);
  const idsOf = (units: readonly AskedUnits[]): string[] => units.map(({ lineId }) => lineId);
  if (never.length > 0)
    return refuse('NOT_RETURNABLE', 'These units cannot be sent back for this reason.', idsOf(never));
  const { deliveredAtMs, settings, nowMs } = known;
  if (deliveredAtMs === null) return undefined;
  const late = asked.filter((each) => nowMs > (windowEndsAtMs(settings, deliveredAtMs, unitsOf(each)) ?? 0));
  if (late.length === 0) return undefined;
  return refuse('WINDOW_CLOSED', 'The time in which these units could be sent back is over.', idsOf(late));
}
