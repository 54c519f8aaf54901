import type { ProviderMethod } from './place.ts';

/** What one means pays, under which key at the provider. */
export interface PlannedMeans {
  readonly paymentId: string;
  readonly method: ProviderMethod;
  readonly token: string;
  readonly amountMinor: number;
}

/** Who is to pay. Amounts in minor units. */
export interface PaymentAsk {
  readonly orderId: string;
  readonly totalMinor: number;
  /** In the order in which they pay; without an amount, a card pays as much as it holds. */
  readonly cards: readonly {
    readonly token: string;
    readonly balanceMinor: number;
    readonly amountMinor?: number | undefined;
  }[];
  /** Pays the rest. */
  readonly card?: { readonly token: string } | undefined;
  /** The rest is paid outside, at a till or on an invoice: no provider is asked for it. */
  readonly outside?: boolean | undefined;
}

/**
 * Divides what an order costs among its means: gift cards in their order, the card the rest. Nobody pays more than is
 * left to pay. Undefined when the means do not cover it; what is paid outside covers everything.
 */
export function paymentPlan({
  orderId,
  totalMinor,
  cards,
  card,
  outside,
}: PaymentAsk): PlannedMeans[] | undefined {
  const plan: PlannedMeans[] = [];
  let left = totalMinor;
  for (const [at, { token, balanceMinor, amountMinor: asked }] of cards.entries()) {
    if (asked !== undefined && asked > balanceMinor) return undefined;
    const amountMinor = Math.min(left, asked ?? balanceMinor);
    if (amountMinor <= 0) continue;
    plan.push({ paymentId: `${orderId}:gift:${at + 1}`, method: 'GIFT_CARD', token, amountMinor });
    left -= amountMinor;
  }
  const covered = left === 0 && plan.length > 0;
  if (covered || outside === true) return plan;
  if (card === undefined) return undefined;
  const { token } = card;
  return [...plan, { paymentId: `${orderId}:authorise`, method: 'CARD', token, amountMinor: left }];
}
