import { z } from 'zod';
import { eventType, id, instantMs, money } from './common.ts';

const claim = z.object({ claimId: id, shipmentId: id, orderId: id });
const because = { reason: z.string().max(500).optional() };

/** Events of claims against carriers. Stream: `claim:<id>`. */
export const claimEvents = {
  /** A carrier is to pay: within the window from `notBeforeMs` to `deadlineMs`, with these proofs. */
  'shipping.ClaimOpened': eventType(
    claim.extend({
      number: z.string(),
      carrier: id,
      serviceCode: id,
      kind: z.enum(['LOST', 'DAMAGED', 'DELAYED', 'NOT_RECEIVED']),
      trackingCodes: z.array(z.string()),
      /** What is claimed. */
      amount: money,
      notBeforeMs: instantMs,
      deadlineMs: instantMs,
      /** Kinds of proof without which the carrier takes no claim. */
      needed: z.array(z.string()),
      /** The incident that opened it, if one did. */
      incidentId: id.optional(),
      ...because,
    }),
  ),
  /** A proof was added: where it lies, in the retailer's own store. */
  'shipping.ClaimEvidenceAdded': eventType(
    claim.extend({ kind: z.string().max(40), reference: z.string().max(500), ...because }),
  ),
  /** The carrier has it, under its own reference. */
  'shipping.ClaimSubmitted': eventType(
    claim.extend({ carrierReference: z.string().max(100).optional(), ...because }),
  ),
  /** What the carrier says to it; with ACCEPTED, what it grants. */
  'shipping.ClaimAnswered': eventType(
    claim.extend({ outcome: z.enum(['ACCEPTED', 'REFUSED']), granted: money.optional(), ...because }),
  ),
  /** Money of the carrier came in: an amount for the books. `paid` is all that has come in so far. */
  'shipping.ClaimPaid': eventType(
    claim.extend({ amount: money, paid: money, receipt: z.string().max(100), ...because }),
  ),
  /** Nothing is claimed any more; FOUND: the parcel has turned up. */
  'shipping.ClaimWithdrawn': eventType(claim.extend({ by: z.enum(['FOUND', 'STAFF']), ...because })),
  /** The deadline passed before the carrier had it. */
  'shipping.ClaimExpired': eventType(claim),
} as const;
