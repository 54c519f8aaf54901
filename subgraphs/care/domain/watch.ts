import type { Evidence, IncidentType } from './incident.ts';
import { arrivesAfter, type TransitSample } from './transit.ts';
import { isCancelled, type OrderView, type ParcelView } from './views.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What the retailer decided about watching. */
export interface WatchSettings {
  readonly lateDispatchGraceHours: number;
  readonly labelNotScannedDays: number;
  readonly lostAfterSilenceDays: number;
  /** From which chance of coming late the customer is told. */
  readonly predictedLateFrom: number;
}

/** Something that is not as promised, found at `atMs`. */
export interface Finding {
  readonly type: IncidentType;
  readonly atMs: number;
  readonly evidence: Evidence;
}

/** What a parcel is watched with. */
export interface ParcelWatch {
  readonly parcel: ParcelView;
  readonly nowMs: number;
  readonly settings: WatchSettings;
  /** How long parcels like it took. */
  readonly transit: TransitSample;
}

/** Nothing more can be found out about it by waiting. */
export const isOverForWatch = ({ deliveredAtMs, lostAtMs, returningAtMs, voided }: ParcelView): boolean =>
  deliveredAtMs !== undefined || lostAtMs !== undefined || returningAtMs !== undefined || voided === true;

/** What holds of a parcel now. Pure: the same facts and moment give the same findings. */
export function watchParcel({ parcel, nowMs, settings, transit }: ParcelWatch): Finding[] {
  if (parcel.deliveredAtMs !== undefined || parcel.voided === true) return [];
  const { lostAtMs, returningAtMs } = parcel;
  if (lostAtMs !== undefined) return [{ type: 'LOST', atMs: lostAtMs, evidence: { source: 'CARRIER' } }];
  // A broken parcel goes back, too: what the customer has to hear is that it is broken.
  if (returningAtMs !== undefined && parcel.trouble !== 'DAMAGED')
    return [{ type: 'RETURNING', atMs: returningAtMs, evidence: { source: 'CARRIER' } }];
  if (returningAtMs !== undefined) return [reported(parcel)].filter((each) => each !== undefined);
  const found = [reported(parcel), notScanned(parcel, nowMs, settings), silent(parcel, nowMs, settings)];
  const announced = delayed(parcel);
  const predicted = announced === undefined ? slow({ parcel, nowMs, settings, transit }) : undefined;
  return [...found, announced, predicted].filter((each) => each !== undefined);
}

/** When waiting alone can change what is found; undefined if it cannot. */
export function nextLookMs({ parcel, nowMs, settings }: Omit<ParcelWatch, 'transit'>): number | undefined {
  if (isOverForWatch(parcel)) return undefined;
  const from = parcel.handedOverAtMs ?? parcel.labelledAtMs ?? parcel.createdAtMs;
  const moments = [
    from + settings.labelNotScannedDays * dayMs,
    (parcel.lastScanAtMs ?? from) + settings.lostAfterSilenceDays * dayMs,
    // The chance of coming late grows with every hour that brings no news.
    nowMs + 6 * hourMs,
  ];
  return Math.max(nowMs + 1_000, Math.min(...moments.filter((ms) => ms > nowMs)));
}

function reported({ trouble, troubleAtMs = 0 }: ParcelView): Finding | undefined {
  return trouble === undefined
    ? undefined
    : { type: trouble, atMs: troubleAtMs, evidence: { source: 'CARRIER' } };
}

function notScanned(
  { labelledAtMs, handedOverAtMs, lastScanAtMs }: ParcelView,
  nowMs: number,
  { labelNotScannedDays }: WatchSettings,
): Finding | undefined {
  const from = handedOverAtMs ?? labelledAtMs;
  if (from === undefined || lastScanAtMs !== undefined) return undefined;
  const atMs = from + labelNotScannedDays * dayMs;
  return nowMs >= atMs
    ? { type: 'LABEL_NOT_SCANNED', atMs, evidence: { source: 'CLOCK', silentSinceMs: from } }
    : undefined;
}

function silent(
  { lastScanAtMs, newestStep }: ParcelView,
  nowMs: number,
  { lostAfterSilenceDays }: WatchSettings,
): Finding | undefined {
  // What waits for its customer at a pickup point is silent, and not lost.
  if (lastScanAtMs === undefined || newestStep === 'AT_PICKUP_POINT') return undefined;
  const atMs = lastScanAtMs + lostAfterSilenceDays * dayMs;
  return nowMs >= atMs
    ? { type: 'LOST', atMs, evidence: { source: 'CLOCK', silentSinceMs: lastScanAtMs } }
    : undefined;
}

function delayed({ etaMs, promisedLatestAtMs, lastScanAtMs = 0 }: ParcelView): Finding | undefined {
  if (etaMs === undefined || promisedLatestAtMs === undefined || etaMs <= promisedLatestAtMs)
    return undefined;
  const evidence = { source: 'CARRIER', promisedMs: promisedLatestAtMs, expectedMs: etaMs } as const;
  return { type: 'DELAY_ANNOUNCED', atMs: lastScanAtMs, evidence };
}

function slow({ parcel, nowMs, settings, transit }: ParcelWatch): Finding | undefined {
  const { handedOverAtMs, promisedLatestAtMs, newestStep } = parcel;
  if (handedOverAtMs === undefined || promisedLatestAtMs === undefined || nowMs >= promisedLatestAtMs)
    return undefined;
  // It is nearly there, whatever the others did.
  if (newestStep === 'OUT_FOR_DELIVERY' || newestStep === 'AT_PICKUP_POINT') return undefined;
  const chance = arrivesAfter(transit, nowMs - handedOverAtMs, promisedLatestAtMs - handedOverAtMs);
  if (chance === undefined || chance < settings.predictedLateFrom) return undefined;
  const evidence = { source: 'LEARNED', promisedMs: promisedLatestAtMs, chance } as const;
  return { type: 'DELAY_PREDICTED', atMs: nowMs, evidence };
}

/** An order of which goods should have left by now, and no label says that they do. */
export function watchOrder(order: OrderView, nowMs: number, settings: WatchSettings): Finding | undefined {
  const { dispatchDueAtMs, labelled, ordered, cancelled, deliveredAtMs, collectAtId } = order;
  if (dispatchDueAtMs === undefined || deliveredAtMs !== undefined || collectAtId !== undefined)
    return undefined;
  if (isCancelled(order) || labelled >= ordered - cancelled) return undefined;
  const atMs = dispatchDueAtMs + settings.lateDispatchGraceHours * hourMs;
  return nowMs >= atMs
    ? { type: 'LATE_DISPATCH', atMs, evidence: { source: 'CLOCK', promisedMs: dispatchDueAtMs } }
    : undefined;
}
