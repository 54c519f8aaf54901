import { exclusiveAll } from '../../../platform/journal/exclusiveAll.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { isDuplicateKey } from '../../../platform/mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { decideHold, decideResume, existing } from '../domain/decide.ts';
import { dueTimesOf } from '../domain/dueTimes.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from '../domain/fulfillmentOrder.ts';
import { arrivalCreated, orderFactsOf, workCreated } from '../domain/orderWork.ts';
import { factsUpdate, replannedFacts, withFacts, type ReplannedFacts } from '../domain/replanned.ts';
import type { Placement } from '../domain/resourcing.ts';
import type { Cause } from '../ports.ts';
import type { FulfillmentModels, OrderWorkDoc } from '../store/models.ts';
import type { Arrivals } from './arrivals.ts';
import type { Capacity } from './capacity.ts';
import type { Purchases } from './purchases.ts';
import type { WorkAggregate } from './workAggregate.ts';

/** Units added to an order, or to be worked on again. */
export type Addition = Pick<
  EventPayload<'orders.UnitsAdded'>,
  'orderId' | 'causeId' | 'shipments' | 'latestAtMs'
>;

/** Makes fulfillment orders. */
export interface WorkMaker {
  /** One fulfillment order for each shipment of a confirmed order; a repeated event changes nothing. */
  forOrder(order: EventPayload<'orders.OrderConfirmed'>, by: Cause): Promise<void>;
  /** Work on units added to an order that is worked on; a repeated event changes nothing. */
  forAddition(added: Addition, by: Cause): Promise<void>;
  /** An order goes another way: its recalled units are worked on as planned now; a repeated event changes nothing. */
  replanned(order: EventPayload<'orders.OrderReplanned'>, by: Cause): Promise<void>;
  /** Goods sent to a store have arrived there: the store puts them out for the customer. */
  arrived(tx: Tx, delivered: EventPayload<'shipping.ShipmentDelivered'>, by: Cause): Promise<void>;
  /** Open work of the order waits until the order is confirmed again. */
  hold(tx: Tx, orderId: string, by: Cause): Promise<void>;
  /** One fulfillment order, in the caller's transaction; its id. */
  place(tx: Tx, order: OrderWorkDoc, placement: Placement, slot: string, by: Cause): Promise<string>;
  /** Do something while nobody else of this process counts on these capacity slots. */
  alone<T>(slots: readonly string[], task: () => Promise<T>): Promise<T>;
}

interface Deps {
  readonly models: FulfillmentModels;
  readonly journal: Journal;
  readonly work: WorkAggregate;
  readonly capacity: Capacity;
  readonly newId: () => string;
  readonly arrivals: Arrivals;
  readonly purchases: Purchases;
}

export function createWorkMaker(deps: Deps): WorkMaker {
  const { journal, work, capacity, newId, arrivals: early, purchases } = deps;
  const place: WorkMaker['place'] = async (tx, order, placement, slot, by) => {
    const id = newId();
    const skus = [...new Set(placement.lines.map(({ sku }) => sku))];
    const { _id: orderId, number } = order;
    const raised = await purchases.raised(tx, {
      id,
      orderId,
      number,
      locationId: placement.locationId,
      skus,
    });
    await runDecision(journal, work, {
      ...{ id, tx, ...by },
      decide: () => [workCreated(id, order, placement), ...raised],
    });
    await early.begun(tx, id, by);
    await capacity.count(tx, slot, 1, by);
    return id;
  };
  const alone: WorkMaker['alone'] = (slots, task) =>
    exclusiveAll(
      journal,
      slots.map((slot) => `slot:${slot}`),
      task,
    );
  const resume = decideAll(deps, decideResume);
  return {
    place,
    alone,
    arrived: arrivals(deps),
    hold: decideAll(deps, decideHold),
    forOrder: takeOn(deps, { place, alone, resume }),
    forAddition: takeOnMore(deps, { place, alone }),
    replanned: takeOnAnew(deps, { place, alone }),
  };
}

type OfOrder = (tx: Tx, orderId: string, by: Cause) => Promise<void>;

/** The same decision on all work of an order. */
const decideAll =
  ({ models, journal, work }: Deps, decide: (work: FulfillmentOrder) => FulfillmentOrderEvent[]): OfOrder =>
  async (tx, orderId, by) => {
    const found = await models.FulfillmentOrder.find({ orderId }, { _id: 1 }).session(tx.session).lean();
    for (const { _id: id } of found)
      await runDecision(journal, work, { ...{ id, tx, ...by }, decide: (now) => decide(existing(now)) });
  };

