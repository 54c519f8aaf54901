import { defineMachine } from '../../../platform/machine/machine.ts';
import type { claimEvents } from '../../../schema/events/claims.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';

export type ClaimKind = EventPayload<'shipping.ClaimOpened'>['kind'];
export type ClaimStatus = 'OPEN' | 'SUBMITTED' | 'ACCEPTED' | 'REFUSED' | 'PAID' | 'WITHDRAWN' | 'EXPIRED';

/** An answer may be appealed: what was refused may still be accepted. */
export const claimMachine = defineMachine<ClaimStatus>({
  name: 'Claim',
  initial: 'OPEN',
  final: ['PAID', 'WITHDRAWN', 'EXPIRED'],
  transitions: {
    OPEN: ['SUBMITTED', 'WITHDRAWN', 'EXPIRED'],
    SUBMITTED: ['ACCEPTED', 'REFUSED', 'WITHDRAWN'],
    ACCEPTED: ['PAID', 'WITHDRAWN'],
    REFUSED: ['ACCEPTED', 'WITHDRAWN'],
    PAID: [],
    WITHDRAWN: [],
    EXPIRED: [],
  },
});

interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Money that a carrier is to pay. */
export interface ClaimState {
  readonly _id: string;
  readonly number: string;
  readonly shipmentId: string;
  readonly orderId: string;
  readonly carrier: string;
  readonly serviceCode: string;
  readonly kind: ClaimKind;
  readonly status: ClaimStatus;
  readonly trackingCodes: readonly string[];
  readonly amount: Money;
  readonly granted?: Money;
  readonly paid: Money;
  readonly notBeforeMs: number;
  readonly deadlineMs: number;
  readonly needed: readonly string[];
  readonly evidence: readonly { readonly kind: string; readonly reference: string; readonly atMs: number }[];
  readonly carrierReference?: string;
  readonly incidentId?: string;
  readonly openedAtMs: number;
}

type Names = keyof typeof claimEvents;
export type ClaimEvent = { [N in Names]: { readonly type: N; readonly data: EventPayload<N> } }[Names];
export const claimEvent = <N extends Names>(type: N, data: EventPayload<N>) => ({ type, data });

/** Folds one event into a claim. */
export function evolveClaim(state: ClaimState | undefined, event: ClaimEvent, at: number): ClaimState {
  if (event.type === 'shipping.ClaimOpened') {
    const { claimId: _id, reason: _reason, incidentId, ...data } = event.data;
    const paid = { amountMinor: 0, currency: data.amount.currency };
    return {
      ...{ _id, ...data, paid, status: 'OPEN', evidence: [], openedAtMs: at },
      ...(incidentId === undefined ? {} : { incidentId }),
    };
  }
  if (state === undefined) throw new Error(`${event.type} cannot be the first event of a claim.`);
  switch (event.type) {
    case 'shipping.ClaimEvidenceAdded': {
      const { kind, reference } = event.data;
      return { ...state, evidence: [...state.evidence, { kind, reference, atMs: at }] };
    }
    case 'shipping.ClaimSubmitted': {
      const { carrierReference } = event.data;
      return {
        ...{ ...state, status: 'SUBMITTED' },
        ...(carrierReference === undefined ? {} : { carrierReference }),
      };
    }
    case 'shipping.ClaimAnswered': {
      const { outcome, granted } = event.data;
      return { ...state, status: outcome, ...(granted === undefined ? {} : { granted }) };
    }
    case 'shipping.ClaimPaid': {
      const { paid } = event.data;
      const isAll = paid.amountMinor >= (state.granted ?? state.amount).amountMinor;
      return { ...state, paid, status: isAll ? 'PAID' : state.status };
    }
    case 'shipping.ClaimWithdrawn':
      return { ...state, status: 'WITHDRAWN' };
    case 'shipping.ClaimExpired':
      return { ...state, status: 'EXPIRED' };
    default:
      return event satisfies never;
  }
}

/** Kinds of proof that are wanted and not there. */
export const missingOf = ({ needed, evidence }: ClaimState): string[] =>
  needed.filter((kind) => evidence.every((each) => each.kind !== kind));
