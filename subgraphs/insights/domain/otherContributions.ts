import { dayOf, type Counter, type CounterDimension, type Values } from './counters.ts';
import type { IncidentFact, MessageFact, SurveyFact } from './careFacts.ts';
import type { ReturnFact } from './returnFact.ts';

const one = (holds: boolean): number => (holds ? 1 : 0);

/** What a message adds, on the day it was decided. */
export function messageContributions({
  code,
  channel,
  decidedAtMs,
  sentAtMs,
  factAtMs,
  end,
}: MessageFact): Counter[] {
  const key = JSON.stringify([code, channel]);
  const values = {
    ...{ decided: 1, sent: one(sentAtMs !== undefined) },
    ...(end === undefined ? {} : { [end.toLowerCase()]: 1 }),
    waitedMs: sentAtMs === undefined ? 0 : Math.max(0, sentAtMs - factAtMs),
  };
  return [{ day: dayOf(decidedAtMs), channel: '', dimension: 'MESSAGE', key, values }];
}

/** What an incident adds, on the day it opened last. */
export function incidentContributions({ type, openedAtMs, closedAtMs, before }: IncidentFact): Counter[] {
  const values = {
    ...{ opened: 1 + before.times, closed: before.times + one(closedAtMs !== undefined) },
    openMs: before.ms + (closedAtMs === undefined ? 0 : closedAtMs - openedAtMs),
  };
  return [{ day: dayOf(openedAtMs), channel: '', dimension: 'INCIDENT', key: type, values }];
}

/** What a return adds, on the day it was asked for: refunds and costs are divided by value, the rest to the first. */
export function returnContributions(fact: ReturnFact): Counter[] {
  const { channel, currency, requestedAtMs, reasons, refundedMinor, costMinor, withdrawn } = fact;
  if (withdrawn) return [];
  const weights = reasons.map(({ valueMinor, units }) => (valueMinor > 0 ? valueMinor : units));
  const refunds = shared(refundedMinor, weights);
  const costs = shared(costMinor, weights);
  return reasons.map(({ reason, units, valueMinor }, index) => ({
    ...{ day: dayOf(requestedAtMs), channel, dimension: 'RETURN_REASON' as const },
    key: JSON.stringify([reason, currency]),
    values: {
      ...{ returns: 1, units, valueMinor },
      ...{ refundedMinor: refunds[index] ?? 0, costMinor: costs[index] ?? 0 },
    },
  }));
}

/** Divides an amount into whole parts by weight that sum to it. */
function shared(amount: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  let given = 0;
  return weights.map((weight) => {
    reached += weight;
    const upTo = all === 0 ? amount : Math.floor((amount * reached) / all);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** What a survey adds, on the day it was sent. */
export function surveyContributions(fact: SurveyFact): Counter[] {
  const { askedAtMs, rating, kept, serviceCodes, lastMiles, locationIds } = fact;
  const values: Values = {
    asked: 1,
    ...(rating === undefined ? {} : { answers: 1, good: one(rating >= 4), poor: one(rating <= 2), rating }),
  };
  const at = (dimension: CounterDimension, key: string): Counter => ({
    ...{ day: dayOf(askedAtMs), channel: '', dimension, key, values },
  });
  return [
    at('SURVEY_ALL', ''),
    at('SURVEY_KEPT', kept ? 'KEPT' : 'BROKEN'),
    ...[...new Set(serviceCodes)].map((key) => at('SURVEY_SERVICE', key)),
    ...[...new Set(lastMiles)].map((key) => at('SURVEY_LAST_MILE', key)),
    ...[...new Set(locationIds)].map((key) => at('SURVEY_LOCATION', key)),
  ];
}
