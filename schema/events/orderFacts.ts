import { z } from 'zod';
import { id, instantMs, methodType, money, orderLineUnits } from './common.ts';

/** The order an event is about. */
export const orderRef = z.object({ orderId: id });
/** A discount (negative) or surcharge of the order, of one line or of the delivery. */
export const adjustment = z.object({
  code: z.string(),
  amountMinor: z.number().int(),
  lineId: id.optional(),
  delivery: z.boolean().optional(),
});
/** What was promised: how, when and where. */
export const promiseTerms = z.object({
  promiseId: id,
  methodType,
  code: id,
  title: z.string(),
  earliestAtMs: instantMs,
  latestAtMs: instantMs,
  timeZone: z.string(),
  confidence: z.number(),
  kgCO2e: z.number(),
  configVersion: id,
  collectAtId: id.optional(),
  windowStartAtMs: instantMs.optional(),
  /** Until when the goods wait in the store if they are ready as promised. */
  holdUntilAtMs: instantMs.optional(),
  /** What delivering it costs the retailer, as planned; events of before lack it. */
  costToServe: money.optional(),
});
/** An amount for units `from` (included) to `to` (excluded) of a lot of the order's ledger. */
export const moneyPart = z.object({
  lotId: id,
  from: z.number().int().min(0),
  to: z.number().int().min(1),
  amountMinor: z.number().int(),
});
/** A payment and what became of it. */
export const payment = orderRef.extend({
  paymentId: id,
  kind: z.enum(['AUTHORIZATION', 'CHARGE', 'REFUND', 'VOID']),
  state: z.enum(['PENDING', 'SUCCEEDED', 'FAILED', 'ACTION_REQUIRED']),
  amount: money,
  method: z.enum(['CARD', 'GIFT_CARD', 'IN_STORE', 'INVOICE']),
  /** Of an authorisation: from when it holds nothing any more. */
  expiresAtMs: instantMs.optional(),
  providerReference: z.string().optional(),
  declineCode: z.string().optional(),
  /** What it was for: a fulfillment order for a charge, a return or a cancellation for a refund. */
  causeId: id.optional(),
  /** Of a charge, refund or release: the means it moves on, and the units it is for. Events of before lack both. */
  meansId: id.optional(),
  parts: z.array(moneyPart).optional(),
  /** A refund without a return: it is not asked for again. */
  goodwill: z.boolean().optional(),
  /** A refund of money that paid for nothing. */
  ofCredit: z.boolean().optional(),
});
/** Units of lines, and what happened to them as the cause. */
export const lineFacts = orderRef.extend({ lines: z.array(orderLineUnits), causeId: id });
/** Units that were lost or are broken, and the parcel they were in. */
export const troubledUnits = lineFacts.extend({
  trouble: z.enum(['LOST', 'DAMAGED']),
  shipmentId: id.optional(),
});
/** Units of entries of a return. Events of before name lines only, and the return as their cause. */
export const returnFacts = orderRef.extend({
  lines: z.array(orderLineUnits.extend({ entryId: id.optional() })),
  causeId: id,
  returnId: id.optional(),
});
