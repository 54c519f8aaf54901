import {
  inForce,
  intakeNow,
  type Intake,
  type Load,
  type Throttle,
  type ThrottleEvent,
  type ThrottleTerms,
} from './throttle.ts';

/** The terms after a change, of those in force before. */
export type ChangeTerms = (
  before: ThrottleTerms,
  now: { readonly nowMs: number; readonly timeZone: string },
) => ThrottleTerms;

/** Who changes the terms, how and why. */
export interface TermsChange {
  readonly change: ChangeTerms;
  readonly reason: string;
  readonly by: string;
}

/** The change, if there is one, and what the promise is told where that is something else than before. */
export function decideThrottle(
  before: Throttle | undefined,
  at: {
    readonly locationId: string;
    readonly timeZone: string;
    readonly nowMs: number;
    readonly load: Load;
    /** Absent when only time has passed, or work has changed. */
    readonly terms?: TermsChange | undefined;
  },
): ThrottleEvent[] {
  const { locationId, load, nowMs, timeZone, terms } = at;
  const known = inForce(before ?? {}, nowMs, timeZone);
  const wanted = terms === undefined ? known : terms.change(known, { nowMs, timeZone });
  const { intake } = intakeNow(wanted, load, nowMs, timeZone);
  const events: ThrottleEvent[] = [];
  if (terms !== undefined) {
    const { reason, by } = terms;
    events.push({ type: 'fulfillment.LocationThrottled', data: { locationId, ...wanted, reason, by } });
  }
  const isKnown = before !== undefined || terms !== undefined;
  if (isKnown && !sameIntake(before?.told ?? { takesOrders: true }, intake))
    events.push({ type: 'fulfillment.LocationIntakeChanged', data: { locationId, ...intake } });
  return events;
}

/** Is the promise told the same? */
const sameIntake = (a: Intake, b: Intake): boolean =>
  a.takesOrders === b.takesOrders && a.heldBackBy === b.heldBackBy && dayOf(a) === dayOf(b);

const dayOf = ({ today }: Intake): string =>
  today === undefined
    ? ''
    : [today.day, ...today.hours.map(({ opensAt, closesAt }) => `${opensAt}-${closesAt}`)].join(' ');
