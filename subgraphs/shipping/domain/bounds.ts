import type { CarrierReport } from './decide.ts';

/** A carrier's clock may be ahead of ours by this much. */
const skewMs = 5 * 60_000;
/** No carrier knows of a delivery farther ahead than this, and no pickup point keeps anything for longer. */
const farthestMs = 365 * 86_400_000;

/**
 * A report as far as it can be true: nothing happened before there was a shipment, nor after now. What the carrier said
 * is kept beside it.
 */
export function boundedReport(
  report: CarrierReport,
  known: { readonly createdAtMs: number; readonly nowMs: number },
): CarrierReport {
  const { occurredAtMs, estimatedDeliveryAtMs, keptUntilMs, ...facts } = report;
  const { createdAtMs, nowMs } = known;
  const at = Math.max(createdAtMs, Math.min(occurredAtMs, nowMs + skewMs));
  const isPossible =
    estimatedDeliveryAtMs !== undefined &&
    estimatedDeliveryAtMs >= createdAtMs &&
    estimatedDeliveryAtMs <= nowMs + farthestMs;
  const isKept = keptUntilMs !== undefined && keptUntilMs > at && keptUntilMs <= at + farthestMs;
  return {
    ...{ ...facts, occurredAtMs: at },
    ...(at === occurredAtMs ? {} : { reportedAtMs: report.reportedAtMs ?? occurredAtMs }),
    ...(isPossible ? { estimatedDeliveryAtMs } : {}),
    ...(isKept ? { keptUntilMs } : {}),
  };
}
