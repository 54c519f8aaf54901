import type { Evidence, IncidentType } from './incident.ts';
import { nextLastDayMs } from './notices.ts';
import { silences, type SilenceSettings } from './silence.ts';
import { chanceOfLate, type TransitSample, type UnderWay } from './transit.ts';
import { isCancelled, numberUnknownAtMs, type OrderView, type ParcelView } from './views.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What the retailer decided about watching. */
export interface WatchSettings extends SilenceSettings {
  readonly lateDispatchGraceHours: number;
  readonly labelNotScannedDays: number;
  /** From which chance of coming late the customer is told, in the last hours before the promised moment and before them. */
  readonly predictedLateFrom: number;
  readonly predictedLateEarlyFrom: number;
  /** How many those last hours are. */
  readonly predictedLateHours: number;
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
  const found = [
    reported(parcel),
    unknown(parcel),
    notScanned(parcel, nowMs, settings),
    ...silences({ parcel, settings, transit })
      .filter(({ atMs }) => nowMs >= atMs)
      .map(({ type, atMs, sinceMs: silentSinceMs }): Finding => ({
        type,
        atMs,
        evidence: { source: 'CLOCK', silentSinceMs },
      })),
  ];
  const announced = delayed(parcel);
  const predicted = announced === undefined ? slow({ parcel, nowMs, settings, transit }) : undefined;
  // What waits for its customer has come as far as it was promised.
  const isThere = parcel.newestStep === 'AT_PICKUP_POINT';
  const exceeded = isThere ? undefined : overdue(parcel.promisedLatestAtMs, nowMs);
  return [...found, announced, predicted, exceeded].filter((each) => each !== undefined);
}

/** How long before a promised moment the chance is looked at every few hours, ms. */
const closeMs = 6 * dayMs;
const everyMs = 6 * hourMs;

/** When the chance of coming late is worth another look: half-way to the promised moment, and often near it. */
function nextChanceMs(fromMs: number, promisedMs: number | undefined, nowMs: number): number {
  if (promisedMs === undefined || nowMs >= promisedMs) return nowMs + dayMs;
  const halfWayMs = Math.round(fromMs + (promisedMs - fromMs) / 2);
  if (nowMs >= promisedMs - closeMs) return Math.min(nowMs + everyMs, promisedMs);
  return nowMs < halfWayMs ? Math.min(halfWayMs, promisedMs - closeMs) : promisedMs - closeMs;
}

/** When waiting alone can change what is found; undefined if it cannot. */
export function nextLookMs({ parcel, nowMs, settings, transit }: ParcelWatch): number | undefined {
  if (isOverForWatch(parcel)) return undefined;
  const from = parcel.handedOverAtMs ?? parcel.labelledAtMs ?? parcel.createdAtMs;
  const moments = [
    from + settings.labelNotScannedDays * dayMs,
    ...silences({ parcel, settings, transit }).map(({ atMs }) => atMs),
    nextChanceMs(from, parcel.promisedLatestAtMs, nowMs),
    parcel.noticeAtMs ?? Infinity,
  ];
  return Math.max(nowMs + 1_000, Math.min(...moments.filter((ms) => ms > nowMs)));
}

function reported({ trouble, troubleAtMs = 0 }: ParcelView): Finding | undefined {
  return trouble === undefined
    ? undefined
    : { type: trouble, atMs: troubleAtMs, evidence: { source: 'CARRIER' } };
}

/** Its carrier says that it does not know the number; a report of the parcel has ended that. */
function unknown(parcel: ParcelView): Finding | undefined {
  const atMs = numberUnknownAtMs(parcel);
  return atMs === undefined ? undefined : { type: 'TRACKING_INVALID', atMs, evidence: { source: 'CARRIER' } };
}

function notScanned(
  parcel: ParcelView,
  nowMs: number,
  { labelNotScannedDays }: WatchSettings,
): Finding | undefined {
  const { labelledAtMs, handedOverAtMs, lastScanAtMs } = parcel;
  const from = handedOverAtMs ?? labelledAtMs;
  if (from === undefined || lastScanAtMs !== undefined) return undefined;
  // What the carrier does not know it cannot report: that is said already.
  if (numberUnknownAtMs(parcel) !== undefined) return undefined;
  const atMs = from + labelNotScannedDays * dayMs;
  return nowMs >= atMs
    ? { type: 'LABEL_NOT_SCANNED', atMs, evidence: { source: 'CLOCK', silentSinceMs: from } }
    : undefined;
}

function delayed({ etaMs, promisedLatestAtMs, lastScanAtMs = 0 }: ParcelView): Finding | undefined {
  if (etaMs === undefined || promisedLatestAtMs === undefined || etaMs <= promisedLatestAtMs)
    return undefined;
  const evidence = { source: 'CARRIER', promisedMs: promisedLatestAtMs, expectedMs: etaMs } as const;
  return { type: 'DELAY_ANNOUNCED', atMs: lastScanAtMs, evidence };
}

