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
  /** What the new units cost more, where that is not paid. */
  readonly missingMinor: number | null;
}

const refused = (code: string, missingMinor: number | null = null): ExchangeOutcome => ({
  ...{ added: false, code, lineIds: [], missingMinor },
});
const added = (lineIds: readonly string[]): ExchangeOutcome => ({
  ...{ added: true, code: null, lineIds, missingMinor: null },
});

/** How often locations are looked for when one turns out to lack units. */
const attempts = 3;

/**
 * Adds units to an order in exchange for units that come back. Every step carries the exchange's key and the attempt, so
 * it may be repeated from the start; what was held is given back when it comes to nothing.
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
    if (isExchanged(order, key)) return added(exchangeLineIds(order, key));
    // What an earlier attempt took it has given back under the same keys: each has its own.
    const steps = input.attempt == null ? key : `${key}:${input.attempt}`;
    const lines = await priced(parts, order, input);
    if (lines === undefined) return refused('UNKNOWN_SKU');
    const held = await holdMore(parts, order, steps, lines);
    if (held === undefined) return refused('OUT_OF_STOCK');
    const exchange: Exchange = {
      ...{ exchangeId: key, returnId: input.returnId, entries: input.entries, lines },
      ...{ shipments: held.shipments, latestAtMs: held.latestAtMs },
      ...{ early: input.early, wayBackMinor: input.wayBackMinor },
    };
    const card = { paymentId: `${steps}:authorise`, token: input.cardToken ?? undefined };
    const paid = await secure(parts, order, exchange, card);
    if (!Array.isArray(paid)) {
      await parts.catalog.release(order.reservationId, `${steps}:undo`, held.units, key);
      return refused(paid.code, paid.missingMinor);
    }
    await runDecision(parts.journal, parts.orders, {
      ...{ id: order._id, actor: 'system:orders', cause: key },
      decide: (now) => {
        if (now === undefined) throw notFound('order');
        const events = decideExchangeUnits(now, exchange, parts.journal.clock.nowMs());
        return events.length === 0 ? [] : [...paid, ...events];
      },
    });
    return added(lines.map(({ lineId }) => lineId));
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

interface Unpaid {
  readonly code: 'PAYMENT_REQUIRED' | 'PAYMENT_DECLINED';
  readonly missingMinor: number;
}

/** Sets aside what the new units cost more than what comes back; nothing when they do not. */
async function secure(
  { payments, journal }: OrdersParts,
  order: OrderState,
  exchange: Exchange,
  { paymentId, token }: { readonly paymentId: string; readonly token: string | undefined },
): Promise<OrderEvent[] | Unpaid> {
  const amountMinor = missingFor(order, exchange, journal.clock.nowMs());
  // What is taken outside (a till, an invoice) is told of there.
  if (amountMinor === 0 || order.ledger.means.some(({ kind }) => kind === 'OUTSIDE')) return [];
  if (token === undefined) return { code: 'PAYMENT_REQUIRED', missingMinor: amountMinor };
  const { currency, _id: orderId } = order;
  const answer = await payments.authorise({ key: paymentId, amountMinor, currency, token });
  if (answer.state === 'PENDING' || answer.state === 'UNKNOWN')
    throw new Error(`The provider has not answered ${paymentId}.`);
  // Nobody sits in front of a screen to pass it.
  if (answer.state === 'ACTION_REQUIRED') await payments.abandon(paymentId);
  if (answer.state === 'ACTION_REQUIRED' || answer.state === 'DECLINED')
    return { code: 'PAYMENT_DECLINED', missingMinor: amountMinor };
  return [
    orderEvent('orders.PaymentChanged', {
      ...{ orderId, paymentId, kind: 'AUTHORIZATION', state: 'SUCCEEDED', method: 'CARD' },
      amount: { amountMinor, currency },
      providerReference: answer.reference,
    }),
  ];
}
