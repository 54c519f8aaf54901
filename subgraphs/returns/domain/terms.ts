import type { ReturnMethod } from './return.ts';
import type { ReturnsSettings } from './settings.ts';

type Reason = ReturnsSettings['retailerPaysForReasons'][number];
/** What of an order the terms depend on. */
export interface TermsOf {
  readonly currency: string;
  /** Country it went to; undefined when it was collected. */
  readonly country: string | undefined;
}

const dayMs = 86_400_000;

/** The last instant (epoch ms) at which units may be sent back for a reason; for most reasons when none is named. */
export const windowEndsAtMs = (
  { returnWindowDays, returnWindowDaysByReason }: ReturnsSettings,
  deliveredAtMs: number,
  reason?: Reason,
): number =>
  deliveredAtMs +
  ((reason === undefined ? undefined : returnWindowDaysByReason[reason]) ?? returnWindowDays) * dayMs;

/** What a way back costs the customer, in minor units; `reasons` are those of the units, none when not known yet. */
export function feeMinor(
  { returnFees, retailerPaysForReasons }: ReturnsSettings,
  method: ReturnMethod,
  { currency, country }: TermsOf,
  reasons: readonly Reason[] = [],
): number {
  if (reasons.length > 0 && reasons.every((reason) => retailerPaysForReasons.includes(reason))) return 0;
  const fitting = returnFees.filter(
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
