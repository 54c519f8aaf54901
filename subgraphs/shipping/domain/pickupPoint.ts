import type { CarrierReport } from './decide.ts';
import type { ShippingSettings } from './settings.ts';

const dayMs = 86_400_000;

/**
 * A report of a parcel that waits at a pickup point says until when it is kept there: as the carrier says, or else so many
 * days from its arrival as the settings have for the service. Other reports are as they were.
 */
export function withKeptUntil(
  report: CarrierReport,
  serviceCode: string,
  {
    pickupPointDays,
    pickupPointDaysByService,
  }: Pick<ShippingSettings, 'pickupPointDays' | 'pickupPointDaysByService'>,
): CarrierReport {
  const { keptUntilMs, ...rest } = report;
  if (report.milestone !== 'AVAILABLE_FOR_PICKUP') return rest;
  if (keptUntilMs !== undefined) return report;
  const days = pickupPointDaysByService[serviceCode] ?? pickupPointDays;
  return { ...rest, keptUntilMs: report.occurredAtMs + days * dayMs };
}
