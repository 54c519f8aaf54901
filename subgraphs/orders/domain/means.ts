import { codedError } from '../../../platform/errors/codedError.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { IdentityKind } from '../../../schema/identity.ts';
import type { Channel } from './channel.ts';
import type { PaymentMethod } from './order.ts';

/** Kinds of delivery method, as promises and events name them. */
export type MethodType = EventPayload<'orders.OrderPlaced'>['promise']['methodType'];

const delivered = [
  'SHIPPING',
  'EXPRESS',
  'SAME_DAY',
  'INSTANT',
  'SCHEDULED',
  'WEEKEND',
  'PICKUP_POINT',
  'LOCKER',
  'PICKUP_IN_STORE',
] as const satisfies readonly MethodType[];

/** Who may pay by which means, and for what. */
interface Means {
  readonly payers: readonly IdentityKind[];
  readonly methodTypes: readonly MethodType[];
  /** For an associate at a till of the store, who takes the money at once: what is sent waits until it is booked. */
  readonly atTill: readonly MethodType[];
}

/**
 * Means of payment by caller and delivery method; a channel takes only those it names. Nobody gets goods sent without a
 * card that was asked or a debtor who is known: the till is for goods that are handed over at it.
 */
export const means: Readonly<Record<PaymentMethod, Means>> = {
  CARD: {
    payers: ['guest', 'shopper', 'agent', 'partner', 'admin', 'system'],
    methodTypes: [...delivered, 'RESERVE_AND_COLLECT'],
    atTill: [...delivered, 'RESERVE_AND_COLLECT'],
  },
  GIFT_CARD: {
    payers: ['guest', 'shopper', 'agent', 'admin', 'system'],
    methodTypes: [...delivered, 'RESERVE_AND_COLLECT'],
    atTill: [...delivered, 'RESERVE_AND_COLLECT'],
  },
  IN_STORE: {
    payers: ['guest', 'shopper', 'agent', 'admin', 'system'],
    methodTypes: ['RESERVE_AND_COLLECT'],
    atTill: [...delivered, 'RESERVE_AND_COLLECT'],
  },
  INVOICE: { payers: ['agent', 'partner', 'admin', 'system'], methodTypes: delivered, atTill: [] },
};

/** What this caller may have delivered on this channel when paying by this; empty when it is not open to them. */
export function payableTypes(
  method: PaymentMethod,
  channel: Pick<Channel, 'paymentMethods' | 'active'> | null,
  kind: IdentityKind,
): readonly MethodType[] {
  if (channel?.active !== true || !channel.paymentMethods.includes(method)) return [];
  if (kind === 'associate') return means[method].atTill;
  return means[method].payers.includes(kind) ? means[method].methodTypes : [];
}

/** The same, or PAYMENT_METHOD_NOT_ALLOWED when there is none. */
export function requirePayable(
  method: PaymentMethod,
  channel: Pick<Channel, 'paymentMethods' | 'active'> | null,
  kind: IdentityKind,
): readonly MethodType[] {
  const types = payableTypes(method, channel, kind);
  if (types.length > 0) return types;
  throw codedError('PAYMENT_METHOD_NOT_ALLOWED', `${method} is not open to this caller on this channel.`, {
    field: 'payment.method',
  });
}

/** How a checkout ends whose delivery method cannot be paid this way. */
export const notPayable = (method: PaymentMethod, methodType: MethodType) => ({
  ...{ kind: 'error' as const, code: 'PAYMENT_METHOD_NOT_ALLOWED' as const },
  message: `${methodType} cannot be paid by ${method}; pay by other means or choose another option.`,
});
