import { notFound } from '../../../platform/errors/codedError.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import type { OrderOption } from '../clients/promiseClient.ts';
import { openLines, refusal, refusalsOf, type Refusal } from '../domain/change.ts';
import { deliveryPrice, unitSums, waySums, type ChangeSums } from '../domain/changeSums.ts';
import { heldOnHand } from '../domain/heldUnits.ts';
import { means } from '../domain/means.ts';
import type { OrderState } from '../domain/order.ts';
import type { OrderChangeInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import { pricedAdds, readChange, type ReadChange } from './changeWish.ts';
import type { Caller } from './onceOnOrder.ts';

/** A way an order could go, and what it would come to. */
export interface WayOption extends OrderOption {
  readonly sums: ChangeSums;
}

/** What a change would come to. Nothing is held or written. */
export interface ChangePreview {
  readonly currency: string;
  readonly refusals: readonly Refusal[];
  readonly sums: ChangeSums;
  readonly latestAtMs: number;
  /** How what is added, or the whole order, would come; undefined when nothing new is promised. */
  readonly option: Pick<OrderOption, 'handle' | 'expiresAtMs'> | undefined;
  readonly ways: readonly WayOption[];
}

/** The order, if the caller may see it. */
export async function changedOrder(
  { models }: OrdersParts,
  orderId: string,
  who: Identity,
): Promise<OrderState> {
  const order = await models.Order.findOne({ _id: orderId }).lean<OrderState>();
  if (order === null || !mayReadRow(who, order)) throw notFound('order');
  return order;
}

/** Says what a change would come to. */
export async function previewChange(
  parts: OrdersParts,
  change: OrderChangeInput,
  { who, requestId }: Caller,
): Promise<ChangePreview> {
  const order = await changedOrder(parts, change.orderId, who);
  const read = await readChange(parts, order, change);
  const refusals = refusalsOf(order, read.wish);
  const nothing = {
    currency: order.currency,
    latestAtMs: order.currentLatestAtMs,
    ways: [],
    option: undefined,
  };
  if (refusals.length > 0) return { ...nothing, refusals, sums: unitSums(order, [], []) };
  if (read.wish.way) return previewWay(parts, order, { change, read, requestId });
  const lines = await pricedAdds(parts, order, change, { changeId: 'preview', requestId });
  const sums = unitSums(order, lines, read.wish.removed);
  if (lines.length === 0) return { ...nothing, refusals, sums };
  const wanted = lines.map(({ lineId: id, ...line }) => ({ ...line, id }));
  const option = await likeOption(parts, order, wanted, requestId);
  if (option === undefined) return { ...nothing, sums, refusals: [refusal('ADD', 'NOT_AVAILABLE')] };
  return {
    ...nothing,
    refusals,
    sums,
    option,
    latestAtMs: Math.max(order.currentLatestAtMs, option.latestAtMs),
  };
}

/** The option by which units added to an order come the way the order does. */
async function likeOption(
  { promise }: OrdersParts,
  order: OrderState,
  lines: Parameters<OrdersParts['promise']['options']>[0]['lines'],
  requestId: string,
): Promise<OrderOption | undefined> {
  const { methodType, code, collectAtId, windowStartAtMs } = order.promise;
  const ask = { order, destination: order.destination, lines, methodTypes: [methodType], held: [] };
  const there = (await promise.options(ask, requestId)).filter(
    ({ collectAt, windowStartsAtMs }) =>
      collectAt?.id === collectAtId &&
      (windowStartAtMs === undefined || windowStartsAtMs.includes(windowStartAtMs)),
  );
  return there.find((each) => each.code === code) ?? there[0];
}

async function previewWay(
  { promise }: OrdersParts,
  order: OrderState,
  {
    change: { delivery },
    read: { destination },
    requestId,
  }: { change: OrderChangeInput; read: ReadChange; requestId: string },
): Promise<ChangePreview> {
  // A new address alone: the order keeps its way if it can.
  const methodTypes = delivery == null ? [order.promise.methodType] : (delivery.methodTypes ?? undefined);
  const ask = { order, destination, lines: openLines(order), methodTypes, held: heldOnHand(order) };
  const offered = (await promise.options(ask, requestId)).filter(
    ({ collectAt }) => delivery?.collectAtId == null || collectAt?.id === delivery.collectAtId,
  );
  const payable = offered.filter((option) => isPayable(order, option));
  const ways = payable
    .map((option) => ({ ...option, sums: optionSums(order, option) }))
    .sort(likeFirst(order));
  const [first] = ways;
  const code = offered.length > 0 ? 'PAYMENT_METHOD' : 'NOT_AVAILABLE';
  return {
    currency: order.currency,
    refusals: first === undefined ? [refusal('DELIVERY', code)] : [],
    sums: first?.sums ?? unitSums(order, [], []),
    latestAtMs: first?.latestAtMs ?? order.currentLatestAtMs,
    ...{ option: first, ways },
  };
}

/** What an order comes to by an option. */
export const optionSums = (
  order: OrderState,
  { priceMinor: amountMinor, taxMinor }: Pick<OrderOption, 'priceMinor' | 'taxMinor'>,
): ChangeSums => waySums(order, deliveryPrice(order, { amountMinor, taxMinor }));

/** Does how an order is paid go with a way of delivery? What was sold at a till may go any way. */
export function isPayable(
  { paymentMethod = 'CARD', soldBy }: OrderState,
  { methodType }: Pick<OrderOption, 'methodType'>,
): boolean {
  const { methodTypes, atTill } = means[paymentMethod];
  const types: readonly string[] = soldBy === undefined ? methodTypes : atTill;
  return types.includes(methodType);
}

/** The way the order goes now before others, in the order they are offered in. */
const likeFirst =
  ({ promise }: OrderState) =>
  (one: OrderOption, other: OrderOption): number => {
    const rank = ({ methodType, code }: OrderOption): number =>
      methodType !== promise.methodType ? 2 : code === promise.code ? 0 : 1;
    return rank(one) - rank(other);
  };
