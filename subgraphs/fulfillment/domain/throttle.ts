import { dateIn } from '../../../platform/values/time.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { EventOf } from './fulfillmentOrder.ts';

/** What somebody decided about new orders at a location. */
export type ThrottleTerms = Pick<
  EventPayload<'fulfillment.LocationThrottled'>,
  'pausedUntilMs' | 'limits' | 'today'
>;
/** What the promise is told of it. */
export type Intake = Pick<
  EventPayload<'fulfillment.LocationIntakeChanged'>,
  'takesOrders' | 'heldBackBy' | 'today'
>;

/** What holds back new orders at a location. */
export interface Throttle extends ThrottleTerms {
  readonly _id: string;
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAtMs: number;
  /** What the promise was told last. */
  readonly told: Intake;
}

export type ThrottleEvent =
  EventOf<'fulfillment.LocationThrottled'> | EventOf<'fulfillment.LocationIntakeChanged'>;

const open: Intake = { takesOrders: true };

/** Fold one event into the throttle. */
export function evolveThrottle(state: Throttle | undefined, event: ThrottleEvent, at: number): Throttle {
  if (event.type === 'fulfillment.LocationThrottled') {
    const { locationId: _id, by: changedBy, ...terms } = event.data;
    return { _id, ...terms, changedBy, changedAtMs: at, told: state?.told ?? open };
  }
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a throttle.`);
  const { locationId: _same, ...told } = event.data;
  return { ...state, told };
}

/** How much work a location has. */
export interface Load {
  /** When the fulfillment orders of the last hour came, epoch ms. */
  readonly cameAtMs: readonly number[];
  /** Fulfillment orders to do, by step. */
  readonly atStep: Readonly<Record<string, number>>;
}

const hourMs = 3_600_000;

/** What of the decisions still holds. */
export function inForce(terms: ThrottleTerms, nowMs: number, timeZone: string): ThrottleTerms {
  const { pausedUntilMs, limits, today } = terms;
  return {
    ...(pausedUntilMs !== undefined && pausedUntilMs > nowMs ? { pausedUntilMs } : {}),
    ...(limits !== undefined && limits.untilMs > nowMs ? { limits } : {}),
    ...(today !== undefined && today.day === dateIn(nowMs, timeZone).toString() ? { today } : {}),
  };
}

/** Until when so many came within the hour that no more may; undefined when more may. */
function fullUntil({ limits }: ThrottleTerms, { cameAtMs }: Load, nowMs: number): number | undefined {
  const most = limits?.maxPerHour;
  if (most === undefined) return undefined;
  const recent = cameAtMs.filter((at) => at > nowMs - hourMs).sort((a, b) => b - a);
  const oldest = recent[most - 1];
  return oldest === undefined ? undefined : oldest + hourMs;
}

/** What the promise has to know now, and when that changes by itself (epoch ms) if nothing happens before. */
export function intakeNow(
  terms: ThrottleTerms,
  load: Load,
  nowMs: number,
  timeZone: string,
): { readonly intake: Intake; readonly nextMs: number | undefined } {
  const now = inForce(terms, nowMs, timeZone);
  const { pausedUntilMs, limits, today } = now;
  const fullUntilMs = fullUntil(now, load, nowMs);
  const isStepFull = (limits?.maxPerStep ?? []).some(({ step, most }) => (load.atStep[step] ?? 0) >= most);
  const dayEndsMs =
    today === undefined
      ? undefined
      : dateIn(nowMs, timeZone).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const ends = [pausedUntilMs, limits?.untilMs, fullUntilMs, dayEndsMs].filter((at) => at !== undefined);
  const heldBackBy =
    pausedUntilMs !== undefined
      ? ('PAUSED' as const)
      : fullUntilMs !== undefined
        ? ('HOUR_FULL' as const)
        : isStepFull
          ? ('STEP_FULL' as const)
          : undefined;
  return {
    intake: {
      takesOrders: heldBackBy === undefined,
      ...(heldBackBy === undefined ? {} : { heldBackBy }),
      ...(today === undefined ? {} : { today }),
    },
    nextMs: ends.length === 0 ? undefined : Math.min(...ends),
  };
}
