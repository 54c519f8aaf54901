import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { evolveOrder } from './evolve.ts';
import type { PricedUnits } from './exchange.ts';
import { uncovered } from './ledger/decideMoney.ts';
import { added } from './ledger/decideUnits.ts';
import { evolveAll } from './ledger/evolve.ts';
import { isHeldBy, reshipChoices, type Trouble } from './ledger/evolveReship.ts';
import { lotOf, payableOf } from './ledger/lots.ts';
import { reconcile } from './ledger/reconcile.ts';
import { countUnits, sizeOf } from './ledger/runs.ts';
import { orderEvent, type OrderEvent, type OrderEventOf, type OrderState } from './order.ts';
import type { OrdersSettings } from './settings.ts';

/** Units to send again, and why. */
export interface ReshipWish extends Trouble {
  readonly causeId: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly reason: string;
  readonly by: 'agent' | 'admin' | 'system' | 'rule';
}

/** How an ask to send units again stands. OUT_OF_STOCK: their money goes back instead. TURNED_UP: they have arrived. */
export type ReshipOutcome = 'ASKED' | 'RESHIPPED' | 'OUT_OF_STOCK' | 'TURNED_UP';

/** Units whose fate waits for this ask, by line. */
export function heldUnits({ ledger, lines }: OrderState, causeId: string) {
  const mine = isHeldBy(causeId);
  return lines.flatMap(({ lineId, sku }) => {
    const quantity = countUnits(ledger, lineId, mine);
    return quantity === 0 ? [] : [{ lineId, sku, quantity }];
  });
}

/** What an ask came to. */
export function reshipOutcome({ ledger, reships }: OrderState, causeId: string): ReshipOutcome {
  if (ledger.causes.includes(`Reshipped:${causeId}`)) return 'RESHIPPED';
  const code = reships?.find((each) => each.causeId === causeId)?.refused;
  return code ?? 'ASKED';
}

/**
 * Asks for units to be sent again: they are written off, and their money waits. Nothing is charged for them a second
 * time, so units whose money has gone back are refused (ALREADY_REFUNDED), and CONFLICT while it moves.
 */
export function decideReshipAsk(order: OrderState, wish: ReshipWish, nowMs: number): OrderEvent[] {
  const { causeId, trouble, shipmentId, reason, by } = wish;
  if (order.ledger.causes.includes(`ReshipAsked:${causeId}`)) return [];
  if (wish.lines.length === 0) throw codedError('BAD_USER_INPUT', 'Name the units to send again.');
  const skuOf = new Map(order.lines.map(({ lineId, sku }) => [lineId, sku]));
  const choices = reshipChoices(wish);
  const lines = [...added(wish.lines)].map(([lineId, quantity]) => {
    const sku = skuOf.get(lineId);
    if (sku === undefined) throw notFound('order line');
    const most = countUnits(order.ledger, lineId, (run) => choices.some((choice) => choice(run)));
    if (quantity > most)
      throw codedError('INVALID_QUANTITY', `Of this line, ${most} units can be sent again.`);
    return { lineId, sku, quantity };
  });
  const asked = orderEvent('orders.ReshipAsked', {
    ...{ orderId: order._id, lines, causeId, trouble, reason, by },
    ...(shipmentId === undefined ? {} : { shipmentId }),
  });
  const after = evolveOrder(order, asked, nowMs);
  requireTheirMoney(order, after, causeId, nowMs);
  return [asked];
}

/** Once written off, the units must still be paid for by what was set aside or taken for them. */
function requireTheirMoney(order: OrderState, asked: OrderState, causeId: string, nowMs: number): void {
  const mine = asked.ledger.runs.filter(isHeldBy(causeId));
  if (mine.some(({ money }) => money.ins.length > 0 || money.outs.length > 0))
    throw codedError('CONFLICT', 'Money for these units is on its way; try again in a moment.');
  const made = decideReshipped(asked, causeId, { shipments: [], latestAtMs: asked.currentLatestAtMs });
  const after = made.reduce<OrderState>((now, event) => evolveOrder(now, event, nowMs), asked);
  const missing = uncovered(evolveAll(after.ledger, reconcile(after.ledger, nowMs)));
  // What is paid outside is told of there; nothing is set aside for it.
  const outside = order.ledger.means.some(({ kind }) => kind === 'OUTSIDE');
  const refunded = mine.some(({ money }) => money.refundedMinor > 0 && money.netMinor === 0);
  if (refunded || (!outside && missing > uncovered(order.ledger)))
    throw codedError('ALREADY_REFUNDED', 'The money of these units has gone back; they can be ordered anew.');
}

