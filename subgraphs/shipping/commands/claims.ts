import { createHash } from 'node:crypto';
import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { passOn } from '../../../platform/graph/passOn.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import type { Aggregate } from '../../../platform/journal/aggregate.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { claimEvent, type ClaimEvent, type ClaimKind, type ClaimState } from '../domain/claim.ts';
import { termOf, windowOf } from '../domain/claimTerms.ts';
import type { ShippingSettings } from '../domain/settings.ts';
import type { Shipment } from '../domain/shipment.ts';
import { orderValue } from '../generated/ordersOperations.ts';
import type { Cause } from '../ports.ts';
import type { ShippingModels } from '../store/models.ts';

interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** A claim to open. */
export interface NewClaim {
  readonly shipmentId: string;
  readonly kind: ClaimKind;
  /** What the units cost the customer if absent. */
  readonly amount?: Money;
  readonly incidentId?: string;
  readonly reason?: string;
}

/** Claims against carriers. */
export interface Claims {
  /** Opens the claim of a shipment and kind, once. Gives its id. */
  open(claim: NewClaim, by: Cause): Promise<string>;
  /** Runs a decision on a claim under a caller's key. Gives its id. */
  act(
    asked: {
      readonly claimId: string;
      readonly operation: string;
      readonly key: string;
      readonly input: object;
    },
    decide: (state: ClaimState | undefined) => ClaimEvent[],
    by: Cause,
  ): Promise<string>;
  /** Runs a decision of our own. */
  decide(claimId: string, decide: (state: ClaimState | undefined) => ClaimEvent[], by: Cause): Promise<void>;
}

interface Parts {
  readonly models: ShippingModels;
  readonly journal: Journal;
  readonly idempotency: Idempotency;
  readonly settings: Settings<ShippingSettings>;
  readonly aggregate: Aggregate<ClaimState, ClaimEvent>;
  readonly client: SubgraphClient;
}

/** The same shipment and kind give the same claim, whoever opens it. */
export const claimIdOf = (shipmentId: string, kind: ClaimKind): string =>
  createHash('sha256').update(`${shipmentId}|${kind}`).digest('hex').slice(0, 32);

export const createClaims = (parts: Parts): Claims => ({
  open: (claim, by) => open(parts, claim, by),
  act: async ({ claimId, operation, key, input }, decide, by) => {
    const scope = { principal: by.actor, operation, key, input };
    const { result } = await parts.idempotency.once<{ id: string }>(scope, async (tx) => {
      await runDecision(parts.journal, parts.aggregate, { id: claimId, tx, ...by, decide });
      return { id: claimId };
    });
    return result.id;
  },
  decide: async (claimId, decide, by) => {
    await runDecision(parts.journal, parts.aggregate, { id: claimId, ...by, decide });
  },
});

async function open(parts: Parts, claim: NewClaim, by: Cause): Promise<string> {
  const { models, settings, journal, aggregate } = parts;
  const { shipmentId, kind } = claim;
  const shipment = await models.Shipment.findOne({ _id: shipmentId }).lean<Shipment>();
  if (shipment === null) throw notFound('shipment');
  if (shipment.handedOverAtMs === undefined)
    throw codedError('INVALID_TRANSITION', 'The carrier never had this shipment: it owes nothing for it.');
  const term = termOf(settings.current().claimTerms, shipment, kind);
  if (term === undefined)
    throw codedError('BAD_USER_INPUT', `There are no terms for claims of kind ${kind} (claimTerms).`, {
      field: 'kind',
    });
  const claimId = claimIdOf(shipmentId, kind);
  if ((await models.Claim.findOne({ _id: claimId }).lean()) !== null) return claimId;
  const value = claim.amount ?? (await valueOf(parts, shipment, by));
  const most = term.mostMinor ?? value.amountMinor;
  const amount = { currency: value.currency, amountMinor: Math.min(value.amountMinor, most) };
  if (!Number.isSafeInteger(amount.amountMinor) || amount.amountMinor < 1)
    throw codedError('BAD_USER_INPUT', 'A claim is for at least one minor unit.', { field: 'amount' });
  const ref = { claimId, shipmentId, orderId: shipment.orderId };
  const opened = claimEvent('shipping.ClaimOpened', {
    ...{ ...ref, number: `C-${claimId.slice(0, 8).toUpperCase()}`, kind, amount, needed: [...term.needed] },
    ...{ carrier: shipment.carrier, serviceCode: shipment.serviceCode, ...windowOf(term, shipment) },
    trackingCodes: shipment.parcels.map(({ trackingCode }) => trackingCode),
    ...(claim.incidentId === undefined ? {} : { incidentId: claim.incidentId }),
    ...(claim.reason === undefined ? {} : { reason: claim.reason }),
  });
  await runDecision(journal, aggregate, {
    ...{ id: claimId, ...by },
    decide: (found) => (found === undefined ? [opened, ...ownEvidence(ref)] : []),
  });
  return claimId;
}

/** Proofs that lie here: what was reported, and what the order says it is worth. */
const ownEvidence = (ref: { claimId: string; shipmentId: string; orderId: string }): ClaimEvent[] => [
  claimEvent('shipping.ClaimEvidenceAdded', {
    ...ref,
    kind: 'TRACKING',
    reference: `shipment:${ref.shipmentId}`,
  }),
  claimEvent('shipping.ClaimEvidenceAdded', { ...ref, kind: 'VALUE', reference: `order:${ref.orderId}` }),
];

/** What the units of the parcels in question cost the customer. */
async function valueOf({ client }: Parts, shipment: Shipment, by: Cause): Promise<Money> {
  const variables = { id: shipment.orderId };
  const { order } = await client.call(orderValue, { variables, requestId: by.cause }).catch(passOn);
  if (order === null) throw notFound('order');
  const prices = new Map(order.lines.map(({ id, unitPrice }) => [id, unitPrice]));
  const broken = shipment.parcels.filter(
    ({ milestone, turned }) => milestone === 'LOST' || turned === 'DAMAGED',
  );
  const units = (broken.length > 0 ? broken : shipment.parcels).flatMap(({ lines }) => lines);
  const amountMinor = units.reduce(
    (sum, { lineId, quantity }) => sum + quantity * (prices.get(lineId)?.amountMinor ?? 0),
    0,
  );
  return { amountMinor, currency: order.lines[0]?.unitPrice.currency ?? 'EUR' };
}
