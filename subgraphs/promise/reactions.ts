import { eventNamesOf, inTransaction, type ReactionTable } from '../../platform/journal/reactions.ts';
import type { EventPayload } from '../../schema/events/registry.ts';
import type { PromiseApplication } from './application.ts';
import { keepPlaces, placeRef, releasePlaces, windowSlotsOf } from './commands/windowPlaces.ts';
import { learnHandover, learnTransitEnd } from './commands/learn.ts';
import { engineServiceId } from './domain/network/serviceConfigs.ts';
import { engineDestination } from './domain/question.ts';
import type { WindowSlot } from './domain/windows.ts';
import type { PastOrderDoc } from './store/models.ts';

/** Units by channel, as the catalogue's settings have them; what is no number is none. */
const unitsByChannel = (value: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    ),
  );

/** The windows that planned shipments use. */
function slotsOf(
  application: PromiseApplication,
  { destination, shipments }: Pick<EventPayload<'orders.OrderPlaced'>, 'destination' | 'shipments'>,
  windowStartAtMs: number,
): WindowSlot[] {
  const services = shipments.map(({ serviceCode }) => ({
    serviceId: serviceCode === null ? null : engineServiceId(serviceCode, 0),
  }));
  return windowSlotsOf(application, engineDestination(destination), windowStartAtMs, services);
}

/** What the promise subgraph does on other subgraphs' events: it listens, and keeps the network true. */
export const promiseReactions: ReactionTable<PromiseApplication> = {
  'fulfillment.LocationChanged': inTransaction(({ facts }, { data }, tx) => facts.location(tx, data)),
  'fulfillment.LocationIntakeChanged': inTransaction(({ facts }, { data }, tx) => facts.intake(tx, data)),
  'fulfillment.CapacityUsed': inTransaction(({ facts }, { data: { locationId, day, used } }, tx) =>
    facts.capacity(tx, locationId, day, used),
  ),
  'shipping.CarrierServiceChanged': inTransaction(({ facts }, { data }, tx) => facts.service(tx, data)),
  'catalog.VariantsChanged': inTransaction(({ facts }, { data }, tx) => facts.variants(tx, data.variants)),
  'catalog.StockChanged': inTransaction(({ facts }, { data }, tx) => facts.stock(tx, [data])),
  'catalog.StockImported': inTransaction(({ facts }, { data }, tx) => facts.stock(tx, data.positions)),
  'catalog.CartHeld': inTransaction(({ facts }, { data }, tx) =>
    facts.cartHeld(tx, {
      ...{ cartId: data.cartId, reservationId: data.reservationId, heldUntilMs: data.heldUntilMs },
      // Awaited units are nobody's on the shelf.
      lines: data.lines.filter((line) => !line.future),
    }),
  ),
  'catalog.CartHoldEnded': inTransaction(({ facts }, { data: { cartId, reservationId } }, tx) =>
    facts.cartHoldEnded(tx, cartId, reservationId),
  ),
  'catalog.SettingsChanged': inTransaction(async ({ facts }, { data }, tx) => {
    const change = data.changes.find(({ key }) => key === 'channelBufferUnits');
    if (change !== undefined) await facts.channelBuffers(tx, unitsByChannel(change.after));
  }),
  'orders.OrderPlaced': inTransaction(async (application, { data }, tx) => {
    const { orderId, placedAtMs, ...rest } = data;
    const doc = { _id: orderId, placedAtMs, facts: rest };
    const options = { upsert: true, session: tx.session };
    await application.models.PastOrder.replaceOne({ _id: orderId }, doc, options);
    const { windowStartAtMs } = data.promise;
    if (windowStartAtMs === undefined) return;
    const slots = slotsOf(application, data, windowStartAtMs);
    await keepPlaces(application, tx, slots, { ref: placeRef(data.lines), orderId });
  }),
  'orders.UnitsAdded': inTransaction(async (application, { data }, tx) => {
    const { orderId, lines, shipments, replaces, returnId } = data;
    const addedUnits = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const order = await application.models.PastOrder.findOneAndUpdate(
      { _id: orderId },
      { $inc: { addedUnits } },
      { session: tx.session, returnDocument: 'after' },
    ).lean<PastOrderDoc>();
    const { windowStartAtMs } = order?.facts.promise ?? {};
    // What is sent in the place of something else comes later.
    const later = replaces === true || returnId !== undefined;
    if (order === null || later || windowStartAtMs === undefined) return;
    const slots = slotsOf(application, { ...order.facts, shipments }, windowStartAtMs);
    await keepPlaces(application, tx, slots, { ref: placeRef(lines), orderId });
  }),
  'orders.OrderReplanned': inTransaction(async (application, { data }, tx) => {
    const { orderId, promise, destination, shipments, lines } = data;
    const { session } = tx;
    const plan = { 'facts.promise': promise, 'facts.destination': destination, 'facts.shipments': shipments };
    await application.models.PastOrder.updateOne({ _id: orderId }, { $set: plan }, { session });
    await releasePlaces(application, tx, orderId);
    const { windowStartAtMs } = promise;
    if (windowStartAtMs === undefined) return;
    const slots = slotsOf(application, { destination, shipments }, windowStartAtMs);
    await keepPlaces(application, tx, slots, { ref: placeRef(lines), orderId });
  }),
  'orders.LinesCancelled': inTransaction(async (application, { data: { orderId, lines } }, tx) => {
    const cancelledUnits = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const order = await application.models.PastOrder.findOneAndUpdate(
      { _id: orderId },
      { $inc: { cancelledUnits } },
      { session: tx.session, returnDocument: 'after' },
    ).lean();
    const facts = order?.facts as { lines: readonly { quantity: number }[] } | undefined;
    const placed = facts?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? Infinity;
    const ordered = placed + (order?.addedUnits ?? 0);
    // The carrier comes for what is left; only an order without units needs no window.
    if ((order?.cancelledUnits ?? 0) >= ordered) await releasePlaces(application, tx, orderId);
  }),
  'orders.OrderDelivered': inTransaction(async ({ models }, { data }, { session }) => {
    const { orderId, deliveredAtMs, readyAtMs } = data;
    // What waits in the store keeps its promise, whenever the customer comes.
    const kept = { $set: { deliveredAtMs: readyAtMs ?? deliveredAtMs } };
    await models.PastOrder.updateOne({ _id: orderId }, kept, { session });
  }),
  // What carriers and locations really did teaches the promises to come.
  'shipping.ShipmentHandedOver': inTransaction((application, { data }, tx) =>
    learnHandover(application, data, tx),
  ),
  'shipping.ShipmentDelivered': inTransaction(async (application, { data }, tx) => {
    const { shipmentId, deliveredAtMs: atMs, isReturn } = data;
    if (!isReturn) await learnTransitEnd(application, { shipmentId, kind: 'DELIVERY', atMs }, tx);
  }),
  'shipping.ShipmentLost': inTransaction((application, { data: { shipmentId }, at }, tx) =>
    learnTransitEnd(application, { shipmentId, kind: 'ABANDONED', atMs: at }, tx),
  ),
};

/** Event types the promise subgraph reacts to. */
export const promiseConsumes = eventNamesOf(promiseReactions);
