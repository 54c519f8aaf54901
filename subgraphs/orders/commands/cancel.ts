import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import { decideCancel, type CancelDecision } from '../domain/cancel.ts';
import { unansweredUnits } from '../domain/cancelAsk.ts';
import { withTillPaid } from '../domain/till.ts';
import type { CancelAsk, OrderState } from '../domain/order.ts';
import type { CancelOrderInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';

/** What a cancellation came to, so far. */
export type CancelOutcome =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'asked'; readonly ask: CancelAsk }
  | { readonly kind: 'tooLate'; readonly message: string };

/** Cancels units that have not left. Stock is given back and money freed by reactions to the outcome. */
export interface Cancel {
  /** Waits a short moment for whoever holds the units, and otherwise says that it is asked for. */
  cancel(input: CancelOrderInput, who: Identity, requestId: string): Promise<CancelOutcome>;
}

type Decided = CancelDecision['outcome'];

export function createCancel(
  application: () => OrdersParts,
  idempotency: Idempotency,
  waitMs: number,
): Cancel {
  return {
    cancel: async ({ idempotencyKey, ...input }, who, requestId) => {
      if ((input.reason ?? '').length > 500)
        throw codedError('BAD_USER_INPUT', 'A reason has at most 500 characters.');
      for (const line of input.lines ?? []) requireQuantity(line.quantity);
      const { journal, orders: aggregate } = application();
      const scope = { principal: who.subject, operation: 'cancelOrder', key: idempotencyKey, input };
      const causeId = `${who.subject}:${idempotencyKey}`;
      const { result } = await idempotency.once<Decided>(scope, async (tx) => {
        const decided = await runDecision(journal, aggregate, {
          ...{ id: input.orderId, actor: who.subject, cause: requestId, tx },
          decide: (order) => decideFor(order, input, { who, causeId, nowMs: journal.clock.nowMs() }),
        });
        return decided.outcome ?? { kind: 'cancelled' };
      });
      if (result.kind !== 'asked') return result;
      const ask = await answerOf(application(), { orderId: input.orderId, askId: result.askId, waitMs });
      return outcomeOf(ask);
    },
  };
}

function decideFor(
  order: OrderState | undefined,
  input: Omit<CancelOrderInput, 'idempotencyKey'>,
  { who, causeId, nowMs }: { who: Identity; causeId: string; nowMs: number },
): CancelDecision {
  if (order === undefined || !mayReadRow(who, order)) throw notFound('order');
  requireReason(who, order.owner, input.reason);
  const byCustomer = who.kind === 'shopper' || who.kind === 'guest';
  const decided = decideCancel(order, {
    lines: input.lines ?? undefined,
    reason: input.reason ?? 'no reason given',
    by: byCustomer ? 'CUSTOMER' : 'RETAILER',
    causeId,
  });
  // What is left of an order that waits for the till may be paid already.
  return { ...decided, events: withTillPaid(order, decided.events, nowMs) };
}

const answers: ReadonlySet<string> = new Set([
  ...['orders.LinesCancelled', 'orders.LinesRecalled', 'orders.CancelRefused'],
]);

/** How an ask stands, after at most so long (of machine time) for its answer. */
export async function answerOf(
  { journal, models }: OrdersParts,
  { orderId, askId, waitMs }: { orderId: string; askId: string; waitMs: number },
): Promise<CancelAsk> {
  const find = async (): Promise<{ ask: CancelAsk; version: number }> => {
    const order = await models.Order.findOne({ _id: orderId }, { cancelAsks: 1, version: 1 }).lean();
    const ask = order?.cancelAsks?.find((each) => each.askId === askId);
    if (order === null || ask === undefined) throw notFound('order');
    return { ask, version: order.version };
  };
  let { ask, version } = await find();
  if (unansweredUnits(ask) === 0) return ask;
  for await (const event of journal.follow(`order:${orderId}`, version, AbortSignal.timeout(waitMs))) {
    if (!answers.has(event.type)) continue;
    ({ ask, version } = await find());
    if (unansweredUnits(ask) === 0) return ask;
  }
  return ask;
}

const outcomeOf = (ask: CancelAsk): CancelOutcome =>
  ask.cancelledUnits === 0 && unansweredUnits(ask) === 0
    ? { kind: 'tooLate', message: 'None of these units can be cancelled any more: they have left.' }
    : { kind: 'asked', ask };
