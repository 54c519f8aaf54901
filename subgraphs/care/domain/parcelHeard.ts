import type { FactsOf } from './facts.ts';
import type { MessageCodeStep } from './steps.ts';
import type { OrderView, ParcelView } from './views.ts';

/** What changes of a parcel with a report: values that are set, and whether the trouble it was in is over. */
export interface ParcelChange {
  readonly set: Partial<ParcelView>;
  readonly troubleIsOver: boolean;
}

const setting = (set: Partial<ParcelView>): ParcelChange => ({ set, troubleIsOver: false });

/** The parcel after a change. */
export function changed(parcel: ParcelView, { set, troubleIsOver }: ParcelChange): ParcelView {
  if (!troubleIsOver) return { ...parcel, ...set };
  const { trouble: _trouble, troubleAtMs: _at, ...rest } = parcel;
  return { ...rest, ...set };
}

/** How long it was without a report at the longest, with the one that happened now. */
function silentUntil({ lastScanAtMs, handedOverAtMs, silentMs = 0 }: ParcelView, atMs: number) {
  const sinceMs = lastScanAtMs ?? handedOverAtMs;
  return sinceMs === undefined ? {} : { silentMs: Math.max(silentMs, atMs - sinceMs) };
}

/** The carrier has it. With its order, it teaches how long goods take to leave. */
export function handedOver(order: OrderView | null, atMs: number): ParcelChange {
  const { area, placedAtMs } = order ?? {};
  const learned =
    area === undefined || placedAtMs === undefined
      ? {}
      : { area, handlingMs: Math.max(0, atMs - placedAtMs) };
  return setting({ handedOverAtMs: atMs, ...learned });
}

/** It has arrived, by the hand of whoever has the last mile. */
export function delivered(
  parcel: ParcelView,
  {
    deliveredAtMs,
    lastMileCarrier: lastMile,
  }: { readonly deliveredAtMs: number; readonly lastMileCarrier?: string | undefined },
): ParcelChange {
  const { handedOverAtMs = deliveredAtMs } = parcel;
  const took = deliveredAtMs > handedOverAtMs ? { tookMs: deliveredAtMs - handedOverAtMs } : {};
  const by = lastMile === undefined ? {} : { lastMile };
  return setting({ deliveredAtMs, ...took, ...by, ...silentUntil(parcel, deliveredAtMs) });
}

/** A report of the carrier. */
export interface Report {
  readonly milestone: string;
  /** Code of the parcel it is about. */
  readonly trackingCode: string;
  /** The carrier's own code. */
  readonly rawCode: string;
  readonly occurredAtMs: number;
  readonly estimatedDeliveryAtMs?: number | undefined;
  /** Until when a pickup point keeps it. */
  readonly keptUntilMs?: number | undefined;
}

/** What a report says about trouble; undefined where it says that all goes on. */
function troubleOf({ milestone, rawCode }: Report, damaged: readonly string[]): ParcelView['trouble'] {
  if (milestone === 'ATTEMPT_FAILED' || milestone === 'DAMAGED') return milestone;
  if (milestone !== 'EXCEPTION') return undefined;
  return damaged.includes(rawCode.toUpperCase()) ? 'DAMAGED' : 'EXCEPTION';
}

/** Reports that a parcel does not reach the customer and goes back. */
const turning: ReadonlySet<string> = new Set(['RETURN_TO_SENDER', 'REFUSED', 'DAMAGED']);

/** What a report changes. One that is older than the newest only says whether the parcel turned back. */
export function reported(parcel: ParcelView, report: Report, damagedCodes: readonly string[]): ParcelChange {
  const { milestone, occurredAtMs, estimatedDeliveryAtMs, keptUntilMs } = report;
  const turned =
    turning.has(milestone) && parcel.returningAtMs === undefined ? { returningAtMs: occurredAtMs } : {};
  const known = withNumber(parcel, report);
  if (occurredAtMs < (parcel.lastScanAtMs ?? 0)) return setting({ ...turned, ...known });
  const trouble = troubleOf(report, damagedCodes);
  const isCleared = parcel.newestStep === 'CUSTOMS' && milestone !== 'CUSTOMS';
  return {
    set: {
      ...{ lastScanAtMs: occurredAtMs, ...silentUntil(parcel, occurredAtMs), ...turned, ...known },
      ...(estimatedDeliveryAtMs === undefined ? {} : { etaMs: estimatedDeliveryAtMs }),
      ...(keptUntilMs === undefined ? {} : { keptUntilMs }),
      ...(isCleared ? { clearedAtMs: occurredAtMs } : {}),
      ...(trouble === undefined ? {} : { trouble, troubleAtMs: occurredAtMs }),
    },
    // Damage stays until a person has looked at it.
    troubleIsOver: trouble === undefined && parcel.trouble !== undefined && parcel.trouble !== 'DAMAGED',
  };
}

/** Whatever is reported of a number, its carrier knows it. */
function withNumber({ knownNumbers = [] }: ParcelView, { trackingCode }: Report) {
  return knownNumbers.includes(trackingCode) ? {} : { knownNumbers: [...knownNumbers, trackingCode] };
}

/** Its carrier says that it does not know a number of it; again, if it had said so before. */
export function numberUnknown(parcel: ParcelView, trackingCode: string, atMs: number): ParcelChange {
  const others = (parcel.unknownNumbers ?? []).filter((each) => each.trackingCode !== trackingCode);
  return setting({ unknownNumbers: [...others, { trackingCode, atMs }] });
}

/** All of a parcel is sent in exchange for what came back. */
export const isExchangeOf = ({ exchanged = [] }: OrderView, { lineIds = [] }: ParcelView): boolean =>
  lineIds.length > 0 && lineIds.every((id) => exchanged.includes(id));

/** What is told of a step, and whether it is the newest one. */
export function stepOfParcel(
  parcel: ParcelView,
  order: OrderView | null,
  { code, atMs }: { readonly code: MessageCodeStep; readonly atMs: number },
) {
  const facts: FactsOf<MessageCodeStep> = {
    ...{ carrier: parcel.serviceCode, tracking: [...parcel.tracking], lines: [...parcel.lines] },
    latestAtMs: parcel.promisedLatestAtMs ?? order?.latestAtMs ?? atMs,
    ...(code === 'AT_PICKUP_POINT' && (parcel.keptUntilMs ?? 0) > atMs
      ? { untilMs: parcel.keptUntilMs }
      : {}),
  };
  // A second attempt on another day is news; the same scan told twice is not.
  const repeats = code === 'OUT_FOR_DELIVERY' || code === 'ATTEMPT_FAILED';
  // Customs after it had left customs is news, too.
  const once = code === 'CUSTOMS' ? (parcel.clearedAtMs ?? 1) : 1;
  const version = repeats ? new Date(atMs).toISOString().slice(0, 10) : once;
  const isNewest = parcel.newestStepAtMs === undefined || atMs >= parcel.newestStepAtMs;
  const { orderId, _id: parcelId } = parcel;
  return {
    change: setting(isNewest ? { newestStep: code, newestStepAtMs: atMs } : {}),
    telling: { orderId, parcelId, code, version, facts, factAtMs: atMs },
  };
}
