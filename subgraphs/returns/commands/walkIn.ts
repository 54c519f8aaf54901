import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { ReturnsApplication } from '../application.ts';
import type { OrderFacts } from '../clients/ordersClient.ts';
import { unitsTaken, type ReturnReason, type ReturnState } from '../domain/return.ts';
import type { AcceptWalkInInput } from '../generated/resolverTypes.ts';
import { knownLines, requireAsked, writeRequest, type RequestOutcome } from './requestReturn.ts';
import { requireReceiving } from './work.ts';

/** Takes units in at a counter by the number of their order: asked for and received in one step. */
export async function acceptWalkIn(
  application: ReturnsApplication,
  { idempotencyKey, reason, ...input }: AcceptWalkInInput,
  who: Identity,
  requestId: string,
): Promise<RequestOutcome> {
  const { locationId, orderNumber } = input;
  if (who.kind === 'associate' && !(who.locationIds ?? []).includes(locationId))
    throw codedError('FORBIDDEN', 'Returns are received at a location of your own.');
  if ((reason ?? '').length > 500)
    throw codedError('BAD_USER_INPUT', 'A reason has at most 500 characters.', { field: 'reason' });
  for (const line of input.lines) requireQuantity(line.quantity);
  await requireReceiving(application, locationId);
  const id = await application.orders.idOfNumber(orderNumber, requestId);
  const order = id === null ? null : await application.orders.facts(id, requestId);
  if (order === null) throw notFound('order');
  const lines = await knownLines(application, order);
  const scope = { principal: who.subject, operation: 'acceptWalkIn', key: idempotencyKey, input };
  const { result } = await application.journal.exclusive(`returns-of:${order.id}`, () =>
    application.idempotency.once<RequestOutcome>(scope, async (tx) => {
      const earlier = await application.model
        .find({ orderId: order.id })
        .session(tx.session)
        .lean<ReturnState[]>();
      const entries = entriesOf(order, input.lines, unitsTaken(earlier));
      const ask = { orderId: order.id, method: 'IN_STORE' as const, lines: entries };
      requireAsked(ask);
      const by = { actor: who.subject, cause: requestId, counterReason: reason?.trim() || undefined };
      return writeRequest(
        application,
        { ...{ order, lines, input: ask, exchange: undefined }, ...by, receiveAt: locationId },
        tx,
      );
    }),
  );
  return result;
}

interface Brought {
  readonly sku: string;
  readonly quantity: number;
  readonly reason: ReturnReason;
}

/** Units of SKUs over the lines of the order that have them, those that can still come back first. NOT_FOUND for others. */
function entriesOf(order: OrderFacts, brought: readonly Brought[], taken: ReadonlyMap<string, number>) {
  const left = new Map(
    order.lines.map(({ id, delivered }) => [id, Math.max(0, delivered - (taken.get(id) ?? 0))]),
  );
  return brought.flatMap(({ sku, quantity, reason }) => {
    const fitting = order.lines.filter((line) => line.sku === sku);
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
