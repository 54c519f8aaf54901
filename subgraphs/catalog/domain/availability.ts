export type AvailabilityStatus = 'IN_STOCK' | 'LOW_STOCK' | 'BACKORDER' | 'PREORDER' | 'OUT_OF_STOCK';

/** What can be sold on a channel. */
export interface Availability {
  readonly status: AvailabilityStatus;
  /** Units over all locations, each less the units the channel must leave there. */
  readonly availableToPromise: number;
  /** Epoch ms at which more is expected, when none can be had now. */
  readonly expectedAt: number | null;
}

/** Units of one SKU at one location, as far as they may be sold. */
export interface Position {
  /** Units that nobody has reserved; may be negative while a correction is under way. */
  readonly available: number;
  /** Units under way to the location. */
  readonly incoming: readonly { readonly quantity: number; readonly expectedAtMs: number }[];
  /** Units under way that orders wait for. */
  readonly futureReserved: number;
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
}

/** Availability from the positions of a variant. */
export function availabilityOf(
  positions: readonly Position[],
  dates: VariantDates,
  nowMs: number,
  { bufferUnits, lowStockUnits }: AvailabilityTerms,
): Availability {
  const units = positions.reduce((sum, { available }) => sum + Math.max(0, available - bufferUnits), 0);
  const { preorderUntilMs, backorderUntilMs } = dates;
  if (preorderUntilMs !== undefined && preorderUntilMs > nowMs)
    return { status: 'PREORDER', availableToPromise: units, expectedAt: preorderUntilMs };
  if (units > 0)
    return {
      status: units <= lowStockUnits ? 'LOW_STOCK' : 'IN_STOCK',
      availableToPromise: units,
      expectedAt: null,
    };
  const inbound = nextInbound(positions, nowMs);
  const expectedAt =
    inbound ?? (backorderUntilMs !== undefined && backorderUntilMs > nowMs ? backorderUntilMs : null);
  return { status: expectedAt === null ? 'OUT_OF_STOCK' : 'BACKORDER', availableToPromise: 0, expectedAt };
}

/** When the next inbound unit that nobody has reserved is expected. */
function nextInbound(positions: readonly Omit<Position, 'available'>[], nowMs: number): number | undefined {
  const dates = positions
    .map(({ incoming, futureReserved }) => {
      let taken = futureReserved;
      return [...incoming]
        .sort((a, b) => a.expectedAtMs - b.expectedAtMs)
        .find(({ quantity }) => {
          taken -= quantity;
          return taken < 0;
        })?.expectedAtMs;
    })
    .filter((at): at is number => at !== undefined);
  return dates.length === 0 ? undefined : Math.max(nowMs, Math.min(...dates));
}
