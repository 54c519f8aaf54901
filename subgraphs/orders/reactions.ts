import { asEffect, inTransaction, type Reaction, type Reactions } from '../../platform/journal/inbox.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import { runDecision } from '../../platform/journal/runDecision.ts';
import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import { evolveOrder } from './domain/evolve.ts';
import { decideFacts, type CountedFact } from './domain/facts.ts';
import { orderEvent, type OrderEvent, type OrderState } from './domain/order.ts';
import { readyAtMs } from './domain/status.ts';
import { withoutUnits } from './domain/shipments.ts';
import { fact, parcelFacts, plainLines, returnFacts, workFacts, type Line } from './foreignFacts.ts';
import type { OrdersApplication } from './application.ts';

/** What orders does on events of other subgraphs and on some of its own. */
export function ordersReactions(application: () => OrdersApplication): Reactions {
  const decideIn = (decide: (order: OrderState, event: JournalEvent) => readonly OrderEvent[]): Reaction =>
    inTransaction(async (event, tx) => {
      const { journal, orders: aggregate } = application();
      const id = String(event.data['orderId']);
      await runDecision(journal, aggregate, {
        ...{ id, actor: event.actor, cause: event.id, tx },
        decide: (order) => (order === undefined ? [] : decide(order, event)),
      });
    });
  /** A subgraph's fact becomes facts of the order, each counted once per cause. */
  const facts = <N extends EventName>(
    _name: N,
    of: (data: EventPayload<N>, event: JournalEvent) => readonly CountedFact[],
  ) => decideIn((order, event) => decideFacts(order, of(event.data as EventPayload<N>, event), event.at));
  const effect = <N extends EventName>(
    _name: N,
    run: (data: EventPayload<N>, event: JournalEvent) => Promise<void>,
  ) => asEffect((event) => run(event.data as EventPayload<N>, event));

  return {
    ...workFacts(facts),
    ...parcelFacts(facts, decideIn),
    ...returnFacts(facts),
    'fulfillment.Rerouted': decideIn((order, event) => {
      const data = event.data as EventPayload<'fulfillment.Rerouted'>;
      const { orderId, lines, newLatestAtMs } = data;
      const moved = decideFacts(
        order,
        [fact('orders.LinesRerouted', { orderId, lines: plainLines(lines), causeId: event.id })],
        event.at,
      );
      if (moved.length === 0 || newLatestAtMs <= order.currentLatestAtMs) return moved;
      const reason = 'another location has to serve it';
      return [...moved, orderEvent('orders.OrderRepromised', { orderId, latestAtMs: newLatestAtMs, reason })];
    }),
    'fulfillment.Unfulfillable': effect('fulfillment.Unfulfillable', async (data, event) => {
      const { orderId, locationId, lines } = data;
      const { journal, orders: aggregate } = application();
      const cancelled = fact('orders.LinesCancelled', {
        ...{ orderId, lines: plainLines(lines), causeId: event.id, by: 'NO_STOCK' },
        reason: 'no location can serve these units',
      });
      await runDecision(journal, aggregate, {
        ...{ id: orderId, actor: event.actor, cause: event.id },
        decide: (order) => decideFacts(order, [cancelled], event.at),
      });
      await releaseUnits(application(), orderId, locationId, lines, event.id);
    }),
    'fulfillment.CollectionExpired': effect('fulfillment.CollectionExpired', async (data, event) => {
      const { orderId, locationId, fulfillmentOrderId, arrivedFrom } = data;
      const { journal, orders: aggregate } = application();
      const units = { orderId, lines: plainLines(data.lines) };
      const factsOf = (order: OrderState | undefined) => [
        // What arrived in the store was sent there, although that may be heard of later.
        ...(arrivedFrom === undefined
          ? []
          : [
              fact('orders.LinesShipped', {
                ...{ ...units, causeId: arrivedFrom, collection: false, forwarded: true },
              }),
            ]),
        fact('orders.LinesCancelled', {
          ...{ ...units, causeId: fulfillmentOrderId, by: 'NOT_COLLECTED' },
          reason: 'they were not collected in time',
          ...readyOf(order),
        }),
      ];
      await runDecision(journal, aggregate, {
        ...{ id: orderId, actor: event.actor, cause: event.id },
        decide: (order) => decideFacts(order, factsOf(order), event.at),
      });
      // Units that were sent to the store are no part of the reservation any more: the catalogue counts them in.
      if (arrivedFrom === undefined)
        await releaseUnits(application(), orderId, locationId, data.lines, event.id);
    }),
    'fulfillment.LinesCancelled': effect(
      'fulfillment.LinesCancelled',
      async ({ orderId, locationId, lines }, event) =>
        releaseUnits(application(), orderId, locationId, lines, event.id),
    ),
    'returns.RefundRequested': effect('returns.RefundRequested', async ({ orderId, returnId, lines, cost }) =>
      application().money.refundReturn(orderId, lines, { returnId, costMinor: cost.amountMinor }),
    ),
    'orders.LinesShipped': effect('orders.LinesShipped', async (data) => {
      const { orderId, lines, causeId, collection, forwarded } = data;
      // What the customer collects is paid when it is collected.
      if (collection || forwarded === true) return;
      await application().money.capture(orderId, lines, causeId);
      await application().money.freeRest(orderId);
    }),
    'orders.LinesDelivered': effect(
      'orders.LinesDelivered',
      async ({ orderId, lines, causeId, collection }) => {
        if (!collection) return;
        await application().money.capture(orderId, lines, causeId);
        await application().money.freeRest(orderId);
      },
    ),
    'orders.LinesCancelled': effect('orders.LinesCancelled', async ({ orderId, by, lines }, event) => {
      if (by === 'PAYMENT') await releaseAll(application(), orderId, event.id);
      else if (by !== 'NO_STOCK' && by !== 'NOT_COLLECTED')
        await releaseUnworked(application(), lines, event);
      await application().money.freeRest(orderId);
    }),
    'orders.LinesWrittenOff': effect('orders.LinesWrittenOff', async ({ orderId, lines, causeId }) => {
      await application().money.refundUnits(orderId, lines, causeId);
      await application().money.freeRest(orderId);
    }),
  };
}

