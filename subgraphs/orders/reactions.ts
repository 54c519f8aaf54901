import {
  asEffect,
  eventNamesOf,
  inTransaction,
  type EventOf,
  type ReactionTable,
} from '../../platform/journal/reactions.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import { runDecision } from '../../platform/journal/runDecision.ts';
import type { EventName } from '../../schema/events/registry.ts';
import type { OrdersApplication } from './application.ts';
import { releaseAll, releaseUnits, releaseUnworked, sellableUnits } from './commands/releaseUnits.ts';
import { answerFacts } from './domain/cancelAsk.ts';
import { decideFacts } from './domain/facts.ts';
import { fact, foreignFacts, plainLines, type FactTable } from './domain/foreignFacts.ts';
import { orderEvent, type CountedFact, type OrderEvent, type OrderState } from './domain/order.ts';
import type { OrdersSettings } from './domain/settings.ts';
import { decideReceiptLate } from './domain/lateReceipt.ts';
import { toldOfParcel } from './domain/parcelNews.ts';
import { decideByRule } from './domain/reship.ts';
import { decideAtRisk } from './domain/risk.ts';
import { readyAtMs } from './domain/status.ts';

type OrdersReactions = ReactionTable<OrdersApplication>;

/** A subgraph's event becomes facts of the order it names, each counted once per cause. */
function countedFacts(table: FactTable): OrdersReactions {
  type Facts = { of(data: JournalEvent['data']): readonly CountedFact[] }['of'];
  const factsByName: Readonly<Record<string, Facts | undefined>> = table;
  return Object.fromEntries(
    Object.entries(factsByName).map(([name, factsOf]) => [
      name,
      inTransaction<OrdersApplication, EventName>(
        async ({ journal, orders, settings }, { data, ...event }, tx) => {
          const facts = factsOf?.(data) ?? [];
          const [first] = facts;
          if (first === undefined) return;
          await runDecision(journal, orders, {
            ...{ id: first.data.orderId, actor: event.actor, cause: event.id, tx },
            decide: (order) =>
              order === undefined
                ? []
                : decideFacts(order, facts, event.at, troubleOf(settings.current(), event.at)),
          });
        },
      ),
    ]),
  );
}

/** What the rules say about units that a carrier has just given up for lost. */
const troubleOf =
  (rules: OrdersSettings, at: number) =>
  (order: OrderState, { type, data }: CountedFact): OrderEvent[] =>
    type === 'orders.LinesWrittenOff' && data.shipmentId !== undefined
      ? decideByRule(order, { trouble: 'LOST', shipmentId: data.shipmentId }, rules, at)
      : [];

