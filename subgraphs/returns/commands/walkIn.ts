import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { gtin14 } from '../../../platform/values/gtin.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { ReturnsApplication } from '../application.ts';
import type { OrderFacts } from '../clients/ordersClient.ts';
import { unitsTaken, type ReturnReason, type ReturnState } from '../domain/return.ts';
import type { KnownLine } from '../domain/refusal.ts';
import type { AcceptWalkInInput } from '../generated/resolverTypes.ts';
import { giftOrder } from './giftOrder.ts';
import { knownLines, requireAsked, writeRequest, type RequestOutcome } from './requestReturn.ts';
import { requireReceiving } from './work.ts';

/** An order whose goods are brought to a counter. */
interface AtCounter {
  readonly order: OrderFacts;
  /** Lines that may come back this way. */
  readonly lines: OrderFacts['lines'];
  /** Brought by whoever was given them. */
  readonly isGift: boolean;
}

/** The order of a number, or of a gift receipt's code: by one of both. */
async function atCounter(
  application: ReturnsApplication,
  { orderNumber, giftCode }: Pick<AcceptWalkInInput, 'orderNumber' | 'giftCode'>,
  who: Identity,
  requestId: string,
): Promise<AtCounter> {
  if ((orderNumber == null) === (giftCode == null))
    throw codedError('BAD_USER_INPUT', 'Name the order by its number or by a gift receipt’s code.', {
      field: 'orderNumber',
    });
  if (giftCode != null) {
    const { order, lineIds } = await giftOrder(application, giftCode, who, requestId);
    return { order, lines: order.lines.filter(({ id }) => lineIds.includes(id)), isGift: true };
  }
  const id = await application.orders.idOfNumber((orderNumber ?? '').trim().toUpperCase(), requestId);
  const order = id === null ? null : await application.orders.facts(id, requestId);
  if (order === null) throw notFound('order');
  return { order, lines: order.lines, isGift: false };
}

/**
 * Takes units in at a counter by the number of their order or the code of their gift receipt: asked for and received in
 * one step. A gift is the return of somebody unknown, not of the giver.
 */
export async function acceptWalkIn(
  application: ReturnsApplication,
  { idempotencyKey, reason, ...input }: AcceptWalkInInput,
  who: Identity,
  requestId: string,
): Promise<RequestOutcome> {
  const { locationId, giftCode, ...plain } = input;
  if (who.kind === 'associate' && !(who.locationIds ?? []).includes(locationId))
    throw codedError('FORBIDDEN', 'Returns are received at a location of your own.');
  if ((reason ?? '').length > 500)
    throw codedError('BAD_USER_INPUT', 'A reason has at most 500 characters.', { field: 'reason' });
  for (const line of input.lines) requireQuantity(line.quantity);
  await requireReceiving(application, locationId);
  const { order, lines: offered, isGift } = await atCounter(application, input, who, requestId);
  const lines = await knownLines(application, order);
  // A code may be typed in many ways; the key stands for the order it is of.
  const keyed = giftCode == null ? input : { ...plain, locationId, of: order.id };
  const scope = { principal: who.subject, operation: 'acceptWalkIn', key: idempotencyKey, input: keyed };
  const { result } = await application.journal.exclusive(`returns-of:${order.id}`, () =>
    application.idempotency.once<RequestOutcome>(scope, async (tx) => {
      const earlier = await application.model
        .find({ orderId: order.id })
        .session(tx.session)
        .lean<ReturnState[]>();
      const brought = input.lines.map((line) => ({ ...line, sku: skuOf(lines, line.sku) }));
      const entries = entriesOf(offered, brought, unitsTaken(earlier));
      const ask = { orderId: order.id, method: 'IN_STORE' as const, lines: entries };
      requireAsked(ask);
      const by = { actor: who.subject, cause: requestId, staffReason: reason?.trim() || undefined };
      const giver = isGift ? { giftOf: `walkin:${application.newId()}` } : {};
      return writeRequest(
        application,
        { ...{ order, lines, input: ask, exchange: undefined }, ...by, ...giver, receiveAt: locationId },
        tx,
      );
    }),
  );
  return result;
}

/** SKU of what was scanned: the code itself, or that of the article of the order whose barcode it is. */
function skuOf(lines: readonly KnownLine[], code: string): string {
  if (lines.some(({ sku }) => sku === code)) return code;
  const gtin = gtin14(code);
  return (gtin === undefined ? undefined : lines.find((line) => line.gtin === gtin)?.sku) ?? code;
}

interface Brought {
  readonly sku: string;
  readonly quantity: number;
  readonly reason: ReturnReason;
}

/** Units of SKUs over the lines of the order that have them, those that can still come back first. NOT_FOUND for others. */
function entriesOf(
  offered: OrderFacts['lines'],
  brought: readonly Brought[],
  taken: ReadonlyMap<string, number>,
) {
  const left = new Map(
    offered.map(({ id, delivered }) => [id, Math.max(0, delivered - (taken.get(id) ?? 0))]),
  );
  return brought.flatMap(({ sku, quantity, reason }) => {
    const fitting = offered.filter((line) => line.sku === sku);
    const [first] = fitting;
    if (first === undefined) throw notFound('order line');
    let open = quantity;
    const entries = fitting.flatMap(({ id: lineId }) => {
      const units = Math.min(open, left.get(lineId) ?? 0);
      open -= units;
      left.set(lineId, (left.get(lineId) ?? 0) - units);
      return units === 0 ? [] : [{ lineId, quantity: units, reason }];
    });
    // More than can come back: refused with its reason, by the first line.
    return open === 0 ? entries : [...entries, { lineId: first.id, quantity: open, reason }];
  });
}
