import { exclusiveAll } from '../../../platform/journal/exclusiveAll.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { isoOfDay, MINUTE_MS, zoneClock } from '@promesse/promise-engine/time/zoneClock';
import type { Destination, PlannedShipment } from '@promesse/promise-engine/model/types';
import { isPlaceOf, openPlaces, slotKey, type PlaceHolder, type WindowSlot } from '../domain/windows.ts';
import { serviceCodeOf } from '../domain/network/serviceConfigs.ts';
import type { PromiseApplication } from '../application.ts';
import type { WindowDoc } from '../store/models.ts';

/** Who holds a place: the first line of the order, which the cart knows before there is one. */
export const placeRef = (lines: readonly { readonly lineId: string }[]): string =>
  lines.map(({ lineId }) => lineId).sort()[0] ?? '';

/** The windows that shipments use, one for each carrier's service. */
export function windowSlotsOf(
  { keeper }: PromiseApplication,
  destination: Destination,
  windowStartMs: number,
  shipments: readonly Pick<PlannedShipment, 'serviceId'>[],
): WindowSlot[] {
  const zone = keeper.network.index().zoneFinder.resolve(destination);
  if (zone === null || zone.zoneId === null) return [];
  const { zoneId } = zone;
  const clock = zoneClock(zone.timeZone);
  const day = clock.dayOf(windowStartMs);
  const begins = Array.from({ length: 1_440 }, (_, minute) => minute).find(
    (minute) => clock.at(day, minute) === windowStartMs,
  );
  const from = [Math.floor((begins ?? 0) / 60), (begins ?? 0) % 60].map((n) => String(n).padStart(2, '0'));
  const codes = new Set(shipments.flatMap(({ serviceId }) => serviceId ?? []).map(serviceCodeOf));
  return [...codes].map((serviceCode) => ({ serviceCode, zoneId, day: isoOfDay(day), from: from.join(':') }));
}

/**
 * Holds a place for an order in each window; false, and none held, when one of them is full. However many ask at once,
 * no window is sold beyond its capacity. An order that holds its place already keeps it, also when units are added.
 */
export async function takePlaces(
  application: PromiseApplication,
  slots: readonly WindowSlot[],
  by: PlaceHolder & { readonly ref: string },
): Promise<boolean> {
  const { journal, keeper } = application;
  const limited = slots.filter((slot) => capacityOf(application, slot) !== undefined);
  if (limited.length === 0) return true;
  keeper.windows.expire(journal.clock.nowMs());
  const lines = limited.map((slot) => `window:${slotKey(slot)}`);
  return exclusiveAll(journal, lines, () =>
    withTransaction(journal.connection, (tx) => takeAll(application, tx, limited, by)),
  );
}

async function takeAll(
  application: PromiseApplication,
  tx: Tx,
  slots: readonly WindowSlot[],
  by: PlaceHolder & { readonly ref: string },
): Promise<boolean> {
  const { ref } = by;
  const nowMs = application.journal.clock.nowMs();
  const untilMs = nowMs + application.settings.current().windowHoldMinutes * MINUTE_MS;
  const docs: WindowDoc[] = [];
  for (const slot of slots) {
    const doc = await load(application, tx, slot);
    const open = openPlaces(doc.places, nowMs);
    const mine = open.find((place) => isPlaceOf(place, by));
    const others = open.filter((place) => place !== mine);
    if (mine === undefined && others.length >= (capacityOf(application, slot) ?? Infinity)) return false;
    const kept = mine?.orderId === undefined ? { ref, untilMs } : mine;
    docs.push({ ...doc, places: [...others, kept] });
  }
  for (const doc of docs) await save(application, tx, doc, nowMs);
  return true;
}

/** The order is placed or changed: its place is kept, or taken anew if it was not held any more. One each. */
export async function keepPlaces(
  application: PromiseApplication,
  tx: Tx,
  slots: readonly WindowSlot[],
  by: { readonly ref: string; readonly orderId: string },
): Promise<void> {
  const nowMs = application.journal.clock.nowMs();
  for (const slot of slots) {
    const doc = await load(application, tx, slot);
    const others = doc.places.filter((place) => !isPlaceOf(place, by));
    await save(application, tx, { ...doc, places: [...others, by] }, nowMs);
  }
}

/** The order is cancelled: others may have its places. */
export async function releasePlaces(application: PromiseApplication, tx: Tx, orderId: string): Promise<void> {
  const nowMs = application.journal.clock.nowMs();
  const held = await application.models.Window.find({ 'places.orderId': orderId })
    .session(tx.session)
    .lean<WindowDoc[]>();
  for (const doc of held)
    await save(
      application,
      tx,
      { ...doc, places: doc.places.filter((place) => place.orderId !== orderId) },
      nowMs,
    );
}

/** Fills the book at start; windows of past days are forgotten. */
export async function loadWindows({ models, keeper, journal }: PromiseApplication): Promise<void> {
  const nowMs = journal.clock.nowMs();
  const old = isoOfDay(Math.floor(nowMs / (1_440 * MINUTE_MS)) - 2);
  await models.Window.deleteMany(trusted({ day: { $lt: old } }));
  for await (const doc of models.Window.find().lean().cursor())
    keeper.windows.set(doc as WindowDoc, (doc as WindowDoc).places, nowMs);
}

const capacityOf = ({ keeper }: PromiseApplication, { serviceCode }: Pick<WindowSlot, 'serviceCode'>) =>
  keeper.services.get(serviceCode)?.windowCapacity;

async function load({ models }: PromiseApplication, tx: Tx, slot: WindowSlot): Promise<WindowDoc> {
  const _id = slotKey(slot);
  const found = await models.Window.findOne({ _id }).session(tx.session).lean();
  return (found as WindowDoc | null) ?? { _id, ...slot, places: [] };
}

async function save(
  { models, keeper }: PromiseApplication,
  tx: Tx,
  doc: WindowDoc,
  nowMs: number,
): Promise<void> {
  await models.Window.replaceOne({ _id: doc._id }, doc, { upsert: true, session: tx.session });
  tx.afterCommit(() => keeper.windows.set(doc, doc.places, nowMs));
}
