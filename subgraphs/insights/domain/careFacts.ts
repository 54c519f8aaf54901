import type { Folds } from './heard.ts';

/** What became of one message to a customer. */
export interface MessageFact {
  readonly id: string;
  readonly code: string;
  readonly channel: string;
  readonly decidedAtMs: number;
  readonly factAtMs: number;
  readonly sentAtMs?: number;
  readonly end?: 'SKIPPED' | 'FAILED' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED';
}

export const messageFolds: Folds<MessageFact> = {
  'care.MessageDecided': (_fact, { data, at }) => ({
    ...{ id: data.messageId, code: data.code, channel: data.channel },
    ...{ decidedAtMs: at, factAtMs: data.factAtMs },
  }),
  'care.MessageSent': (fact, { data }) => fact && { ...fact, sentAtMs: data.atMs },
  'care.MessageSkipped': (fact) => fact && { ...fact, end: 'SKIPPED' },
  'care.MessageFailed': (fact) => fact && { ...fact, end: 'FAILED' },
  'care.MessageReported': (fact, { data }) => fact && { ...fact, end: data.status },
};

/** Something that was not as promised. */
export interface IncidentFact {
  readonly id: string;
  readonly orderId: string;
  readonly type: string;
  readonly openedAtMs: number;
  readonly closedAtMs?: number;
  /** Time for which it was open before it was opened again. */
  readonly before: { readonly times: number; readonly ms: number };
  readonly expectedMs?: number;
}

export const incidentFolds: Folds<IncidentFact> = {
  'care.IncidentOpened': (fact, { data }) => {
    const isAgain = fact?.closedAtMs !== undefined;
    const ms = isAgain ? (fact.closedAtMs ?? 0) - fact.openedAtMs : 0;
    const before = fact?.before ?? { times: 0, ms: 0 };
    return {
      ...{ id: data.incidentId, orderId: data.orderId, type: data.type },
      openedAtMs: fact === undefined || isAgain ? data.openedAtMs : fact.openedAtMs,
      before: isAgain ? { times: before.times + 1, ms: before.ms + Math.max(0, ms) } : before,
      ...(data.evidence.expectedMs === undefined ? {} : { expectedMs: data.evidence.expectedMs }),
    };
  },
  'care.IncidentClosed': (fact, { at }) => fact && { ...fact, closedAtMs: Math.max(at, fact.openedAtMs) },
};

/** A customer was asked how the delivery was. */
export interface SurveyFact {
  readonly id: string;
  readonly askedAtMs: number;
  readonly rating?: number;
  readonly kept: boolean;
  readonly serviceCodes: readonly string[];
  readonly lastMiles: readonly string[];
  readonly locationIds: readonly string[];
}

export const surveyFolds: Folds<SurveyFact> = {
  'care.SurveySent': (_fact, { data, at }) => ({
    ...{ id: data.orderId, askedAtMs: at, kept: data.kept, serviceCodes: data.serviceCodes },
    ...{ lastMiles: data.lastMileCarriers ?? [], locationIds: data.locationIds ?? [] },
  }),
  'care.SurveyAnswered': (fact, { data }) =>
    fact && data.rating !== undefined ? { ...fact, rating: data.rating } : fact,
};
