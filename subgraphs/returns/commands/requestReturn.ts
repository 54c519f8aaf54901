import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import type { Identity } from '../../../schema/identity.ts';
import { entryIdOf } from '../domain/entries.ts';
import { returnEvent, unitsTaken, type ReturnState } from '../domain/return.ts';
import type { ReturnsSettings } from '../domain/settings.ts';
import { feeMinor, windowEndsAtMs } from '../domain/terms.ts';
import type { RequestReturnInput } from '../generated/resolverTypes.ts';
import type { OrderFacts } from '../clients/ordersClient.ts';
import type { ReturnsApplication } from '../application.ts';

/** What a request came to; stored under its key. */
export type RequestOutcome =
  | { readonly kind: 'requested'; readonly returnId: string }
  | {
      readonly kind: 'refused';
      readonly code: 'NOT_DELIVERED' | 'ALREADY_RETURNED' | 'WINDOW_CLOSED';
      readonly message: string;
      readonly lineIds: string[];
    };

/** Asks to send units back. The order is seen with the caller's eyes, so that a foreign one looks like none. */
export async function requestReturn(
  application: ReturnsApplication,
  { idempotencyKey, ...input }: RequestReturnInput,
  who: Identity,
  requestId: string,
): Promise<RequestOutcome> {
  if (input.lines.length === 0) throw codedError('BAD_USER_INPUT', 'A return needs at least one line.');
  for (const line of input.lines) requireQuantity(line.quantity);
  const order = await application.orders.visible(input.orderId, who, requestId);
  if (order === null) throw notFound('order');
  const settings = application.settings.current();
  const scope = { principal: who.subject, operation: 'requestReturn', key: idempotencyKey, input };
  // One request at a time per order: two must not claim the same units.
  const { result } = await application.journal.exclusive(`returns-of:${order.id}`, () =>
    application.idempotency.once<RequestOutcome>(scope, async (tx) => {
      const earlier = await application.model
        .find({ orderId: order.id })
        .session(tx.session)
        .lean<ReturnState[]>();
      const refusal = refusalOf(input, order, {
        taken: unitsTaken(earlier),
        nowMs: application.journal.clock.nowMs(),
        settings,
      });
      if (refusal !== undefined) return refusal;
      const returnId = application.newId();
      const reasons = input.lines.map(({ reason }) => reason);
      const costMinor = feeMinor(settings, input.method, order, reasons);
      const skuOf = new Map(order.lines.map((line) => [line.id, line.sku]));
      const lines = input.lines.map(({ lineId, quantity, reason }, at) => ({
        entryId: entryIdOf(returnId, at),
        lineId,
        sku: skuOf.get(lineId) ?? '',
        quantity,
        reason,
      }));
      const event = returnEvent('returns.ReturnRequested', {
        ...{ returnId, orderId: order.id, lines, number: application.newNumber(), method: input.method },
        ...{ owner: order.owner, channel: order.channel },
        cost: { amountMinor: costMinor, currency: order.currency },
      });
      const authorized = returnEvent('returns.ReturnAuthorized', { returnId, orderId: order.id });
      await runDecision(application.journal, application.returns, {
        ...{ id: returnId, actor: who.subject, cause: requestId, tx },
        decide: () => [event, authorized],
      });
      return { kind: 'requested', returnId };
    }),
  );
  return result;
}

function refusalOf(
  input: Omit<RequestReturnInput, 'idempotencyKey'>,
  order: OrderFacts,
  known: { taken: ReadonlyMap<string, number>; nowMs: number; settings: ReturnsSettings },
): RequestOutcome | undefined {
  const { taken, nowMs, settings } = known;
  const refuse = (
    code: 'NOT_DELIVERED' | 'ALREADY_RETURNED' | 'WINDOW_CLOSED',
    message: string,
    lineIds: string[],
  ) => ({ kind: 'refused', code, message, lineIds }) as const;
  const asked = new Map<string, number>();
  for (const { lineId, quantity } of input.lines) asked.set(lineId, (asked.get(lineId) ?? 0) + quantity);
  for (const [lineId, quantity] of asked) {
    const line = order.lines.find((each) => each.id === lineId);
    if (line === undefined) throw notFound('order line');
    if (quantity > line.delivered)
      return refuse(
        'NOT_DELIVERED',
        `${line.delivered} units of this line have been delivered, not ${quantity}.`,
        [lineId],
      );
    if (quantity > line.delivered - (taken.get(lineId) ?? 0))
      return refuse('ALREADY_RETURNED', 'These units are on their way back or back already.', [lineId]);
  }
  const { deliveredAtMs } = order;
  if (deliveredAtMs === null) return undefined;
  const late = input.lines.filter(({ reason }) => nowMs > windowEndsAtMs(settings, deliveredAtMs, reason));
  if (late.length === 0) return undefined;
  const lineIds = [...new Set(late.map(({ lineId }) => lineId))];
  return refuse('WINDOW_CLOSED', 'The time in which these units could be sent back is over.', lineIds);
}
