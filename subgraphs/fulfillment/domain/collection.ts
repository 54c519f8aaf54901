import { dateIn } from '../../../platform/values/time.ts';
import type { FulfillmentSettings } from './settings.ts';
import type { Events } from './decide.ts';
import { refOf, waitingLines, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { madeOf } from './unitState.ts';

/** How long goods wait for a customer who collects them. */
type DaysTerms = Pick<
  FulfillmentSettings,
  'collectionDays' | 'collectionDaysByMethod' | 'collectionDaysByLocation'
>;
type ReminderTerms = Pick<FulfillmentSettings, 'collectionReminderDaysBefore'>;

const dayMs = 86_400_000;

/**
 * Whole days for which goods wait: a location's own number goes first, then what the customer was promised; the other
 * settings are for orders whose promise says nothing.
 */
export const daysOf = (
  { collectionDays, collectionDaysByMethod, collectionDaysByLocation }: DaysTerms,
  of: {
    readonly locationId: string;
    readonly methodType: string | undefined;
    readonly promisedDays?: number | undefined;
  },
): number =>
  collectionDaysByLocation[of.locationId] ??
  of.promisedDays ??
  collectionDaysByMethod[of.methodType ?? ''] ??
  collectionDays;

/**
 * Until when goods wait that are ready now: to the end of that day where they are. Goods that are ready early wait
 * from the promised instant on, so that nobody loses the days they were told.
 */
export function collectBy(
  { promisedLatestAtMs }: Pick<FulfillmentOrder, 'promisedLatestAtMs'>,
  { nowMs, days, timeZone }: { readonly nowMs: number; readonly days: number; readonly timeZone: string },
): number {
  const from = dateIn(Math.max(nowMs, promisedLatestAtMs), timeZone);
  return from.add({ days: days + 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}

/** From when on the customer is reminded; undefined when never. */
export const remindFromMs = (
  collectByMs: number,
  { collectionReminderDaysBefore: days }: ReminderTerms,
): number | undefined => (days === 0 ? undefined : collectByMs - days * dayMs);

const waits = (work: FulfillmentOrder): boolean =>
  work.status === 'IN_PROGRESS' && work.step === 'READY_FOR_COLLECTION';

/** Reminds the customer, once, while there is time left to come. */
export function decideRemind(work: FulfillmentOrder, nowMs: number, terms: ReminderTerms): Events {
  const { collectByMs, reminded } = work;
  if (!waits(work) || collectByMs === undefined || reminded === true) return [];
  const fromMs = remindFromMs(collectByMs, terms);
  if (fromMs === undefined || nowMs < fromMs || nowMs >= collectByMs) return [];
  return [
    {
      type: 'fulfillment.CollectionReminded',
      data: { ...refOf(work), lines: waitingLines(work), collectByMs },
    },
  ];
}

/** Nobody came in time: the units are the location's again. */
export function decideUncollected(work: FulfillmentOrder, nowMs: number): Events {
  const { collectByMs, reservationId, arrivedFrom } = work;
  if (!waits(work) || collectByMs === undefined || nowMs < collectByMs) return [];
  const lines = waitingLines(work);
  return [
    {
      type: 'fulfillment.CollectionExpired',
      data: {
        ...{ ...refOf(work), lines, reservationId, ...madeOf(work, lines) },
        ...(arrivedFrom === undefined ? {} : { arrivedFrom }),
      },
    },
  ];
}
