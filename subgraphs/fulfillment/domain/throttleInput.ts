import { codedError } from '../../../platform/errors/codedError.ts';
import type { FulfillmentStep } from '../generated/resolverTypes.ts';
import { stepMachine } from './tables.ts';
import type { ThrottleTerms } from './throttle.ts';

type WaitingStep = NonNullable<ThrottleTerms['limits']>['maxPerStep'][number]['step'];

const isWaitingStep = (step: FulfillmentStep): step is WaitingStep => !stepMachine.isFinal(step);

const longestMs = 30 * 86_400_000;
const mostOrders = 100_000;
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** An instant within the next 30 days. */
export function checkedUntil(untilMs: number, nowMs: number): number {
  if (untilMs <= nowMs || untilMs > nowMs + longestMs)
    throw codedError('BAD_USER_INPUT', 'It ends within the next 30 days.', { field: 'until' });
  return untilMs;
}

const checkedCount = (value: number, field: string): number => {
  if (!Number.isInteger(value) || value < 1 || value > mostOrders)
    throw codedError('INVALID_QUANTITY', `${field} is from 1 to ${mostOrders}.`, { field });
  return value;
};

/** Limits as somebody asks for them; undefined where nothing is limited. */
export function checkedLimits(
  asked: {
    readonly maxPerHour?: number | null | undefined;
    readonly maxPerStep: readonly { readonly step: FulfillmentStep; readonly most: number }[];
  },
  untilMs: number,
): ThrottleTerms['limits'] {
  const { maxPerHour, maxPerStep } = asked;
  if (new Set(maxPerStep.map(({ step }) => step)).size < maxPerStep.length)
    throw codedError('BAD_USER_INPUT', 'A step is named twice; name it once.', { field: 'maxPerStep' });
  if (maxPerHour == null && maxPerStep.length === 0) return undefined;
  return {
    untilMs,
    ...(maxPerHour == null ? {} : { maxPerHour: checkedCount(maxPerHour, 'maxPerHour') }),
    maxPerStep: maxPerStep.map(({ step, most }) => {
      if (!isWaitingStep(step))
        throw codedError('BAD_USER_INPUT', `Nothing waits at ${step}: it is an end.`, {
          field: 'maxPerStep',
        });
      return { step, most: checkedCount(most, 'most') };
    }),
  };
}

/** Opening hours of one day: in order, without overlap. */
export function checkedHours(
  hours: readonly { readonly opensAt: string; readonly closesAt: string }[],
): { opensAt: string; closesAt: string }[] {
  let before = '';
  return hours.map(({ opensAt, closesAt }) => {
    if (!timeOfDay.test(opensAt) || !timeOfDay.test(closesAt) || opensAt >= closesAt || opensAt < before)
      throw codedError(
        'BAD_USER_INPUT',
        `Hours are HH:MM, in order, without overlap, opening before closing, not ${opensAt} to ${closesAt}.`,
        { field: 'hours' },
      );
    before = closesAt;
    return { opensAt, closesAt };
  });
}
