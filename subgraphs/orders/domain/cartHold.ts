import type { Decision } from './place.ts';

/** Units of a SKU that are held at a location. */
export interface HeldUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  /** Awaited there, not on the shelf. */
  readonly future: boolean;
}

/** What a cart holds at checkout. The catalogue says whether it still does; this says where and for which option. */
export interface CartHold {
  /** Since when it holds units without a gap, epoch ms. */
  readonly sinceMs: number;
  /** Until when, epoch ms. */
  readonly untilMs: number;
  /** Handle of the option it holds them for. */
  readonly handle: string;
  readonly windowStartAtMs?: number | undefined;
  readonly decision: Decision;
  readonly lines: readonly HeldUnits[];
}

/** How long carts hold units, ms. */
export interface HoldTerms {
  readonly holdMs: number;
  /** In one go, however often it is prolonged. */
  readonly longestMs: number;
}

/** For how many seconds a cart may hold units from now; 0 when it has held them long enough. */
export function holdSeconds(sinceMs: number, { holdMs, longestMs }: HoldTerms, nowMs: number): number {
  return Math.max(0, Math.floor(Math.min(holdMs, sinceMs + longestMs - nowMs) / 1_000));
}

/** Since when a cart holds units without a gap, if it holds some now. */
export const holdsSince = (held: Pick<CartHold, 'sinceMs' | 'untilMs'> | undefined, nowMs: number): number =>
  held !== undefined && held.untilMs > nowMs ? held.sinceMs : nowMs;

/** Is this hold for the option that is being ordered? */
export const isHeldFor = <H extends Pick<CartHold, 'untilMs' | 'handle' | 'windowStartAtMs'>>(
  held: H | undefined,
  asked: { readonly handle: string; readonly windowStartAtMs?: number | undefined },
  nowMs: number,
): held is H =>
  held !== undefined &&
  held.untilMs > nowMs &&
  held.handle === asked.handle &&
  held.windowStartAtMs === asked.windowStartAtMs;

/** What of a hold the cart still wants: units beyond its lines are left out, awaited ones first. */
export function wantedOfHold(
  held: readonly HeldUnits[],
  lines: readonly { readonly sku: string; readonly quantity: number }[],
): HeldUnits[] {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of lines) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  return held
    .toSorted((a, b) => Number(a.future) - Number(b.future))
    .flatMap((line) => {
      const left = wanted.get(line.sku) ?? 0;
      const quantity = Math.min(left, line.quantity);
      wanted.set(line.sku, left - quantity);
      return quantity === 0 ? [] : [{ ...line, quantity }];
    });
}

/** Units of a hold, all lines together. */
export const unitsOfHold = (lines: readonly HeldUnits[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
