import type { EventPayload } from '../../../schema/events/registry.ts';
import { ruleOf } from './codes.ts';
import type { MessageState } from './message.ts';
import { quietUntilMs, type QuietHours } from './quietHours.ts';
import { speaksForMs } from './steps.ts';
import { isCancelled, numberUnknownAtMs, type OrderView, type ParcelView } from './views.ts';

export type SkipReason = EventPayload<'care.MessageSkipped'>['reason'];
export type HoldReason = EventPayload<'care.MessageHeld'>['waitsFor'];

/** What becomes of a message now. */
export type Judgement =
  | { readonly kind: 'send' }
  | { readonly kind: 'hold'; readonly untilMs: number; readonly waitsFor: HoldReason }
  | { readonly kind: 'skip'; readonly reason: SkipReason };

/** What a message is judged by, as it is at this moment. */
export interface Known {
  readonly nowMs: number;
  readonly order: OrderView | undefined;
  readonly parcel: ParcelView | undefined;
  /** Other messages about the order on this channel that went out within the recipient's day. */
  readonly sentToday: number;
  /** Another message has told this promised date already. */
  readonly dateTold: boolean;
  readonly quietHours: QuietHours;
  readonly maxPerDay: number;
  /** For how long news of one order are gathered; 0 for none. */
  readonly digestMs: number;
  /** What is done about the trouble it tells of is told by another message. */
  readonly isAnswered: boolean;
  /** Other news of the order that were gathered for this moment. */
  readonly gathered: number;
}

const skip = (reason: SkipReason): Judgement => ({ kind: 'skip', reason });
const hourMs = 3_600_000;

/** An order is heard of a moment later, or never: the longer it took, the longer the next wait. */
const patienceMs = ({ createdAtMs }: MessageState, nowMs: number): number =>
  Math.min(6 * hourMs, Math.max(1_000, nowMs - createdAtMs));

/**
 * Judges a message when it is about to go out, which may be long after it was decided: a night may lie between, and the
 * world moved on. What staff sends again goes out as asked.
 */
export function judge(message: MessageState, known: Known): Judgement {
  const { nowMs, order } = known;
  if (order === undefined)
    return nowMs - message.createdAtMs > speaksForMs
      ? skip('TOO_OLD')
      : { kind: 'hold', untilMs: nowMs + patienceMs(message, nowMs), waitsFor: 'ORDER_UNKNOWN' };
  if (message.resendOf !== undefined) return { kind: 'send' };
  const outdated = outdatedBy(message, { ...known, order });
  if (outdated !== undefined) return skip(outdated);
  // One truth: whether it is sent again is decided at this very moment, and is told when it is.
  if (message.facts.remedy === 'CHECKING' && (order.reshipsAsked ?? []).length > 0)
    return { kind: 'hold', untilMs: nowMs + patienceMs(message, nowMs), waitsFor: 'REMEDY' };
  const rule = ruleOf(message.code);
  if (rule.delay === true && known.dateTold) return skip('ALREADY_TOLD');
  if (message.channel === 'SMS' && rule.urgent !== true) {
    const untilMs = quietUntilMs(nowMs, order.timeZone, known.quietHours);
    if (untilMs !== undefined) return { kind: 'hold', untilMs, waitsFor: 'QUIET_HOURS' };
  }
  if (rule.gathers === true && known.digestMs > 0 && order.planned > 1) {
    if (message.waitsFor !== 'DIGEST')
      return {
        kind: 'hold',
        untilMs: (Math.floor(nowMs / known.digestMs) + 1) * known.digestMs,
        waitsFor: 'DIGEST',
      };
    if (known.gathered > 0) return skip('IN_DIGEST');
  }
  // Steps of a parcel and delays are what customers wait for, some are owed; everything else can be too much.
  const isFree = rule.step === true || rule.delay === true || rule.owed === true;
  return !isFree && known.sentToday >= known.maxPerDay ? skip('TOO_MANY') : { kind: 'send' };
}

/** What was said of a parcel and has ended: it waits at no pickup point any more, its number is known, it has left customs. */
function isLeftBehind(
  code: MessageState['code'],
  parcel: ParcelView,
  { nowMs, factAtMs }: { readonly nowMs: number; readonly factAtMs: number },
): boolean {
  const { newestStep, deliveredAtMs, lostAtMs, keptUntilMs = 0, clearedAtMs = -Infinity } = parcel;
  if (code === 'TRACKING_INVALID')
    return numberUnknownAtMs(parcel) === undefined || deliveredAtMs !== undefined;
  if (code === 'CUSTOMS') return clearedAtMs > factAtMs;
  if (code !== 'PICKUP_POINT_REMINDER' && code !== 'PICKUP_POINT_LAST_DAY') return false;
  const waits = newestStep === 'AT_PICKUP_POINT' && deliveredAtMs === undefined && lostAtMs === undefined;
  return !waits || nowMs >= keptUntilMs;
}

/** News of a parcel that does not arrive. */
const tellsOfReturning: ReadonlySet<MessageState['code']> = new Set([
  ...(['RETURNING_TO_SENDER', 'BACK_AT_WAREHOUSE', 'PARCEL_DAMAGED', 'PARCEL_LOST'] as const),
]);

/** Why the world has left a message behind; undefined when it has not. */
function outdatedBy(
  { code, factAtMs }: MessageState,
  { nowMs, order, parcel, isAnswered }: Known & { readonly order: OrderView },
): SkipReason | undefined {
  const { step, delay, group } = ruleOf(code);
  if (nowMs - factAtMs > speaksForMs) return 'TOO_OLD';
  if (isAnswered) return 'NEWER_FACT';
  if (group === 'DELIVERY' && isCancelled(order)) return 'ORDER_CANCELLED';
  if (parcel === undefined) return undefined;
  if (parcel.returningAtMs !== undefined && group === 'DELIVERY' && !tellsOfReturning.has(code))
    return 'RETURNING';
  const isOver = parcel.deliveredAtMs !== undefined && code !== 'PARCEL_DELIVERED' && group === 'DELIVERY';
  if (isOver && (step === true || delay === true || code === 'PARCEL_LOST')) return 'NEWER_FACT';
  if (isLeftBehind(code, parcel, { nowMs, factAtMs })) return 'NEWER_FACT';
  if (step !== true) return undefined;
  // It was on its way until it was lost; what is reported after that is news again.
  if (parcel.lostAtMs !== undefined && factAtMs <= parcel.lostAtMs) return 'NEWER_FACT';
  // Of two steps of one moment the one heard of last is the newest.
  const { newestStep, newestStepAtMs = -Infinity } = parcel;
  return newestStep === code || newestStepAtMs < factAtMs ? undefined : 'NEWER_FACT';
}