/** What becomes of an order when others cannot or will not go on with it. */
const setbacks: OrdersReactions = {
  'fulfillment.Rerouted': inTransaction(async ({ journal, orders }, { data, ...event }, tx) => {
    const { orderId, lines, newLatestAtMs, fulfillmentOrderId } = data;
    const rerouted = fact('orders.LinesRerouted', {
      ...{ orderId, lines: plainLines(lines), causeId: event.id, fulfillmentOrderId },
    });
    const reason = 'another location has to serve it';
    await runDecision(journal, orders, {
      ...{ id: orderId, actor: event.actor, cause: event.id, tx },
      decide: (order) => {
        if (order === undefined) return [];
        const events = decideFacts(order, [rerouted], event.at);
        if (events.length === 0 || newLatestAtMs <= order.currentLatestAtMs) return events;
        return [
          ...events,
          orderEvent('orders.OrderRepromised', {
            orderId,
            latestAtMs: newLatestAtMs,
            reason,
            cause: 'REROUTED',
          }),
        ];
      },
    });
  }),
  // Each order in a transaction of its own: the same news twice moves nothing.
  'catalog.ReceiptLate': asEffect(async ({ models, journal, orders }, { data, ...event }) => {
    const { sku, locationId, reservations } = data;
    for (const { reservationId, previousExpectedAtMs, expectedAtMs } of reservations) {
      const found = await models.Order.findOne({ reservationId }, { _id: 1 }).lean();
      if (found === null) continue;
      const late = { sku, locationId, previousExpectedAtMs, expectedAtMs };
      await runDecision(journal, orders, {
        ...{ id: found._id, actor: event.actor, cause: event.id },
        decide: (order) => (order === undefined ? [] : decideReceiptLate(order, late)),
      });
    }
  }),
  'fulfillment.Unfulfillable': asEffect(async (application, { data, ...event }) => {
    const { orderId, locationId, lines, fulfillmentOrderId } = data;
    const cancelled = fact('orders.LinesCancelled', {
      ...{ orderId, lines: plainLines(lines), causeId: event.id, by: 'NO_STOCK', fulfillmentOrderId },
      reason: 'no location can serve these units',
    });
    await runDecision(application.journal, application.orders, {
      ...{ id: orderId, actor: event.actor, cause: event.id },
      decide: (order) => decideFacts(order, [cancelled], event.at),
    });
    await releaseUnits(application, orderId, locationId, sellableUnits(data), event.id);
  }),
  'fulfillment.CollectionExpired': asEffect(async (application, { data, ...event }) => {
    const { orderId, locationId, arrivedFrom } = data;
    await runDecision(application.journal, application.orders, {
      ...{ id: orderId, actor: event.actor, cause: event.id },
      decide: (order) => decideFacts(order, expiredFacts(order, data), event.at),
    });
    // Units that were sent to the store are no part of the reservation any more: the catalogue counts them in.
    if (arrivedFrom !== undefined) return;
    await releaseUnits(application, orderId, locationId, sellableUnits(data), event.id);
  }),
  'fulfillment.LinesCancelled': asEffect(async (application, { id, data }) => {
    // Units that were sent to a store are no part of the reservation any more: the catalogue counts them in.
    if (data.arrivedFrom !== undefined) return;
    // Given up so that they can go another way: they stay reserved.
    if (await isOfChange(application, data)) return;
    await releaseUnits(application, data.orderId, data.locationId, sellableUnits(data), id);
  }),
  'fulfillment.CancelAnswered': inTransaction(async ({ journal, orders }, { data, ...event }, tx) => {
    await runDecision(journal, orders, {
      ...{ id: data.orderId, actor: event.actor, cause: event.id, tx },
      decide: (order) => {
        if (order === undefined) return [];
        return decideFacts(order, answerFacts(order, data), event.at);
      },
    });
  }),
};

/** Was this asked for by a change of the order? */
async function isOfChange(
  { models }: OrdersApplication,
  { orderId, askId }: EventOf<'fulfillment.LinesCancelled'>['data'],
): Promise<boolean> {
  if (askId === undefined) return false;
  const order = await models.Order.findOne({ _id: orderId }, { cancelAsks: 1 }).lean();
  return order?.cancelAsks?.some((ask) => ask.askId === askId && ask.change === true) === true;
}

function expiredFacts(
  order: OrderState | undefined,
  data: EventOf<'fulfillment.CollectionExpired'>['data'],
): CountedFact[] {
  const { fulfillmentOrderId, arrivedFrom } = data;
  const units = { orderId: data.orderId, lines: plainLines(data.lines) };
  const ready = order === undefined ? undefined : readyAtMs(order);
  const cancelled = fact('orders.LinesCancelled', {
    ...{ ...units, causeId: fulfillmentOrderId, by: 'NOT_COLLECTED' },
    reason: 'they were not collected in time',
    // When everything waited in the store: what was promised to a customer who collects.
    ...(ready === undefined ? {} : { readyAtMs: ready }),
  });
  if (arrivedFrom === undefined) return [cancelled];
  // What arrived in the store was sent there, although that may be heard of later.
  const sent = { ...units, causeId: arrivedFrom, collection: false, forwarded: true };
  return [fact('orders.LinesShipped', sent), cancelled];
}

