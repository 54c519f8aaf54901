import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { claimEvent, claimMachine, missingOf, type ClaimEvent, type ClaimState } from './claim.ts';

interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export function knownClaim(state: ClaimState | undefined): ClaimState {
  if (state === undefined) throw notFound('claim');
  return state;
}

const refOf = ({ _id: claimId, shipmentId, orderId }: ClaimState) => ({ claimId, shipmentId, orderId });
const because = (reason: string | undefined) => (reason === undefined ? {} : { reason });
const whole = ({ amountMinor, currency }: Money): Money => ({ amountMinor, currency });

/** Checks an amount of a claim: whole, positive, of its currency, not more than `most`. */
function requireAmount(amount: Money, most: Money, field: string): Money {
  if (amount.currency !== most.currency)
    throw codedError('CURRENCY_MISMATCH', `The claim is in ${most.currency}.`, { field });
  if (
    !Number.isSafeInteger(amount.amountMinor) ||
    amount.amountMinor < 1 ||
    amount.amountMinor > most.amountMinor
  )
    throw codedError('BAD_USER_INPUT', `An amount is from 1 to ${most.amountMinor} minor units here.`, {
      field,
    });
  return whole(amount);
}

/** Proofs may be added until the carrier has answered for good. The same one twice is one. */
export function decideEvidence(
  given: ClaimState | undefined,
  {
    kind,
    reference,
    reason,
  }: { readonly kind: string; readonly reference: string; readonly reason?: string },
): ClaimEvent[] {
  const state = knownClaim(given);
  if (!/^[A-Z_]{1,40}$/.test(kind))
    throw codedError('BAD_USER_INPUT', 'A kind of proof is 1 to 40 capital letters and underscores.', {
      field: 'kind',
    });
  if (reference.trim() === '' || reference.length > 500)
    throw codedError('BAD_USER_INPUT', 'A reference has 1 to 500 characters.', { field: 'reference' });
  if (claimMachine.isFinal(state.status))
    throw codedError('INVALID_TRANSITION', `This claim is ${state.status}.`, { status: state.status });
  if (state.evidence.some((each) => each.kind === kind && each.reference === reference)) return [];
  return [
    claimEvent('shipping.ClaimEvidenceAdded', { ...refOf(state), kind, reference, ...because(reason) }),
  ];
}

/** Why a claim cannot go to the carrier now; undefined if it can. */
export function hindrance(state: ClaimState, nowMs: number): string | undefined {
  if (nowMs < state.notBeforeMs)
    return `The carrier takes this claim from ${new Date(state.notBeforeMs).toISOString()} on.`;
  if (nowMs > state.deadlineMs)
    return `The carrier took this claim until ${new Date(state.deadlineMs).toISOString()}.`;
  const missing = missingOf(state);
  return missing.length === 0 ? undefined : `The carrier wants proof: ${missing.join(', ')}.`;
}

/** The claim is with the carrier: within its window, with all proofs. */
export function decideSubmit(
  given: ClaimState | undefined,
  nowMs: number,
  { carrierReference, reason }: { readonly carrierReference?: string; readonly reason?: string },
): ClaimEvent[] {
  const state = knownClaim(given);
  claimMachine.requireTransition(state.status, 'SUBMITTED');
  const why = hindrance(state, nowMs);
  if (why !== undefined)
    throw codedError('INVALID_TRANSITION', why, {
      ...{ notBefore: new Date(state.notBeforeMs).toISOString() },
      ...{ deadline: new Date(state.deadlineMs).toISOString(), missing: missingOf(state) },
    });
  if (carrierReference !== undefined && carrierReference.length > 100)
    throw codedError('BAD_USER_INPUT', 'A reference has at most 100 characters.', {
      field: 'carrierReference',
    });
  const data = carrierReference === undefined ? {} : { carrierReference };
  return [claimEvent('shipping.ClaimSubmitted', { ...refOf(state), ...data, ...because(reason) })];
}

export function decideAnswer(
  given: ClaimState | undefined,
  {
    accepted,
    granted,
    reason,
  }: { readonly accepted: boolean; readonly granted?: Money; readonly reason?: string },
): ClaimEvent[] {
  const state = knownClaim(given);
  const outcome = accepted ? 'ACCEPTED' : 'REFUSED';
  claimMachine.requireTransition(state.status, outcome);
  if (!accepted && granted !== undefined)
    throw codedError('BAD_USER_INPUT', 'Who refuses grants nothing.', { field: 'granted' });
  const amount = accepted ? requireAmount(granted ?? state.amount, state.amount, 'granted') : undefined;
  const data = { outcome, ...(amount === undefined ? {} : { granted: amount }) } as const;
  return [claimEvent('shipping.ClaimAnswered', { ...refOf(state), ...data, ...because(reason) })];
}

/** Money came in; all of it together is never more than was granted. */
export function decidePayment(
  given: ClaimState | undefined,
  { amount, receipt, reason }: { readonly amount: Money; readonly receipt: string; readonly reason?: string },
): ClaimEvent[] {
  const state = knownClaim(given);
  claimMachine.requireTransition(state.status, 'PAID');
  const { currency } = state.amount;
  const left = (state.granted ?? state.amount).amountMinor - state.paid.amountMinor;
  const booked = requireAmount(amount, { amountMinor: left, currency }, 'amount');
  if (receipt.trim() === '' || receipt.length > 100)
    throw codedError('BAD_USER_INPUT', 'A receipt has 1 to 100 characters.', { field: 'receipt' });
  const paid = { amountMinor: state.paid.amountMinor + booked.amountMinor, currency };
  return [
    claimEvent('shipping.ClaimPaid', { ...refOf(state), amount: booked, paid, receipt, ...because(reason) }),
  ];
}

export function decideWithdraw(
  given: ClaimState | undefined,
  by: 'FOUND' | 'STAFF',
  reason?: string,
): ClaimEvent[] {
  const state = knownClaim(given);
  claimMachine.requireTransition(state.status, 'WITHDRAWN');
  return [claimEvent('shipping.ClaimWithdrawn', { ...refOf(state), by, ...because(reason) })];
}

/** A claim that nobody sent in time. */
export const decideExpire = (state: ClaimState | undefined, nowMs: number): ClaimEvent[] =>
  state?.status === 'OPEN' && nowMs > state.deadlineMs
    ? [claimEvent('shipping.ClaimExpired', refOf(state))]
    : [];

/** The parcel has turned up: what the carrier has not paid is not claimed any more. */
export const decideFound = (state: ClaimState | undefined): ClaimEvent[] =>
  state !== undefined && (state.status === 'OPEN' || state.status === 'SUBMITTED')
    ? decideWithdraw(state, 'FOUND')
    : [];
