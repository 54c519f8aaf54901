import { exclusiveAll } from '../../../platform/journal/exclusiveAll.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { decideHold, decideResume, existing } from '../domain/decide.ts';
import { dueTimesOf } from '../domain/dueTimes.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from '../domain/fulfillmentOrder.ts';
import type { Placement, SoughtUnits } from '../domain/resourcing.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels, OrderWorkDoc } from '../store/models.ts';
import type { Capacity } from './capacity.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Makes fulfillment orders. */
export interface WorkMaker {
  /** One fulfillment order for each shipment of a confirmed order; a repeated event changes nothing. */
  forOrder(order: EventPayload<'orders.OrderConfirmed'>, by: Cause): Promise<void>;
  /** Goods sent to a store have arrived there: the store puts them out for the customer. */
  arrived(tx: Tx, delivered: EventPayload<'shipping.ShipmentDelivered'>, by: Cause): Promise<void>;
  /** Open work of the order waits until the order is confirmed again. */
  hold(tx: Tx, orderId: string, by: Cause): Promise<void>;
  /** One fulfillment order, in the caller's transaction; its id. */
  place(tx: Tx, order: OrderWorkDoc, placement: Placement, slot: string, by: Cause): Promise<string>;
  /** Do something while nobody else of this process counts on these capacity slots. */
  alone<T>(slots: readonly string[], task: () => Promise<T>): Promise<T>;
}

export function createWorkMaker(deps: {
  models: FulfillmentModels;
  journal: Journal;
  work: WorkAggregate;
  capacity: Capacity;
  newId: () => string;
}): WorkMaker {
  const { models, journal, work, capacity, newId } = deps;

  const alone: WorkMaker['alone'] = (slots, task) =>
    exclusiveAll(
      journal,
      slots.map((slot) => `slot:${slot}`),
      task,
    );

  const place: WorkMaker['place'] = async (tx, order, placement, slot, by) => {
    const id = newId();
    const { locationId, serviceCode, lines, dueAt, capacityDay } = placement;
    const event: FulfillmentOrderEvent = {
      type: 'fulfillment.FulfillmentOrderCreated',
      data: {
        fulfillmentOrderId: id,
        ...{ orderId: order._id, locationId, serviceCode, collection: serviceCode === null },
        ...{ owner: order.owner, channel: order.channel, reservationId: order.reservationId },
        ...{ lines: merged(lines), dueAt, promisedLatestAtMs: order.promisedLatestAtMs },
        ...(capacityDay === undefined ? {} : { capacityDay }),
        ...forwardingOf(order, placement),
      },
    };
    await runDecision(journal, work, { id, tx, ...by, decide: () => [event] });
    await capacity.count(tx, slot, 1, by);
    return id;
  };

  const decideAll = async (
    tx: Tx,
    orderId: string,
    by: Cause,
    decide: (work: FulfillmentOrder) => FulfillmentOrderEvent[],
  ): Promise<void> => {
    const found = await models.FulfillmentOrder.find({ orderId }, { _id: 1 }).session(tx.session).lean();
    for (const { _id: id } of found)
      await runDecision(journal, work, { ...{ id, tx, ...by }, decide: (now) => decide(existing(now)) });
  };

  const arrived: WorkMaker['arrived'] = async (tx, delivered, by) => {
    const { orderId, collectAtId, fulfillmentOrderId: arrivedFrom } = delivered;
    if (collectAtId === undefined || arrivedFrom === undefined || delivered.isReturn) return;
    const order = await models.OrderWork.findOne({ _id: orderId }).session(tx.session).lean();
    if (order === null) throw new Error('Goods of an unknown order have arrived.');
    const { owner, channel, reservationId, promisedLatestAtMs: dueMs } = order;
    const id = newId();
    const event: FulfillmentOrderEvent = {
      type: 'fulfillment.FulfillmentOrderCreated',
      data: {
        ...{ fulfillmentOrderId: id, orderId, locationId: collectAtId, arrivedFrom },
        ...{ serviceCode: null, collection: true, owner, channel, reservationId },
        lines: delivered.lines.map((line) => ({ ...line, future: false })),
        dueAt: { pickStartMs: dueMs, packedMs: dueMs, handoverMs: dueMs },
        promisedLatestAtMs: dueMs,
      },
    };
    await runDecision(journal, work, { id, tx, ...by, decide: () => [event] });
  };

  return {
    arrived,
    hold: (tx, orderId, by) => decideAll(tx, orderId, by, decideHold),
    alone,
    place,
    forOrder: async (confirmed, by) => {
      const order = orderWorkOf(confirmed);
      const { orderId, shipments } = confirmed;
      const placements = shipments.map(({ locationId, serviceCode, lines, milestones, capacityDay }) => ({
        ...{ locationId, serviceCode, lines, capacityDay },
        dueAt: dueTimesOf(milestones, order.promisedLatestAtMs),
      }));
      const slots = await Promise.all(placements.map((placement) => capacity.slotOf(placement)));
      await alone(slots, () =>
        withTransaction(journal.connection, async (tx) => {
          if ((await models.OrderWork.findOne({ _id: orderId }).session(tx.session).lean()) !== null)
            return decideAll(tx, orderId, by, decideResume);
          await models.OrderWork.create([order], { session: tx.session });
          for (const [at, placement] of placements.entries())
            await place(tx, order, placement, slots[at] ?? '', by);
        }),
      ).catch((error: unknown) => {
        // Another process was faster with the same event.
        if (!isDuplicateKey(error)) throw error;
      });
    },
  };
}

/** Goods for a customer who collects are sent to the store, unless they are there. */
const forwardingOf = (
  { methodType, collectAtId }: OrderWorkDoc,
  { locationId, serviceCode }: Placement,
): { forwardTo?: string } =>
  collectAtId !== undefined && isStoreMethod(methodType) && serviceCode !== null && locationId !== collectAtId
    ? { forwardTo: collectAtId }
    : {};

/** Pickup points and lockers are the carrier's; these two end in a store of ours. */
const isStoreMethod = (methodType: string): boolean =>
  methodType === 'PICKUP_IN_STORE' || methodType === 'RESERVE_AND_COLLECT';

/** Units of one order line belong together, whether they are in stock or inbound. */
function merged(lines: readonly SoughtUnits[]) {
  const byLine = new Map<string, SoughtUnits>();
  for (const line of lines) {
    const known = byLine.get(line.lineId);
    byLine.set(line.lineId, {
      ...line,
      quantity: line.quantity + (known?.quantity ?? 0),
      future: line.future && (known?.future ?? true),
    });
  }
  return [...byLine.values()].map(({ customisation, ...line }) => ({
    ...line,
    ...(customisation === undefined ? {} : { customisation }),
  }));
}

/** What is kept of an order for re-sourcing. */
function orderWorkOf(order: EventPayload<'orders.OrderConfirmed'>): OrderWorkDoc {
  const { orderId, owner, channel, currency, destination, methodType, code, collectAtId, windowStartAtMs } =
    order;
  const { promisedLatestAtMs, placedAtMs, reservationId } = order;
  return {
    ...{ _id: orderId, owner, channel, currency, destination, methodType, code },
    ...(collectAtId === undefined ? {} : { collectAtId }),
    ...(windowStartAtMs === undefined ? {} : { windowStartAtMs }),
    ...{ promisedLatestAtMs, placedAtMs, reservationId, excludedLocationIds: [] },
  };
}
