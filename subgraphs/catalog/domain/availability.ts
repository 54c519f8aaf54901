import { firstIncoming, sellableNow, unpromised } from '@promesse/promise-engine/network/sellable';

export type AvailabilityStatus = 'IN_STOCK' | 'LOW_STOCK' | 'BACKORDER' | 'PREORDER' | 'OUT_OF_STOCK';

/** What can be sold on a channel. */
export interface Availability {
  readonly status: AvailabilityStatus;
  /** Units over all locations, each less the units the channel must leave there. */
  readonly availableToPromise: number;
  /** Epoch ms at which more is expected, when none can be had now. */
  readonly expectedAt: number | null;
}

/** Units of one SKU at one location in use. */
export interface Position {
  readonly onHand: number;
  readonly reserved: number;
  readonly softReserved: number;
  readonly safetyStock: number;
  /** Units under way to the location. */
  readonly incoming: readonly { readonly quantity: number; readonly expectedAtMs: number }[];
  /** Units under way that orders wait for. */
  readonly futureReserved: number;
  /** Units of receipts that have left already. */
  readonly drawnAhead?: number | undefined;
}

/** Dates a variant carries. */
export interface VariantDates {
  readonly preorderUntilMs?: number | undefined;
  readonly backorderUntilMs?: number | undefined;
}

/** How stock is shown on a channel. */
export interface AvailabilityTerms {
  /** Left at each location for other channels. */
  readonly bufferUnits: number;
  /** With this many units or fewer, few are left. */
  readonly lowStockUnits: number;
  /** How far ahead a promise looks, ms. */
  readonly horizonMs: number;
  /** Whether a warehouse in use could take in what no place keeps yet. */
  readonly hasWarehouse: boolean;
}

/**
 * Availability from the positions of a variant in the places that sell: what the promise would source, by the same
 * rules (`@promesse/promise-engine/network/sellable`).
 */
export function availabilityOf(
  positions: readonly Position[],
  dates: VariantDates,
  nowMs: number,
  { bufferUnits, lowStockUnits, horizonMs, hasWarehouse }: AvailabilityTerms,
): Availability {
  const levels = positions.map(levelOf);
  const units = levels.reduce((sum, level) => sum + Math.max(0, sellableNow(level, bufferUnits)), 0);
  const isKept = positions.length > 0 || hasWarehouse;
  const restockAtMs = Math.max(dates.preorderUntilMs ?? -Infinity, dates.backorderUntilMs ?? -Infinity);
  const isRestocked = isKept && restockAtMs > nowMs;
  const { preorderUntilMs = -Infinity } = dates;
  if (preorderUntilMs > nowMs && (units > 0 || isRestocked))
    return { status: 'PREORDER', availableToPromise: units, expectedAt: preorderUntilMs };
  if (units > 0)
    return {
      status: units <= lowStockUnits ? 'LOW_STOCK' : 'IN_STOCK',
      availableToPromise: units,
      expectedAt: null,
    };
  const looked = { afterMs: nowMs, untilMs: Math.max(nowMs, restockAtMs) + horizonMs };
  const ahead = levels.flatMap((level) => firstIncoming(level, bufferUnits, looked) ?? []);
  const expectedAt = Math.min(...ahead, isRestocked ? restockAtMs : Infinity);
  return Number.isFinite(expectedAt)
    ? { status: 'BACKORDER', availableToPromise: 0, expectedAt }
    : { status: 'OUT_OF_STOCK', availableToPromise: 0, expectedAt: null };
}

/** A position as the promise sees it. */
const levelOf = (position: Position) => ({
  ...{ onHand: position.onHand, safetyStock: position.safetyStock },
  reserved: position.reserved + position.softReserved,
  incoming: unpromised(position.incoming, position.futureReserved + (position.drawnAhead ?? 0)),
});
