import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { unansweredUnits } from '../domain/cancelAsk.ts';
import { openLines, refusal, refusalsOf } from '../domain/change.ts';
import { deliveryPrice } from '../domain/changeSums.ts';
import { heldOnHand, movesFor, shipmentsAsBefore } from '../domain/heldUnits.ts';
import type { ChangeAsked, ChangeResult, Failed } from '../domain/changeResult.ts';
import { orderEvent, type CancelAsk, type OrderEvent, type OrderState } from '../domain/order.ts';
import type { Decision } from '../domain/place.ts';
import type { OrdersParts } from '../parts.ts';
import type { ChangeDoc } from '../store/changeModel.ts';
import { answerOf } from './cancel.ts';
import { authorised, setAside, type ExtraMoney } from './changeMoney.ts';
import { addressEvents, decide, end, fail, orderOf, saveAddress, type Running } from './changeSteps.ts';

/**
 * Sends an order another way: planned, paid for, then its units are asked back from whoever holds them. They stay
 * reserved; when all of them are free they move within the reservation to where the new plan wants them, and one
 * decision writes the new promise. If some had left, or others were faster at the new place, they are worked on as
 * before. Every step carries the change's id as key and may be repeated after a crash.
 */
export async function runWayChange(running: Running, waitMs: number): Promise<ChangeResult | ChangeAsked> {
  const { parts, change } = running;
  const order = await orderOf(running);
  const decision = await decide(running, openLines(order), order, heldOnHand(order));
  if ('kind' in decision) return end(running, decision);
  const extra = await setAside(parts, change, order);
  parts.crashpoint('change.afterAuthorise');
  if (extra !== undefined && 'kind' in extra) return end(running, extra);
  const late = await ask(parts, change, decision);
  parts.crashpoint('change.afterAsk');
  if (late !== undefined) {
    await fail(running, order, late, extra);
    return end(running, late);
  }
  const answer = await answerOf(parts, { orderId: change.orderId, askId: change._id, waitMs });
  if (unansweredUnits(answer) > 0) return { kind: 'asked' };
  return conclude(running, { order, decision, extra, answer });
}

interface Planned {
  readonly order: OrderState;
  readonly decision: Decision;
  readonly extra: ExtraMoney | undefined;
  readonly answer: CancelAsk;
}

/** All is free: it goes the new way. Or some of it is not, or has been sold there: then as before. */
async function conclude(
  running: Running,
  { order, decision, extra, answer }: Planned,
): Promise<ChangeResult> {
  const { parts, change } = running;
  const failed = change.failed ?? (await hindrance(running, order, decision, answer));
  parts.crashpoint('change.afterMove');
  if (failed === undefined) return replan(running, decision, extra);
  await fail(running, order, failed, extra);
  parts.crashpoint('change.afterFail');
  const reason = failed.kind === 'outOfStock' ? 'OUT_OF_STOCK' : 'LEFT';
  return end(running, failed, (tx) => undo(parts, change, reason, tx));
}

/** Why it cannot go the new way after all; undefined when its units are where the new plan wants them. */
async function hindrance(
  { parts, change }: Running,
  order: OrderState,
  { shipments }: Decision,
  { refusedUnits }: CancelAsk,
): Promise<Failed | undefined> {
  if (refusedUnits > 0) return { ...refusal('DELIVERY', 'PARTLY_LEFT'), kind: 'tooLate' };
  const wanted = shipments.flatMap(({ locationId, lines }) =>
    lines.map(({ sku, quantity, future }) => ({ sku, locationId, quantity, future })),
  );
  const short = await move(parts, change, order, wanted);
  if (short.length === 0) return undefined;
  return { kind: 'outOfStock', message: 'Some units have just been sold there.', skus: [] };
}

