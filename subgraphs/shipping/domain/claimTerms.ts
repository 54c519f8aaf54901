import type { ClaimKind } from './claim.ts';
import type { ShippingSettings } from './settings.ts';
import type { Shipment } from './shipment.ts';

type Term = ShippingSettings['claimTerms'][number];
const dayMs = 86_400_000;

/** The line of the terms that holds: a service's before a carrier's, and that before one for all. */
export function termOf(
  terms: readonly Term[],
  { serviceCode, carrier }: Pick<Shipment, 'serviceCode' | 'carrier'>,
  kind: ClaimKind,
): Term | undefined {
  const fit = terms.filter(
    (term) =>
      term.kind === kind &&
      (term.serviceCode === undefined || term.serviceCode === serviceCode) &&
      (term.carrier === undefined || term.carrier === carrier),
  );
  const rank = (term: Term): number =>
    (term.serviceCode === undefined ? 0 : 2) + (term.carrier === undefined ? 0 : 1);
  return [...fit].sort((a, b) => rank(b) - rank(a))[0];
}

/** When a carrier takes a claim, epoch ms. What has not happened counts from what has, back to the making of the label. */
export function windowOf(term: Term, shipment: Shipment): { notBeforeMs: number; deadlineMs: number } {
  const handedOver = shipment.handedOverAtMs ?? shipment.createdAtMs;
  const lastReport = Math.max(handedOver, ...shipment.trackingEvents.map((each) => each.occurredAtMs));
  const from = {
    HANDED_OVER: handedOver,
    LAST_REPORT: lastReport,
    DELIVERED: shipment.deliveredAtMs ?? lastReport,
  }[term.from];
  return { notBeforeMs: from + term.notBeforeDays * dayMs, deadlineMs: from + term.deadlineDays * dayMs };
}
