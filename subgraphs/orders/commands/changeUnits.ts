import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { HoldLine } from '../clients/catalogClient.ts';
import { decideCancel } from '../domain/cancel.ts';
import { refusal, refusalsOf } from '../domain/change.ts';
import type { ChangeResult, Failed } from '../domain/changeResult.ts';
import { orderEvent, type OrderEvent, type OrderState } from '../domain/order.ts';
import type { Decision } from '../domain/place.ts';
import type { OrdersParts } from '../parts.ts';
import type { ChangeDoc } from '../store/changeModel.ts';
import { authorised, setAside, type ExtraMoney } from './changeMoney.ts';
import { addressEvents, decide, end, fail, orderOf, saveAddress, type Running } from './changeSteps.ts';

/**
 * Adds units, takes units out and names another recipient, from wherever the change stands to its end: what is added is
 * sourced, held within the order's reservation and paid for; then one decision writes all of it. Every step carries the
 * change's id as key, so it may be repeated after a crash; until the last one the order is as it was.
 */
export async function runUnitChange(running: Running): Promise<ChangeResult> {
  const { parts, change } = running;
  const order = await orderOf(running);
  const decision = change.lines.length === 0 ? undefined : await added(running, order);
  if (decision !== undefined && 'kind' in decision) return end(running, decision);
  if (decision !== undefined) {
    const short = await hold(parts, change, order, decision);
    if (short !== undefined) return end(running, short);
  }
  parts.crashpoint('change.afterHold');
  const extra = await setAside(parts, change, order);
  parts.crashpoint('change.afterAuthorise');
  const failed = change.failed ?? (extra !== undefined && 'kind' in extra ? extra : undefined);
  const money = extra !== undefined && 'kind' in extra ? undefined : extra;
  const result = failed ?? (await write(running, decision, money));
  if (result.kind === 'changed') return result;
  await fail(running, order, result, money);
  parts.crashpoint('change.afterFail');
  await giveBack(parts, change, order, decision);
  return end(running, result);
}

/** Where the added units come from, and how. */
const added = (running: Running, order: OrderState): Promise<Decision | Failed> =>
  decide(
    running,
    running.change.lines.map(({ lineId: id, sku, quantity, customisation }) => ({
      ...{ id, sku, quantity, customisation },
    })),
    order,
    [],
  );

const unitsOf = ({ shipments }: Decision): HoldLine[] =>
  shipments.flatMap(({ locationId, lines }) =>
    lines.map(({ sku, quantity, future }) => ({ sku, locationId, quantity, future })),
  );

async function hold(
  { more, models }: OrdersParts,
  { _id, held, lines }: ChangeDoc,
  order: OrderState,
  decision: Decision,
): Promise<Failed | undefined> {
  if (held === true) return undefined;
  const short = await more.take(order, `${_id}:take`, unitsOf(decision));
  if (short.length > 0) {
    const skus = [...new Set(lines.map(({ sku }) => sku))];
    return { kind: 'outOfStock', message: 'Some units have just been sold.', skus };
  }
  await models.Change.updateOne({ _id }, { $set: { held: true } });
  return undefined;
}

/** What was held for the change is free again: exactly those units, whatever else of them the order awaits. */
async function giveBack(
  { more }: OrdersParts,
  { _id }: ChangeDoc,
  order: OrderState,
  decision: Decision | undefined,
): Promise<void> {
  if (decision !== undefined) await more.move(order, `${_id}:back`, { release: unitsOf(decision), take: [] });
}

/** The last step: the order is changed and the key knows it, or nothing is written because it is too late. */
async function write(
  running: Running,
  decision: Decision | undefined,
  extra: ExtraMoney | undefined,
): Promise<ChangeResult> {
  const { parts, change } = running;
  const { journal, orders } = parts;
  let late: Failed | undefined;
  const last = async (tx: Tx): Promise<void> => {
    const { outcome } = await runDecision<OrderState, OrderEvent, ChangeResult>(journal, orders, {
      ...{ id: change.orderId, actor: change.principal, cause: change._id, tx },
      decide: (now) => {
        if (now === undefined) throw new Error('A change of no order.');
        return decideChange(now, change, { decision, extra });
      },
    });
    late = outcome?.kind === 'changed' ? undefined : outcome;
    if (late !== undefined) throw new TooLate();
    await saveAddress(parts, tx, change);
  };
  try {
    return await end(running, { kind: 'changed', ...askOf(change) }, last);
  } catch (error) {
    if (late !== undefined && error instanceof TooLate) return late;
    throw error;
  }
}

/** Ends the transaction of a change that turned out to be too late. */
class TooLate extends Error {}

const askOf = ({ wish, _id }: ChangeDoc): { askId?: string } =>
  wish.removed.length === 0 ? {} : { askId: _id };

function decideChange(
  order: OrderState,
  change: ChangeDoc,
  { decision, extra }: { decision: Decision | undefined; extra: ExtraMoney | undefined },
): { events: OrderEvent[]; outcome: ChangeResult } {
  const { _id: causeId, lines, reason, by, wish } = change;
  const { removed } = wish;
  const [late] = refusalsOf(order, wish);
  if (late !== undefined) return { events: [], outcome: { ...late, kind: 'tooLate' } };
  const why = reason === undefined ? {} : { reason };
  const events = [...authorised(order, extra)];
  if (decision !== undefined)
    events.push(
      orderEvent('orders.UnitsAdded', {
        ...{ orderId: order._id, causeId, lines: [...lines], shipments: decision.shipments, ...why },
        latestAtMs: decision.promise.latestAtMs,
      }),
    );
  events.push(...addressEvents(order, change));
  if (removed.length === 0) return { events, outcome: { kind: 'changed' } };
  const ask = { lines: removed, reason: reason ?? 'the order was changed', by, causeId };
  const gone = decideCancel(order, ask);
  if (gone.outcome.kind === 'tooLate')
    return { events: [], outcome: { ...refusal('REMOVE', 'TOO_MANY'), kind: 'tooLate' } };
  return { events: [...events, ...gone.events], outcome: { kind: 'changed', ...askOf(change) } };
}