const arrivals =
  ({ models, journal, work, newId }: Deps): WorkMaker['arrived'] =>
  async (tx, delivered, by) => {
    const { orderId, collectAtId, fulfillmentOrderId: arrivedFrom, lines } = delivered;
    if (collectAtId === undefined || arrivedFrom === undefined || delivered.isReturn) return;
    const order = await models.OrderWork.findOne({ _id: orderId }).session(tx.session).lean();
    if (order === null) throw new Error('Goods of an unknown order have arrived.');
    const id = newId();
    const sender = await models.FulfillmentOrder.findOne({ _id: arrivedFrom }, { lines: 1 })
      .session(tx.session)
      .lean();
    const event = arrivalCreated(id, order, { collectAtId, arrivedFrom, lines }, sender);
    await runDecision(journal, work, { id, tx, ...by, decide: () => [event] });
  };

type Planned = EventPayload<'orders.OrderConfirmed'>['shipments'];

const placementsOf = (shipments: Planned, latestAtMs: number) =>
  shipments.map(({ locationId, serviceCode, lines, milestones, capacityDay }) => ({
    ...{ locationId, serviceCode, lines, capacityDay },
    dueAt: dueTimesOf(milestones, latestAtMs),
  }));

type Makers = Pick<WorkMaker, 'place' | 'alone'>;

const takeOnMore =
  (deps: Deps, makers: Makers): WorkMaker['forAddition'] =>
  (added, by) =>
    addWork(deps, makers, { added, by });

const takeOnAnew =
  (deps: Deps, makers: Makers): WorkMaker['replanned'] =>
  (replanned, by) => {
    const { orderId, causeId, shipments, promise } = replanned;
    const added = { orderId, causeId, shipments, latestAtMs: promise.latestAtMs };
    return addWork(deps, makers, { added, by, facts: replannedFacts(replanned) });
  };

/** More work on an order that is known, once per cause; with what is known of the order now, if that has changed. */
async function addWork(
  { models, journal, capacity }: Deps,
  { place, alone }: Makers,
  { added, by, facts: changed }: { added: Addition; by: Cause; facts?: ReplannedFacts },
): Promise<void> {
  const { orderId, shipments, latestAtMs, causeId } = added;
  const placements = placementsOf(shipments, latestAtMs);
  const slots = await Promise.all(placements.map((placement) => capacity.slotOf(placement)));
  await alone(slots, () =>
    withTransaction(journal.connection, async (tx) => {
      const order = await models.OrderWork.findOne({ _id: orderId }).session(tx.session).lean();
      if (order === null) throw new Error('Units were added to an order nobody works on.');
      if (order.additions?.includes(causeId) === true) return;
      await models.OrderWork.updateOne(
        { _id: orderId },
        { $push: { additions: causeId }, ...(changed === undefined ? {} : factsUpdate(changed)) },
        { session: tx.session },
      );
      const facts = { ...withFacts(order, changed), promisedLatestAtMs: latestAtMs };
      for (const [at, placement] of placements.entries())
        await place(tx, facts, placement, slots[at] ?? '', by);
    }),
  );
}

const takeOn =
  (
    { models, journal, capacity }: Deps,
    { place, alone, resume }: Pick<WorkMaker, 'place' | 'alone'> & { resume: OfOrder },
  ): WorkMaker['forOrder'] =>
  async (confirmed, by) => {
    const order = orderFactsOf(confirmed);
    const { orderId, shipments } = confirmed;
    const placements = placementsOf(shipments, order.promisedLatestAtMs);
    const slots = await Promise.all(placements.map((placement) => capacity.slotOf(placement)));
    await alone(slots, () =>
      withTransaction(journal.connection, async (tx) => {
        if ((await models.OrderWork.findOne({ _id: orderId }).session(tx.session).lean()) !== null)
          return resume(tx, orderId, by);
        await models.OrderWork.create([order], { session: tx.session });
        for (const [at, placement] of placements.entries())
          await place(tx, order, placement, slots[at] ?? '', by);
      }),
    ).catch((error: unknown) => {
      // Another process was faster with the same event.
      if (!isDuplicateKey(error)) throw error;
    });
  };
