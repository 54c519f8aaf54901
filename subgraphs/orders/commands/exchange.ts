import { notFound } from '../../../platform/errors/codedError.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { HoldLine } from '../clients/catalogClient.ts';
import {
  decideExchangeUnits,
  exchangeLineIds,
  isExchanged,
  missingFor,
  priceAs,
  type Exchange,
  type PricedUnits,
} from '../domain/exchange.ts';
import { orderEvent, type OrderEvent, type OrderState } from '../domain/order.ts';
import type { AddExchangeUnitsInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';

/** What adding units came to. */
export interface ExchangeOutcome {
  readonly added: boolean;
  readonly code: string | null;
  readonly lineIds: readonly string[];
}

const refused = (code: string): ExchangeOutcome => ({ added: false, code, lineIds: [] });

/** How often locations are looked for when one turns out to lack units. */
const attempts = 3;

/**
 * Adds units to an order in exchange for units that come back. Every step carries the exchange's key, so it may be
 * repeated from the start; what was held is given back when it comes to nothing.
 */
export async function addExchangeUnits(
  parts: OrdersParts,
  input: AddExchangeUnitsInput,
): Promise<ExchangeOutcome> {
  for (const { quantity } of [...input.lines, ...input.entries]) requireQuantity(quantity);
  return parts.journal.exclusive(`exchange:${input.key}`, async () => {
    const order = await parts.models.Order.findOne({ _id: input.orderId }).lean<OrderState>();
    if (order === null) throw notFound('order');
    const { key } = input;
    if (isExchanged(order, key)) return { added: true, code: null, lineIds: exchangeLineIds(order, key) };
    const lines = await priced(parts, order, input);
    if (lines === undefined) return refused('UNKNOWN_SKU');
    const held = await holdMore(parts, order, key, lines);
    if (held === undefined) return refused('OUT_OF_STOCK');
    const exchange: Exchange = {
      ...{ exchangeId: key, returnId: input.returnId, entries: input.entries, lines },
      ...{ shipments: held.shipments, latestAtMs: held.latestAtMs },
      ...{ early: input.early, wayBackMinor: input.wayBackMinor },
    };
    const paid = await secure(parts, order, exchange, input.cardToken ?? undefined);
    if (!Array.isArray(paid)) {
      await parts.catalog.release(order.reservationId, `${key}:undo`, held.units, key);
      return refused(paid.code);
    }
    await runDecision(parts.journal, parts.orders, {
      ...{ id: order._id, actor: 'system:orders', cause: key },
      decide: (now) => {
        if (now === undefined) throw notFound('order');
        const events = decideExchangeUnits(now, exchange, parts.journal.clock.nowMs());
        return events.length === 0 ? [] : [...paid, ...events];
      },
    });
    return { added: true, code: null, lineIds: lines.map(({ lineId }) => lineId) };
  });
}

/** The new lines with their prices; undefined when a SKU is not sold in the order's currency. */
async function priced(
  parts: OrdersParts,
  order: OrderState,
  { key, lines, entries }: AddExchangeUnitsInput,
): Promise<PricedUnits[] | undefined> {
  const all: PricedUnits[] = [];
  for (const [at, { sku, quantity, asLineId }] of lines.entries()) {
    const variant = await parts.catalog.variant(sku, key);
    if (variant === null || variant.price.currency !== order.currency) return undefined;
    const lineId = `${key}:${at + 1}`;
    const as = asLineId == null ? undefined : priceAs(order, entries, { lineId: asLineId, quantity });
    const { destination } = order;
    const ask = { destination, categories: [variant.taxCategory], atMs: parts.journal.clock.nowMs() };
    const [rate] = as === undefined ? await parts.taxes.rates(ask) : [];
    all.push({
      ...{ lineId, sku, quantity },
      ...(as ?? {
        unitPriceMinor: variant.price.amountMinor,
        taxBasisPoints: rate ?? variant.taxBasisPoints,
        adjustmentMinor: 0,
      }),
    });
  }
  return all;
}

/** Finds locations for more units of an order and holds them there; undefined when nobody has them. */
export async function holdMore(
  parts: OrdersParts,
  order: OrderState,
  key: string,
  lines: readonly PricedUnits[],
) {
  const excluded: string[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const placed = await parts.more.place(order, lines, excluded, parts.journal.clock.nowMs());
    if (placed === null) return undefined;
    const units: HoldLine[] = placed.shipments.flatMap(({ locationId, lines: planned }) =>
      planned.map(({ sku, quantity, future }) => ({ sku, locationId, quantity, future })),
    );
    const short = await parts.more.take(order, `${key}:${attempt}`, units);
    if (short.length === 0) return { ...placed, units };
    excluded.push(...short);
  }
  return undefined;
}

/** Sets aside what the new units cost more than what comes back; nothing when they do not. */
async function secure(
  { payments, journal }: OrdersParts,
  order: OrderState,
  exchange: Exchange,
  token: string | undefined,
): Promise<OrderEvent[] | { readonly code: 'PAYMENT_REQUIRED' | 'PAYMENT_DECLINED' }> {
  const amountMinor = missingFor(order, exchange, journal.clock.nowMs());
  // What is taken outside (a till, an invoice) is told of there.
  if (amountMinor === 0 || order.ledger.means.some(({ kind }) => kind === 'OUTSIDE')) return [];
  if (token === undefined) return { code: 'PAYMENT_REQUIRED' };
  const { currency, _id: orderId } = order;
  const paymentId = `${exchange.exchangeId}:authorise`;
  const answer = await payments.authorise({ key: paymentId, amountMinor, currency, token });
  if (answer.state === 'PENDING' || answer.state === 'UNKNOWN')
    throw new Error(`The provider has not answered ${paymentId}.`);
  if (answer.state === 'ACTION_REQUIRED') {
    // Nobody sits in front of a screen to pass it.
    await payments.abandon(paymentId);
    return { code: 'PAYMENT_DECLINED' };
  }
  if (answer.state === 'DECLINED') return { code: 'PAYMENT_DECLINED' };
  return [
    orderEvent('orders.PaymentChanged', {
      ...{ orderId, paymentId, kind: 'AUTHORIZATION', state: 'SUCCEEDED', method: 'CARD' },
      amount: { amountMinor, currency },
      providerReference: answer.reference,
    }),
  ];
}
