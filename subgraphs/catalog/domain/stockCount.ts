import { isCount } from './counts.ts';

/** Units of one position as somebody counted them. */
export interface Count {
  readonly onHand: number;
  /** When they were counted, epoch ms; now if absent. */
  readonly countedAtMs?: number | undefined;
}

/** Why a count is not taken over. */
export interface CountFault {
  readonly code: 'INVALID_QUANTITY' | 'BAD_USER_INPUT' | 'COUNT_OUTDATED';
  readonly message: string;
}

/** Clocks of whoever counts may be so far ahead. */
const aheadMs = 60_000;

/** What is wrong with a count, if anything. `keptMs`: for how long movements are remembered. */
export function countFault(
  { onHand, countedAtMs, safetyStock }: Count & { readonly safetyStock?: number | null | undefined },
  lastCountedAtMs: number | undefined,
  { nowMs, keptMs }: { readonly nowMs: number; readonly keptMs: number },
): CountFault | undefined {
  if (!isCount(onHand) || !isCount(safetyStock ?? 0))
    return { code: 'INVALID_QUANTITY', message: 'Units are from 0 to 1,000,000.' };
  if (countedAtMs === undefined) return undefined;
  if (countedAtMs > nowMs + aheadMs)
    return { code: 'BAD_USER_INPUT', message: 'Units cannot have been counted in the future.' };
  if (countedAtMs < nowMs - keptMs)
    return {
      code: 'COUNT_OUTDATED',
      message: 'The count is older than seven days; what has moved since then is not known any more.',
    };
  if (lastCountedAtMs !== undefined && countedAtMs < lastCountedAtMs)
    return { code: 'COUNT_OUTDATED', message: 'The units were counted again later; the later count stands.' };
  return undefined;
}

/** What is on hand now by a count: what was counted, and what has come and gone since then. */
export const onHandByCount = (count: number, movedSince: number): number =>
  Math.min(1_000_000, Math.max(0, count + movedSince));

/** Units that are held and not there. */
export const shortOf = (position: {
  readonly onHand: number;
  readonly reserved: number;
  readonly softReserved: number;
}): number => Math.max(0, position.reserved + position.softReserved - position.onHand);