/** The promised moment has passed, and it has not arrived. */
const overdue = (promisedMs: number | undefined, nowMs: number): Finding | undefined =>
  promisedMs === undefined || nowMs < promisedMs
    ? undefined
    : { type: 'LEAD_TIME_EXCEEDED', atMs: promisedMs, evidence: { source: 'CLOCK', promisedMs } };

/** A parcel that was out for delivery so long ago is not nearly there any more. */
const nearlyThereMs = dayMs;

const isNearlyThere = ({ newestStep, newestStepAtMs = 0 }: ParcelView, nowMs: number): boolean =>
  newestStep === 'AT_PICKUP_POINT' ||
  (newestStep === 'OUT_FOR_DELIVERY' && nowMs - newestStepAtMs < nearlyThereMs);

function slow({ parcel, nowMs, settings, transit }: ParcelWatch): Finding | undefined {
  const { handedOverAtMs, promisedLatestAtMs, handlingMs, area = '' } = parcel;
  if (handedOverAtMs === undefined || promisedLatestAtMs === undefined) return undefined;
  // Whatever the others did.
  if (isNearlyThere(parcel, nowMs)) return undefined;
  const startMs = handedOverAtMs - (handlingMs ?? 0);
  const way = { area, handlingMs: handlingMs ?? 0 };
  return foreseen({ way, startMs, promisedMs: promisedLatestAtMs, nowMs }, settings, transit);
}

/** Something that was ordered, or left, at `startMs`. */
interface Foreseen {
  readonly way: Pick<UnderWay, 'area' | 'handlingMs'>;
  readonly startMs: number;
  readonly promisedMs: number;
  readonly nowMs: number;
}

/** The nearer the promised moment, the less certain one has to be: far from it there is time to see more. */
function foreseen(
  { way, startMs, promisedMs, nowMs }: Foreseen,
  settings: WatchSettings,
  transit: TransitSample,
): Finding | undefined {
  if (nowMs >= promisedMs) return undefined;
  const chance = chanceOfLate(transit, { ...way, elapsedMs: nowMs - startMs, limitMs: promisedMs - startMs });
  const isNear = promisedMs - nowMs <= settings.predictedLateHours * hourMs;
  const from = isNear ? settings.predictedLateFrom : settings.predictedLateEarlyFrom;
  if (chance === undefined || chance < from) return undefined;
  return { type: 'DELAY_PREDICTED', atMs: nowMs, evidence: { source: 'LEARNED', promisedMs, chance } };
}

/** What an order is watched with. */
export interface OrderWatch {
  readonly order: OrderView;
  readonly nowMs: number;
  readonly settings: WatchSettings;
  /** How long parcels of its service took. */
  readonly transit: TransitSample;
}

/** Nothing of it is to leave any more. */
export const hasLeft = (order: OrderView): boolean =>
  order.labelled >= order.ordered - order.cancelled ||
  isCancelled(order) ||
  order.deliveredAtMs !== undefined;

/** What holds of an order of which goods have no label yet; its parcels are watched each. */
export function watchOrder(watch: OrderWatch): Finding[] {
  if (hasLeft(watch.order) || watch.order.collectAtId !== undefined) return [];
  const { order, nowMs } = watch;
  // What no carrier is to bring has no label, however it reaches its customer.
  const exceeded = order.serviceCode === undefined ? undefined : overdue(order.latestAtMs, nowMs);
  return [lateToLeave(watch), lateUnsent(watch), exceeded].filter((each) => each !== undefined);
}

/** When waiting alone can change what is found of an order; undefined if it cannot. */
export function nextOrderLookMs({ order, nowMs, settings }: Omit<OrderWatch, 'transit'>): number | undefined {
  const lastDayMs = nextLastDayMs(order, nowMs);
  if (hasLeft(order) || order.collectAtId !== undefined) return lastDayMs;
  const { dispatchDueAtMs, placedAtMs, latestAtMs } = order;
  const dispatch = (dispatchDueAtMs ?? 0) + settings.lateDispatchGraceHours * hourMs;
  const moments = [dispatch, nextChanceMs(placedAtMs, latestAtMs, nowMs), lastDayMs ?? Infinity];
  return Math.max(nowMs + 1_000, Math.min(...moments.filter((ms) => ms > nowMs)));
}

/** Goods should have left by now, and no label says that they do. */
function lateToLeave({ order, nowMs, settings }: OrderWatch): Finding | undefined {
  const { dispatchDueAtMs } = order;
  if (dispatchDueAtMs === undefined) return undefined;
  const atMs = dispatchDueAtMs + settings.lateDispatchGraceHours * hourMs;
  return nowMs >= atMs
    ? { type: 'LATE_DISPATCH', atMs, evidence: { source: 'CLOCK', promisedMs: dispatchDueAtMs } }
    : undefined;
}

/** Goods have not left, and of those that had not left either after so long most came too late. */
function lateUnsent({ order, nowMs, settings, transit }: OrderWatch): Finding | undefined {
  const { placedAtMs, latestAtMs, dispatchDueAtMs, area = '' } = order;
  // What is made or awaited follows no other order.
  if (dispatchDueAtMs === undefined) return undefined;
  return foreseen({ way: { area }, startMs: placedAtMs, promisedMs: latestAtMs, nowMs }, settings, transit);
}