/** The units sent in the place of those written off: they cost what those did, less what is not asked for. */
export function replacements(
  order: OrderState,
  causeId: string,
): (PricedUnits & { readonly customisation?: string })[] {
  const mine = isHeldBy(causeId);
  return heldUnits(order, causeId).map(({ lineId, sku, quantity }, at) => {
    const line = order.lines.find((each) => each.lineId === lineId);
    const payable = order.ledger.runs
      .filter((run) => run.lineId === lineId && mine(run))
      .reduce((sum, run) => {
        return sum + payableOf(lotOf(order.ledger, run.lotId), run.from, run.to) - run.money.waivedMinor;
      }, 0);
    const unitPriceMinor = line?.unitPriceMinor ?? 0;
    return {
      ...{ lineId: `${causeId}:${at + 1}`, sku, quantity, unitPriceMinor },
      taxBasisPoints: line?.taxBasisPoints ?? 0,
      ...(line?.customisation === undefined ? {} : { customisation: line.customisation }),
      adjustmentMinor: payable - unitPriceMinor * quantity,
    };
  });
}

/** They are written off, and others are added in their place, paid with the same money. */
export function decideReshipped(
  order: OrderState,
  causeId: string,
  { shipments, latestAtMs }: { readonly shipments: OrderState['shipments']; readonly latestAtMs: number },
): OrderEvent[] {
  if (order.ledger.causes.includes(`Reshipped:${causeId}`)) return [];
  const lines = heldUnits(order, causeId);
  const shipmentId = order.ledger.runs.find(isHeldBy(causeId))?.shipmentId;
  const trouble = order.reships?.find((each) => each.causeId === causeId)?.trouble ?? 'LOST';
  return [
    orderEvent('orders.UnitsReshipped', {
      ...{ orderId: order._id, lines, causeId, trouble, latestAtMs },
      ...(shipmentId === undefined ? {} : { shipmentId }),
    }),
    orderEvent('orders.UnitsAdded', {
      ...{ orderId: order._id, causeId, replaces: true, latestAtMs },
      lines: replacements(order, causeId),
      shipments: [...shipments],
    }),
  ];
}

/** They cannot be sent again, or have turned up meanwhile. Nothing if the ask was answered. */
export function decideReshipRefused(
  order: OrderState,
  causeId: string,
  code: 'OUT_OF_STOCK' | 'TURNED_UP',
): OrderEventOf<'orders.ReshipRefused'>[] {
  if (reshipOutcome(order, causeId) !== 'ASKED') return [];
  const ask = order.reships?.find((each) => each.causeId === causeId);
  if (ask === undefined) return [];
  const { trouble, shipmentId } = ask;
  return [
    orderEvent('orders.ReshipRefused', {
      ...{ orderId: order._id, lines: heldUnits(order, causeId), causeId, trouble, code },
      ...(shipmentId === undefined ? {} : { shipmentId }),
    }),
  ];
}

/** A parcel in trouble: what the rules say becomes of its units. */
export function decideByRule(
  order: OrderState,
  { trouble, shipmentId }: Required<Trouble>,
  { troubleRules }: Pick<OrdersSettings, 'troubleRules'>,
  nowMs: number,
): OrderEvent[] {
  const rule = troubleRules.find(
    (each) =>
      (each.trouble ?? trouble) === trouble &&
      (each.channel ?? order.channel) === order.channel &&
      (each.country ?? order.destination.country) === order.destination.country,
  );
  if (rule?.action !== 'RESHIP') return [];
  const [first, second] = reshipChoices({ trouble, shipmentId });
  const choice = trouble === 'LOST' ? first : second;
  const mine = order.ledger.runs.filter(
    (run) => choice?.(run) === true && run.shipmentId === shipmentId && run.money.refundedMinor === 0,
  );
  const units = new Map<string, number>();
  for (const run of mine) units.set(run.lineId, (units.get(run.lineId) ?? 0) + sizeOf(run));
  if (units.size === 0) return [];
  const parcels = order.reships?.filter((each) => each.shipmentId === shipmentId).length ?? 0;
  const lines = [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
  const causeId = `reship:${shipmentId}:${parcels + 1}`;
  const reason = trouble === 'LOST' ? 'the carrier lost the parcel' : 'the parcel was damaged';
  return decideReshipAsk(order, { trouble, shipmentId, causeId, lines, reason, by: 'rule' }, nowMs);
}