/** Asks the units back, once; why not, if it is too late. From here on nobody else changes or cancels anything. */
async function ask(
  { journal, orders }: OrdersParts,
  change: ChangeDoc,
  decision: Decision,
): Promise<Failed | undefined> {
  const { _id: causeId, orderId, principal, wish, reason, failed } = change;
  const { outcome } = await runDecision<OrderState, OrderEvent, Failed | undefined>(journal, orders, {
    ...{ id: orderId, actor: principal, cause: causeId },
    decide: (now) => {
      if (now === undefined) throw new Error('A change of no order.');
      if (now.changing === causeId) return { events: [], outcome: undefined };
      if (failed !== undefined) return { events: [], outcome: failed };
      // Somebody may have cancelled or added units since it was planned.
      const other = isPlanOf(decision, now) ? [] : [refusal('DELIVERY', 'IN_PROGRESS')];
      const [late] = [...refusalsOf(now, wish), ...other];
      if (late !== undefined) return { events: [], outcome: { ...late, kind: 'tooLate' } };
      const lines = openLines(now).map(({ id: lineId, sku, quantity }) => ({ lineId, sku, quantity }));
      const why = reason === undefined ? {} : { reason };
      return {
        events: [orderEvent('orders.ChangeAsked', { orderId, causeId, lines, ...why })],
        outcome: undefined,
      };
    },
  });
  return outcome;
}

/** Does a plan speak of exactly the units that are to be sent? */
function isPlanOf({ shipments }: Decision, order: OrderState): boolean {
  const planned = new Map<string, number>();
  for (const { lineId, quantity } of shipments.flatMap(({ lines }) => lines))
    planned.set(lineId, (planned.get(lineId) ?? 0) + quantity);
  const open = openLines(order);
  return open.length === planned.size && open.every(({ id, quantity }) => planned.get(id) === quantity);
}

/** Units change places within the order's reservation; the locations that lack some, none when it is done. */
async function move(
  { catalog, more, models }: OrdersParts,
  { _id, moves: known }: ChangeDoc,
  order: OrderState,
  wanted: readonly { sku: string; locationId: string; quantity: number; future: boolean }[],
): Promise<readonly string[]> {
  const moves = known ?? movesFor(await catalog.reserved(order.reservationId, _id), wanted);
  if (known === undefined) await models.Change.updateOne({ _id }, { $set: { moves } });
  if (moves.take.length + moves.release.length === 0) return [];
  return more.move(order, `${_id}:move`, moves);
}

/** The order goes the new way now. */
function replan(running: Running, decision: Decision, extra: ExtraMoney | undefined): Promise<ChangeResult> {
  const { parts, change } = running;
  const { _id: causeId, orderId, principal, destination, reason } = change;
  return end(running, { kind: 'changed' }, async (tx) => {
    await runDecision(parts.journal, parts.orders, {
      ...{ id: orderId, actor: principal, cause: causeId, tx },
      decide: (now) => {
        if (now?.changing !== causeId) return [];
        const price = { amountMinor: decision.deliveryMinor, taxMinor: decision.deliveryTaxMinor };
        const delivery = deliveryPrice(now, price);
        const money = (amountMinor: number) => ({ amountMinor, currency: now.currency });
        const replanned = orderEvent('orders.OrderReplanned', {
          ...{ orderId, causeId, askId: causeId, lines: askedLines(now, causeId), destination },
          ...{ promise: decision.promise, shipments: decision.shipments },
          ...{ delivery: money(delivery.amountMinor), deliveryTax: money(delivery.taxMinor) },
          ...(reason === undefined ? {} : { reason }),
        });
        return [...authorised(now, extra), replanned, ...addressEvents(now, change)];
      },
    });
    await saveAddress(parts, tx, change);
  });
}

const askedLines = ({ cancelAsks = [] }: OrderState, askId: string) =>
  (cancelAsks.find((each) => each.askId === askId)?.lines ?? []).map((line) => ({ ...line }));

/** What was given up is worked on as before. */
async function undo(
  { journal, orders }: OrdersParts,
  { _id: causeId, orderId, principal }: ChangeDoc,
  reason: 'LEFT' | 'OUT_OF_STOCK',
  tx: Tx,
): Promise<void> {
  await runDecision(journal, orders, {
    ...{ id: orderId, actor: principal, cause: causeId, tx },
    decide: (now) => {
      if (now?.changing !== causeId) return [];
      const shipments = [...shipmentsAsBefore(now, causeId)];
      const lines = shipments.flatMap((shipment) =>
        shipment.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
      );
      const back = { orderId, causeId, askId: causeId, lines, shipments, reason };
      return [orderEvent('orders.ChangeUndone', { ...back, latestAtMs: now.currentLatestAtMs })];
    },
  });
}
