import { codedError } from '../../../platform/errors/codedError.ts';
import type { CarrierReport } from './decide.ts';
import { reportable, type ReportedMilestone } from './milestones.ts';
import { isOwn, type Shipment } from './shipment.ts';

/** How far a parcel is, as a person tells it. */
export interface Told {
  readonly trackingCode: string;
  readonly milestone: Shipment['milestone'];
  readonly occurredAtMs: number;
  readonly text?: string | null | undefined;
  /** Epoch ms until which a pickup point keeps it. */
  readonly keptUntilMs?: number | null | undefined;
  readonly idempotencyKey: string;
}

const isReportable = (milestone: string): milestone is ReportedMilestone =>
  (reportable as readonly string[]).includes(milestone);

/**
 * The report of a person about a parcel of a supplier's own carrier. CARRIER_CONNECTED where the carrier reports by
 * itself; BAD_USER_INPUT for a code that no parcel has, a milestone that nobody reports, and too long texts.
 */
export function toldReport(
  { carrier, carrierRef, parcels }: Shipment,
  { trackingCode, milestone, occurredAtMs, text, keptUntilMs, idempotencyKey }: Told,
): CarrierReport {
  const wrong = (field: string, what: string): Error => codedError('BAD_USER_INPUT', what, { field });
  if (!isOwn({ carrierRef })) throw codedError('CARRIER_CONNECTED', `${carrier} reports by itself.`);
  if (!parcels.some((parcel) => parcel.trackingCode === trackingCode))
    throw wrong('trackingCode', 'No parcel of this shipment has this code.');
  if (!isReportable(milestone)) throw wrong('milestone', `No carrier reports ${milestone}.`);
  if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey))
    throw wrong('idempotencyKey', 'A key is 1 to 200 printable ASCII characters.');
  if (keptUntilMs != null && milestone !== 'AVAILABLE_FOR_PICKUP')
    throw wrong('keptUntil', 'Only a pickup point keeps a parcel until a moment.');
  if (keptUntilMs != null && keptUntilMs <= occurredAtMs)
    throw wrong('keptUntil', 'A pickup point keeps a parcel until some time after its arrival.');
  const words = (text ?? '').trim();
  if (words.length > 500) throw wrong('text', 'A text has at most 500 characters.');
  return {
    ...{ eventId: `told:${idempotencyKey}`, trackingCode, milestone, rawCode: 'TOLD', occurredAtMs },
    text: words === '' ? milestone : words,
    ...(keptUntilMs == null ? {} : { keptUntilMs }),
  };
}
