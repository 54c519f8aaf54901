import { codedError } from '../../../platform/errors/codedError.ts';
import { lineTotal, maxLines, pricedLine, type CartLine } from '../domain/cart.ts';
import { channelAskedFor, requireSeller } from '../domain/channel.ts';
import { contactAfter, noContact } from '../domain/contact.ts';
import { requireTerms, wayFor, type ImportedTerms } from '../domain/imported.ts';
import type { ImportOrderInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { ChannelDoc } from '../store/channelModel.ts';
import type { CheckoutRequest } from '../store/checkoutModel.ts';
import { importId } from '../store/importModel.ts';
import type { CartDoc } from '../store/models.ts';
import { addressOf, destinationOf, localeOf } from './cartAddress.ts';
import type { Checkout, FinalResult } from './checkout.ts';
import type { Caller } from './onceOnOrder.ts';

const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });

/** An amount of an import, in its one currency. */
function minorOf(
  input: ImportOrderInput,
  field: string,
  money: { amountMinor: number; currency: string },
): number {
  if (money.currency !== input.currency)
    throw codedError('CURRENCY_MISMATCH', `This order is in ${input.currency}.`, { field });
  if (!Number.isSafeInteger(money.amountMinor) || money.amountMinor < 0)
    throw wrong(field, 'An amount is a whole number of minor units, 0 or more.');
  return money.amountMinor;
}

const termsOf = (input: ImportOrderInput): ImportedTerms => ({
  placedAtMs: input.placedAt,
  ...(input.promisedLatestAt == null ? {} : { latestAtMs: input.promisedLatestAt }),
  deliveryMinor: minorOf(input, 'deliveryPrice', input.deliveryPrice),
  payments: (input.payments ?? []).map(({ amount, receipt, takenAt }) => ({
    ...{ amountMinor: minorOf(input, 'payments', amount), receipt: receipt.trim(), takenAtMs: takenAt },
  })),
});

/** Lines at the outside's prices; the catalogue says what they are made of and how they are taxed. */
async function linesOf(
  { catalog, newId }: OrdersParts,
  input: ImportOrderInput,
  requestId: string,
): Promise<CartLine[]> {
  const { lines, currency } = input;
  if (lines.length === 0 || lines.length > maxLines)
    throw wrong('lines', `An order has 1 to ${maxLines} lines.`);
  const made: CartLine[] = [];
  for (const { sku, quantity, customisation, unitPrice } of lines) {
    const price = { amountMinor: minorOf(input, 'unitPrice', unitPrice), currency };
    const variant = await catalog.variant(sku, requestId);
    const wanted = { id: newId(), sku, quantity, customisation };
    // The outside's price is for what was made of it, too.
    const { making: _within, ...line } = pricedLine(currency, wanted, variant && { ...variant, price });
    made.push({ ...line, unitPriceMinor: price.amountMinor });
  }
  return made;
}

/** The cart an order from elsewhere would have had here. */
async function cartOf(
  parts: OrdersParts,
  input: ImportOrderInput,
  { who, requestId }: Caller,
): Promise<CartDoc> {
  const channel = channelAskedFor(who, input.channel);
  const found = await parts.models.Channel.findOne({ _id: channel }).lean<ChannelDoc>();
  requireSeller(found, who.kind, input.currency);
  const destination = destinationOf(input.address);
  const { email, phone } = input;
  const nowMs = parts.journal.clock.nowMs();
  return {
    ...{ _id: parts.newId(), channel, currency: input.currency, locale: localeOf(input.locale), version: 1 },
    owner: input.customerRef ?? (who.kind === 'partner' ? who.subject : `import:${parts.newId()}`),
    openedBy: { subject: who.subject, kind: who.kind, reason: 'ordered elsewhere' },
    ...{ destination, address: addressOf(input.address) },
    contact: contactAfter(noContact, { email, phone }, destination.country, nowMs),
    lines: await linesOf(parts, input, requestId),
  };
}

/** Takes in an order that was placed elsewhere, once for a channel and its reference. */
export async function importOrder(
  parts: OrdersParts,
  checkout: Checkout,
  input: ImportOrderInput,
  caller: Caller,
): Promise<FinalResult> {
  const reference = input.externalReference.trim();
  if (reference === '' || reference.length > 200)
    throw wrong('externalReference', 'A reference has 1 to 200 characters.');
  const cart = await cartOf(parts, input, caller);
  const { models, journal, promise } = parts;
  const known = await models.Import.findOne({ _id: importId(cart.channel, reference) }).lean();
  if (known !== null && (await models.Order.exists({ _id: known.orderId })) !== null)
    return { kind: 'placed', orderId: known.orderId };
  const imported = termsOf(input);
  const linesMinor = cart.lines.reduce((sum, line) => sum + lineTotal(line), 0);
  requireTerms(imported, linesMinor + imported.deliveryMinor, journal.clock.nowMs());
  const ways = await promise.ways(cart, input.methodType ?? 'SHIPPING', caller.requestId);
  const way = wayFor(ways, imported.latestAtMs, input.collectAtId ?? undefined);
  if (way === undefined) {
    const skus = [...new Set(cart.lines.map(({ sku }) => sku))];
    return { kind: 'outOfStock', message: 'Nothing can deliver this order this way.', skus };
  }
  const request: CheckoutRequest = {
    cartId: cart._id,
    handle: way.handle,
    method: 'INVOICE',
    token: 'outside',
    externalReference: reference,
    imported,
  };
  return checkout.placeImported(cart, request, caller.who, input.idempotencyKey);
}
