import type { ProviderAnswer } from '../ports.ts';

/** Yes or no. */
export type FinalAnswer = Extract<ProviderAnswer, { state: 'APPROVED' | 'DECLINED' }>;

/** Has the provider said yes or no? */
export const isFinal = (answer: ProviderAnswer): answer is FinalAnswer =>
  answer.state === 'APPROVED' || answer.state === 'DECLINED';

/** A provider's yes or no as an event of a payment carries it. */
export const outcomeOf = (answer: FinalAnswer) =>
  answer.state === 'APPROVED'
    ? {
        ...{ state: 'SUCCEEDED' as const, providerReference: answer.reference },
        ...(answer.expiresAtMs === undefined ? {} : { expiresAtMs: answer.expiresAtMs }),
      }
    : { state: 'FAILED' as const, declineCode: answer.declineCode };