/** When everything waited in the store: what was promised to a customer who collects. */
function readyOf(order: OrderState | undefined): { readyAtMs?: number } {
  const ready = order === undefined ? undefined : readyAtMs(order);
  return ready === undefined ? {} : { readyAtMs: ready };
}

async function releaseUnits(
  { models, catalog }: OrdersApplication,
  orderId: string,
  locationId: string,
  lines: readonly Line[],
  key: string,
): Promise<void> {
  const order = await models.Order.findOne({ _id: orderId }, { reservationId: 1 }).lean();
  if (order === null || lines.length === 0) return;
  const units = lines.map(({ sku, quantity }) => ({ sku, locationId, quantity, future: false }));
  await catalog.release(order.reservationId, key, units, key);
}

/** Gives units back that were cancelled before the order was confirmed: no location knows of them and would do it. */
async function releaseUnworked(
  { journal, catalog }: OrdersApplication,
  lines: readonly Line[],
  { stream, seq, id }: JournalEvent,
): Promise<void> {
  const before = (await journal.read(stream)).filter((event) => event.seq < seq);
  const order = before.reduce<OrderState | undefined>(
    (state, { type, data, at }) => evolveOrder(state, { type, data } as unknown as OrderEvent, at),
    undefined,
  );
  if (order === undefined || order.confirmed) return;
  const { freed } = withoutUnits(order.shipments, lines);
  if (freed.length > 0) await catalog.release(order.reservationId, id, freed, id);
}

async function releaseAll(
  { models, catalog }: OrdersApplication,
  orderId: string,
  key: string,
): Promise<void> {
  const order = await models.Order.findOne({ _id: orderId }, { reservationId: 1 }).lean();
  if (order !== null) await catalog.release(order.reservationId, key, undefined, key);
}

/** Event types orders reacts to. */
export const ordersConsumes = Object.keys(
  ordersReactions(() => {
    throw new Error('Only the names are wanted.');
  }),
) as readonly EventName[];
