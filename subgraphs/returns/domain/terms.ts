import type { ReturnMethod, ReturnReason } from './return.ts';
import type { ReturnsSettings, ReturnWindow } from './settings.ts';

/** What of an order the terms depend on. */
export interface TermsOf {
  readonly currency: string;
  /** Country it went to; undefined when it was collected. */
  readonly country: string | undefined;
}

/** What of units the window depends on. */
export interface ReturnedUnits {
  readonly sku: string;
  readonly productId?: string | undefined;
  readonly category?: string | undefined;
  readonly customised: boolean;
  readonly channel: string;
  readonly country: string | undefined;
  /** Why they come back; most reasons if absent. */
  readonly reason?: ReturnReason | undefined;
}

const dayMs = 86_400_000;

/** The narrowest condition counts most, and so on down. */
const narrowest = ['sku', 'productId', 'category', 'customised', 'reasons', 'channel', 'country'] as const;
const weightOf = (row: ReturnWindow): number =>
  narrowest.reduce((sum, key, at) => sum + (row[key] === undefined ? 0 : 2 ** (narrowest.length - at)), 0);

function fits(row: ReturnWindow, units: ReturnedUnits): boolean {
  const { reasons, sku, productId, category, customised, channel, country } = row;
  return (
    (reasons === undefined || (units.reason !== undefined && reasons.includes(units.reason))) &&
    (sku ?? units.sku) === units.sku &&
    (productId ?? units.productId) === units.productId &&
    (category ?? units.category) === units.category &&
    (customised ?? units.customised) === units.customised &&
    (channel ?? units.channel) === units.channel &&
    (country ?? units.country) === units.country
  );
}

/** Days after the delivery in which units may be sent back; 0 for not at all. */
export function windowDays(settings: ReturnsSettings, units: ReturnedUnits): number {
  const { returnWindows, returnWindowDays, returnWindowDaysByReason } = settings;
  const [row] = returnWindows
    .filter((each) => fits(each, units))
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  const byReason = units.reason === undefined ? undefined : returnWindowDaysByReason[units.reason];
  return row?.days ?? byReason ?? returnWindowDays;
}

/** The last instant (epoch ms) at which units may be sent back; undefined if they may not be at all. */
export function windowEndsAtMs(
  settings: ReturnsSettings,
  deliveredAtMs: number,
  units: ReturnedUnits,
): number | undefined {
  const days = windowDays(settings, units);
  return days === 0 ? undefined : deliveredAtMs + days * dayMs;
}

/** Is the retailer at fault, going by the reason alone? */
export const isRetailersFault = (settings: ReturnsSettings, reason: ReturnReason): boolean =>
  settings.retailerPaysForReasons.includes(reason);

/** What a way back costs the customer, in minor units; `reasons` are those of the units, none when not known yet. */
export function feeMinor(
  settings: ReturnsSettings,
  method: ReturnMethod,
  { currency, country }: TermsOf,
  reasons: readonly ReturnReason[] = [],
): number {
  // Faulty units travel free, and others may travel with them.
  if (reasons.some((reason) => isRetailersFault(settings, reason))) return 0;
  const fitting = settings.returnFees.filter(
    (fee) =>
      fee.method === method &&
      (fee.country ?? country) === country &&
      (fee.currency ?? currency) === currency,
  );
  const weight = (fee: (typeof fitting)[number]): number =>
    (fee.country === undefined ? 0 : 2) + (fee.currency === undefined ? 0 : 1);
  const [best] = fitting.toSorted((a, b) => weight(b) - weight(a));
  return best?.amountMinor ?? 0;
}
