import { z } from 'zod';
import { eventType, id, instantMs, money } from './common.ts';
import { moneyPart, orderRef, payment } from './orderFacts.ts';

/** What orders say about money, on the stream of the order. */
export const orderMoneyEvents = {
  'orders.PaymentChanged': eventType(payment),
  /** What was set aside and not taken is not ours any more, although units need it. */
  'orders.AuthorizationLapsed': eventType(orderRef.extend({ paymentId: id, amount: money })),
  /** Money was taken outside, at a till or for an invoice, as somebody says who was there. */
  'orders.PaymentRecorded': eventType(
    orderRef.extend({
      ...{ paymentId: id, amount: money, method: z.enum(['IN_STORE', 'INVOICE']) },
      ...{ receipt: z.string().max(100), locationId: id.optional(), takenAtMs: instantMs },
    }),
  ),
  /** Goods have left or were collected that are paid outside, and nobody has said yet that they are. */
  'orders.PaymentDue': eventType(
    orderRef.extend({ causeId: id, amount: money, method: z.enum(['IN_STORE', 'INVOICE']) }),
  ),
  /** Money goes back without a return; the refunds themselves are payments of this cause. */
  'orders.GoodwillGranted': eventType(
    orderRef.extend({
      ...{ causeId: id, amount: money, reason: z.string().max(500) },
      ...{ lineId: id.optional(), delivery: z.boolean().optional() },
      by: z.enum(['agent', 'admin', 'system']),
    }),
  ),
  /** What a return brought is to be paid back, less what the way back costs the customer. */
  'orders.RefundGranted': eventType(
    orderRef.extend({ returnId: id, causeId: id, cost: money, early: z.boolean().optional() }),
  ),
  /** Nothing of what was sent is kept: the delivery goes back, all but what the retailer keeps of it. */
  'orders.DeliveryGivenBack': eventType(orderRef.extend({ causeId: id, lotId: id, keep: money })),
  /** Credit of units that came back pays for other units or a fee. */
  'orders.CreditMoved': eventType(
    orderRef.extend({
      ...{ movementId: id, causeId: id, from: z.array(moneyPart), to: z.array(moneyPart), amount: money },
    }),
  ),
  /** An amount neither moves by itself nor may be forgotten: somebody has to see to it. */
  'orders.MoneyEscalated': eventType(
    orderRef.extend({ kind: z.enum(['CHARGE', 'REFUND', 'VOID']), causeId: id, amount: money }),
  ),
  /**
   * What goes back under a cause has gone back, all of it or all that could: told once, over however many means it went.
   * More that goes back under it later is told with what it adds. Not said of gift returns, which the giver is not told of.
   */
  'orders.MoneyGivenBack': eventType(
    orderRef.extend({
      ...{ causeId: id, amount: money, paymentIds: z.array(id) },
      /** The return it is for. */
      returnId: id.optional(),
      goodwill: z.boolean().optional(),
    }),
  ),
  /** A refund that returns asked for has been done; `causeId` is the request's, the return itself if absent. */
  'orders.RefundDone': eventType(
    orderRef.extend({ returnId: id, causeId: id.optional(), amount: money, doneAtMs: instantMs }),
  ),
} as const;
