import { notFound } from '../../../platform/errors/codedError.ts';
import { staffReason } from '../../../platform/identity/requireReason.ts';
import type { Context } from '../context.ts';
import type { ClaimEvent, ClaimState } from '../domain/claim.ts';
import { claimMachine, missingOf } from '../domain/claim.ts';
import {
  decideAnswer,
  decideEvidence,
  decidePayment,
  decideSubmit,
  decideWithdraw,
} from '../domain/decideClaim.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { listClaims } from '../queries/claims.ts';
import type { ClaimDoc } from '../store/models.ts';
import { requireAnyScope } from './access.ts';

async function claimOf({ application }: Context, id: string): Promise<ClaimDoc> {
  const found = await application.models.Claim.findOne({ _id: id }).lean<ClaimDoc>();
  if (found === null) throw notFound('claim');
  return found;
}

/** Why, in the words of whoever decides: absent only where the system does. */
function begin({ identity }: Context, reason: string): { reason?: string } {
  requireAnyScope(identity, 'shipping:work', 'orders:write');
  const words = staffReason(identity, reason);
  return words === undefined ? {} : { reason: words };
}

interface Asked {
  readonly claimId: string;
  readonly idempotencyKey: string;
}

/** Runs a decision on a claim once for each key, and shows the claim as it is then. */
async function act(
  context: Context,
  operation: string,
  { claimId, idempotencyKey: key, ...input }: Asked,
  decide: (state: ClaimState | undefined) => ClaimEvent[],
): Promise<ClaimDoc> {
  const by = { actor: context.identity.subject, cause: context.requestId };
  const asked = { claimId, operation, key, input: { claimId, ...input } };
  return claimOf(context, await context.application.claims.act(asked, decide, by));
}

export const claimQueries: Pick<NonNullable<Resolvers['Query']>, 'carrierClaims'> = {
  carrierClaims: (_parent, args, { application, identity }) => {
    requireAnyScope(identity, 'shipping:work', 'orders:write');
    return listClaims(application.models, args);
  },
};

export const claimMutations = {
  openCarrierClaim: async (_parent, { input }, context) => {
    const why = begin(context, input.reason);
    const { shipmentId, kind, amount } = input;
    const by = { actor: context.identity.subject, cause: context.requestId };
    const claim = { shipmentId, kind, ...why, ...(amount == null ? {} : { amount }) };
    return claimOf(context, await context.application.claims.open(claim, by));
  },
  addClaimEvidence: (_parent, { input }, context) => {
    const why = begin(context, input.reason);
    const { kind, reference } = input;
    return act(context, 'addClaimEvidence', input, (state) =>
      decideEvidence(state, { kind, reference, ...why }),
    );
  },
  submitCarrierClaim: (_parent, { input }, context) => {
    const why = begin(context, input.reason);
    const nowMs = context.application.journal.clock.nowMs();
    const { carrierReference } = input;
    const data = { ...why, ...(carrierReference == null ? {} : { carrierReference }) };
    return act(context, 'submitCarrierClaim', input, (state) => decideSubmit(state, nowMs, data));
  },
  answerCarrierClaim: (_parent, { input }, context) => {
    const why = begin(context, input.reason);
    const { accepted, granted } = input;
    const data = { accepted, ...why, ...(granted == null ? {} : { granted }) };
    return act(context, 'answerCarrierClaim', input, (state) => decideAnswer(state, data));
  },
  bookClaimPayment: (_parent, { input }, context) => {
    const why = begin(context, input.reason);
    const { amount, receipt } = input;
    return act(context, 'bookClaimPayment', input, (state) =>
      decidePayment(state, { amount, receipt, ...why }),
    );
  },
  withdrawCarrierClaim: (_parent, { input }, context) => {
    const { reason } = begin(context, input.reason);
    return act(context, 'withdrawCarrierClaim', input, (state) => decideWithdraw(state, 'STAFF', reason));
  },
} satisfies NonNullable<Resolvers['Mutation']>;

/** How a claim looks in the graph. */
export const claimFields: NonNullable<Resolvers['CarrierClaim']> = {
  id: ({ _id }) => _id,
  order: ({ orderId }) => ({ id: orderId }),
  shipment: ({ shipmentId }, _args, { loaders }) => loaders.shipment.load(shipmentId),
  granted: ({ granted }) => granted ?? null,
  notBefore: ({ notBeforeMs }) => notBeforeMs,
  deadline: ({ deadlineMs }) => deadlineMs,
  evidence: ({ evidence }) => evidence.map(({ kind, reference, atMs: at }) => ({ kind, reference, at })),
  missingEvidence: (claim) => missingOf(claim),
  carrierReference: ({ carrierReference }) => carrierReference ?? null,
  openedAt: ({ openedAtMs }) => openedAtMs,
  allowedTransitions: ({ status }) => [...claimMachine.allowedTransitions(status)],
};
