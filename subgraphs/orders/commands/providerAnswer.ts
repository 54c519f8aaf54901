import type { ProviderAnswer } from '../ports.ts';

/** Yes or no. */
export type FinalAnswer = Extract<ProviderAnswer, { state: 'APPROVED' | 'DECLINED' }>;

/** A provider's yes or no as an event of a payment carries it. */
export const outcomeOf = (answer: FinalAnswer) =>
  answer.state === 'APPROVED'
    ? { state: 'SUCCEEDED' as const, providerReference: answer.reference }
    : { state: 'FAILED' as const, declineCode: answer.declineCode };