/** Units have moved: money may follow, and the locations are asked later whether they count the same. */
async function moved(
  { money, unitChecks }: OrdersApplication,
  { data: { orderId } }: { readonly data: { readonly orderId: string } },
): Promise<void> {
  await unitChecks.later(orderId);
  await money.settle(orderId);
}

/** When money moves: taken as goods leave, given back as they return. Where units are says how much. */
const payments: OrdersReactions = {
  'returns.RefundRequested': asEffect(
    ({ money }, { data: { orderId, returnId, causeId = returnId, cost, early } }) =>
      money.grantRefund(orderId, { returnId, causeId, costMinor: cost.amountMinor, early }),
  ),
  'orders.PaymentRecorded': asEffect(({ money }, { data }) => money.settle(data.orderId)),
  'orders.GoodwillGranted': asEffect(({ money }, { data }) => money.settle(data.orderId)),
  'orders.LinesShipped': asEffect(moved),
  'orders.LinesDelivered': asEffect(moved),
  'orders.LinesWrittenOff': asEffect(({ money }, { data }) => money.settle(data.orderId)),
  'orders.UnitsAdded': asEffect(({ money }, { data }) => money.settle(data.orderId)),
  'orders.ReshipAsked': asEffect(({ reships }, { data }) => reships.make(data.orderId, data.causeId)),
  'orders.ReshipRefused': asEffect(({ money }, { data }) => money.settle(data.orderId)),
  'orders.LinesCameBack': asEffect(({ money }, { data }) => money.settle(data.orderId)),
  'orders.FoundDecided': asEffect(({ money }, { data }) => money.settle(data.orderId)),
  'orders.LinesCancelled': asEffect(async (application, event) => {
    const { orderId, by, lines } = event.data;
    if (by === 'PAYMENT') await releaseAll(application, orderId, event.id);
    else if (by !== 'NO_STOCK' && by !== 'NOT_COLLECTED') await releaseUnworked(application, lines, event);
    await moved(application, event);
  }),
  'orders.CancelRefused': asEffect(moved),
  'orders.OrderReplanned': asEffect(moved),
  'orders.ChangeUndone': asEffect(moved),
};

/** What orders does on events of other subgraphs and on some of its own. */
export const ordersReactions: OrdersReactions = {
  ...countedFacts(foreignFacts),
  ...setbacks,
  ...payments,
  'shipping.LabelPurchased': inTransaction(async ({ models }, { data }, { session }) => {
    const { shipmentId: _id, orderId, trackingCodes: codes } = data;
    await models.OrderParcels.replaceOne({ _id }, { _id, orderId, codes }, { upsert: true, session });
  }),
  'shipping.ParcelTurnedBack': inTransaction(async ({ journal, orders, settings }, event, tx) => {
    const { orderId, shipmentId, isReturn, reason } = event.data;
    if (isReturn || reason !== 'DAMAGED') return;
    await runDecision(journal, orders, {
      ...{ id: orderId, actor: event.actor, cause: event.id, tx },
      decide: (order) =>
        order === undefined
          ? []
          : decideByRule(order, { trouble: 'DAMAGED', shipmentId }, settings.current(), event.at),
    });
  }),
  'shipping.TrackingRecorded': inTransaction(async ({ journal, orders }, event, tx) => {
    const { orderId, returnId, shipmentId, estimatedDeliveryAtMs } = event.data;
    if (returnId !== undefined) return;
    await runDecision(journal, orders, {
      ...{ id: orderId, actor: event.actor, cause: event.id, tx },
      decide: (order) =>
        order === undefined
          ? []
          : [
              orderEvent('orders.ParcelMoved', { orderId, shipmentId, ...toldOfParcel(event.data) }),
              ...decideAtRisk(order, shipmentId, estimatedDeliveryAtMs),
            ],
    });
  }),
};

/** Event types orders reacts to. */
export const ordersConsumes = eventNamesOf(ordersReactions);
