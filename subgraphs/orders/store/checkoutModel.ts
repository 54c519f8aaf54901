import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { ImportedTerms } from '../domain/imported.ts';
import type { PlannedMeans } from '../domain/paymentPlan.ts';
import type { MethodType } from '../domain/means.ts';
import type { PaymentMethod } from '../domain/order.ts';
import type { Decision } from '../domain/place.ts';
import type { CartDoc } from './models.ts';

/** What the caller asked for, as a checkout keeps it until it ends. */
export interface CheckoutRequest {
  readonly cartId: string;
  readonly handle: string;
  readonly windowStartAtMs?: number;
  readonly method: PaymentMethod;
  readonly token: string;
  /** Pay first, in this order; without an amount, as much as they hold. */
  readonly giftCards?: readonly { readonly token: string; readonly amountMinor?: number }[];
  readonly externalReference?: string;
  /** A receipt without prices is asked for; for all lines if none is named. */
  readonly gift?: { readonly lineIds?: readonly string[] };
  /** Of an order that was placed elsewhere. */
  readonly imported?: ImportedTerms;
  /** Sum of the lines at prices the caller has accepted. */
  readonly acceptedSubtotal?: { readonly amountMinor: number; readonly currency: string };
}

/** The journal of one checkout: each step is written before the next begins, so that a crash resumes and never repeats. */
export interface CheckoutDoc {
  /** Id of the order to be. */
  _id: string;
  principal: string;
  key: string;
  request: CheckoutRequest;
  cart: CartDoc;
  /** Method types this caller may pay for by these means; checkouts of before lack it. */
  payableTypes?: readonly MethodType[];
  /** Groups the caller belongs to; checkouts of before lack it. */
  customerGroups?: readonly string[];
  /** Locations that turned out to lack units. */
  excludedLocationIds: string[];
  decision?: Decision;
  reservationId?: string;
  /** Who pays how much, when several means do. */
  paymentPlan?: readonly PlannedMeans[];
  /** Where its customer passes 3-D Secure. */
  actions?: readonly { readonly paymentId: string; readonly url: string }[];
  /** When prices were compared with those of that moment (epoch ms). */
  pricedAtMs?: number;
  done: boolean;
  startedAtMs: number;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    principal: { type: String, required: true },
    key: { type: String, required: true },
    // Our own checked values, kept whole; nothing is ever queried inside them.
    request: { type: Schema.Types.Mixed, required: true },
    cart: { type: Schema.Types.Mixed, required: true },
    payableTypes: { type: [String], default: undefined },
    customerGroups: { type: [String], default: undefined },
    excludedLocationIds: { type: [String], required: true },
    decision: { type: Schema.Types.Mixed },
    reservationId: String,
    paymentPlan: { type: Schema.Types.Mixed },
    actions: { type: Schema.Types.Mixed },
    pricedAtMs: Number,
    done: { type: Boolean, required: true },
    startedAtMs: { type: Number, required: true },
  },
  { versionKey: false, id: false, minimize: false },
);
schema.index({ done: 1, startedAtMs: 1 });

export const checkoutModel = (connection: Connection): Model<CheckoutDoc> =>
  modelOf(connection, 'Checkout', schema, 'checkouts');
