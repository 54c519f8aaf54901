import { wilsonLower } from '../../../platform/values/wilson.ts';
import type { EventName, EventPayload } from '../../../schema/events/registry.ts';

const dayMs = 86_400_000;

/** Nobody is asked twice within this time. */
export const quietBetweenSurveysMs = 90 * dayMs;

/** From this rating down a person looks at it. */
export const poorRating = 2;

/** What an answer may be about. */
export const surveyTopics = ['TIME', 'PARCEL', 'COURIER', 'PRODUCT'] as const;
export type SurveyTopic = (typeof surveyTopics)[number];

/** What the delivery of one order was like, as its customer says. */
export interface SurveyState {
  /** Order id. */
  readonly _id: string;
  /** Subject of the customer. */
  readonly owner: string;
  readonly askedAtMs: number;
  /** 1 (bad) to 5 (very good). */
  readonly rating?: number;
  readonly answeredAtMs?: number;
  /** Codes of the services that carried it. */
  readonly serviceCodes: readonly string[];
  /** Who brought it to the customer, and where it left from. */
  readonly lastMileCarriers?: readonly string[];
  readonly locationIds?: readonly string[];
  /** Whether it came by the date first promised. */
  readonly kept: boolean;
  /** What the answer is about, if they said so. */
  readonly what?: readonly SurveyTopic[];
}

/** What is known of a customer when they might be asked. */
export interface SurveyChance {
  readonly nowMs: number;
  /** When they were asked last, about any order. */
  readonly lastAskedAtMs: number | undefined;
  /** Somebody works on a request about this order. */
  readonly hasOpenTicket: boolean;
  /** They want to be asked: they have not unsubscribed. */
  readonly isWanted: boolean;
}

/** May this customer be asked now? Never against their wish, not while something is open, and not again so soon. */
export const mayAsk = ({ nowMs, lastAskedAtMs, hasOpenTicket, isWanted }: SurveyChance): boolean =>
  isWanted &&
  !hasOpenTicket &&
  (lastAskedAtMs === undefined || nowMs - lastAskedAtMs >= quietBetweenSurveysMs);

/** Ratings of one service. */
export interface Score {
  readonly key: string;
  readonly answers: number;
  /** Share of ratings of 4 and 5. */
  readonly goodShare: number;
  /** Lower end of the 95 % interval of that share (Wilson): few answers rank low, however good. */
  readonly atLeast: number;
}

/** Services by what customers say of them, the surest good one first. */
export function scoresOf(surveys: readonly Pick<SurveyState, 'rating' | 'serviceCodes'>[]): Score[] {
  const counts = new Map<string, { good: number; all: number }>();
  for (const { rating, serviceCodes } of surveys)
    for (const key of rating === undefined ? [] : new Set(serviceCodes)) {
      const count = counts.get(key) ?? { good: 0, all: 0 };
      counts.set(key, { good: count.good + ((rating ?? 0) >= 4 ? 1 : 0), all: count.all + 1 });
    }
  return [...counts]
    .map(([key, { good, all }]) => ({
      key,
      answers: all,
      goodShare: good / all,
      atLeast: wilsonLower(good, all),
    }))
    .sort((a, b) => b.atLeast - a.atLeast || (a.key < b.key ? -1 : 1));
}

type SurveyEventName = Extract<EventName, `care.Survey${string}`>;
export type SurveyEvent = {
  [N in SurveyEventName]: { readonly type: N; readonly data: EventPayload<N> };
}[SurveyEventName];

export const surveyEvent = <N extends SurveyEventName>(type: N, data: EventPayload<N>) => ({ type, data });

export function evolveSurvey(state: SurveyState | undefined, event: SurveyEvent, at: number): SurveyState {
  switch (event.type) {
    case 'care.SurveySent': {
      const { orderId: _id, owner, serviceCodes, kept, lastMileCarriers, locationIds } = event.data;
      return {
        ...{ _id, owner, askedAtMs: at, serviceCodes, kept },
        ...(lastMileCarriers === undefined ? {} : { lastMileCarriers }),
        ...(locationIds === undefined ? {} : { locationIds }),
      };
    }
    case 'care.SurveyAnswered': {
      if (state === undefined) throw new Error('A survey begins with SurveySent.');
      return { ...state, rating: event.data.rating, answeredAtMs: at };
    }
    case 'care.SurveyExplained': {
      if (state === undefined) throw new Error('A survey begins with SurveySent.');
      return { ...state, what: event.data.what };
    }
    default:
      return event satisfies never;
  }
}
