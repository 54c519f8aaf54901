import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import {
  eventNamesOf,
  inTransaction,
  type EventOf,
  type ReactionTable,
} from '../../platform/journal/reactions.ts';
import type { Tx } from '../../platform/mongo/withTransaction.ts';
import type { CatalogApplication } from './application.ts';
import { onHandAfter } from './domain/counts.ts';
import { shortOf } from './domain/stockCount.ts';
import { openUnits } from './domain/openUnits.ts';
import { mergeUnits } from './domain/units.ts';
import type { Cause } from './store/stockStore.ts';

const causedBy = ({ actor, id }: Pick<JournalEvent, 'actor' | 'id'>): Cause => ({ actor, cause: id });

/** Units have left the location for good. */
async function commitLeft(
  { reservations }: CatalogApplication,
  event: EventOf<'fulfillment.HandedOver'> | EventOf<'fulfillment.Collected'>,
  tx: Tx,
): Promise<void> {
  const { reservationId, locationId, lines, arrivedFrom, atMs } = event.data;
  // Sent to a store and collected there: the units left stock where they were sent from.
  if (arrivedFrom !== undefined) return;
  const units = lines.map(({ sku, quantity }) => ({ sku, locationId, quantity, future: false }));
  await reservations.commitIn(tx, reservationId, { key: event.id, lines: units, atMs }, causedBy(event));
}

type GivenUp = EventOf<'fulfillment.CollectionExpired'> | EventOf<'fulfillment.LinesCancelled'>;
type Aside = EventOf<'fulfillment.UnitsSetAside'>;

/** Units an order gives up at a location: what is made for it is set aside, a store keeps what was sent to it. */
async function givenUp(
  reason: string,
  application: CatalogApplication,
  event: GivenUp,
  tx: Tx,
): Promise<void> {
  // While they looked for another place they were set aside already, when they were refused.
  const before = 'searching' in event.data && event.data.searching;
  const { made = [], arrivedFrom, reservationId } = event.data;
  // What was sent to a store has left stock where it was sent from.
  const heldBy = arrivedFrom === undefined ? reservationId : undefined;
  if (!before) await setMadeAside(application, event, { made, heldBy }, tx);
  await keptByStore(reason, application, event, tx);
}

/** Units that were sent to a store and stay there. A store's own units are still reserved, and orders gives them back. */
async function keptByStore(
  reason: string,
  { adjustments }: CatalogApplication,
  event: GivenUp,
  tx: Tx,
): Promise<void> {
  const { arrivedFrom, locationId, lines, made = [] } = event.data;
  if (arrivedFrom === undefined) return;
  for (const { lineId, sku, quantity: all } of lines) {
    const quantity = all - (made.find((line) => line.lineId === lineId)?.quantity ?? 0);
    if (quantity > 0) await adjustments.addIn(tx, { sku, locationId, quantity }, reason, causedBy(event));
  }
}

/** What was made for somebody else's words is never for sale as new: it leaves stock, and people decide about it. */
async function setMadeAside(
  { reservations, conditions }: CatalogApplication,
  event: GivenUp | Aside,
  { made, heldBy }: { readonly made: Aside['data']['lines']; readonly heldBy: string | undefined },
  tx: Tx,
): Promise<void> {
  const { locationId } = event.data;
  if (made.length === 0) return;
  const units = mergeUnits(made.map(({ sku, quantity }) => ({ sku, locationId, quantity, future: false })));
  if (heldBy !== undefined) {
    const left = { key: `${event.id}:made`, lines: units, atMs: event.at, reason: 'MADE_TO_ORDER' };
    await reservations.commitIn(tx, heldBy, left, causedBy(event));
  }
  for (const { sku, quantity } of units)
    await conditions.setMadeAside(tx, { sku, locationId, quantity }, causedBy(event));
}

/** Units are not where they should be. Whoever else holds some of them goes without. */
async function correct(
  { models, stock, reservations }: CatalogApplication,
  event: EventOf<'fulfillment.StockDiscrepancy'>,
  tx: Tx,
): Promise<void> {
  const { reservationId, lines, reason } = event.data;
  const reservation = await models.Reservation.findOne({ _id: reservationId }).session(tx.session).lean();
  for (const { sku, locationId, quantity } of lines) {
    const position = await stock.read(tx, sku, locationId);
    if (position === null) continue;
    const held = (reservation?.lines ?? [])
      .filter((line) => line.sku === sku && line.locationId === locationId && !line.future)
      .reduce((sum, line) => sum + openUnits(line), 0);
    const stillReserved = Math.min(held, quantity);
    const onHand = onHandAfter(position, { reason, missing: quantity, stillReserved });
    const after = await stock.put(tx, position, { onHand }, { reason, by: causedBy(event) });
    // The one that found it out looks for another place by itself.
    const shortBy = shortOf(after) - Math.max(stillReserved, shortOf(position));
    if (shortBy > 0)
      await reservations.tellShortIn(
        tx,
        { sku, locationId, shortBy, except: reservationId },
        causedBy(event),
      );
  }
}

/** Where inspected units go. */
const destinations = {
  RESTOCK: 'ON_SALE',
  REFURBISH: 'REFURBISH',
  OUTLET: 'OUTLET',
  SCRAP: 'SCRAPPED',
  DONATE: 'DONATED',
} as const;

/** The same for what was made for somebody: it is never on sale as the same article again. */
const madeDestinations = {
  ...destinations,
  RESTOCK: 'MADE_TO_ORDER',
  REFURBISH: 'MADE_TO_ORDER',
} as const;

/** What the catalogue does on other subgraphs' events. */
export const catalogReactions: ReactionTable<CatalogApplication> = {
  'fulfillment.LocationChanged': inTransaction(
    ({ places }, { data: { locationId: id, kind, active, abilities } }, tx) =>
      places.put(tx, { id, kind, active, abilities }),
  ),
  'fulfillment.HandedOver': inTransaction((...args) => commitLeft(...args)),
  'fulfillment.Collected': inTransaction((...args) => commitLeft(...args)),
  'fulfillment.UnitsSetAside': inTransaction((application, event, tx) => {
    const { lines: made, reservationId: heldBy } = event.data;
    return setMadeAside(application, event, { made, heldBy }, tx);
  }),
  'fulfillment.CollectionExpired': inTransaction((...args) => givenUp('NOT_COLLECTED', ...args)),
  'fulfillment.LinesCancelled': inTransaction((...args) => givenUp('CANCELLED', ...args)),
  'fulfillment.StockDiscrepancy': inTransaction((...args) => correct(...args)),
  'returns.ReturnInspected': inTransaction(async ({ conditions }, event, tx) => {
    const { locationId, findings } = event.data;
    for (const { sku, quantity, disposition, made } of findings) {
      // What is refused goes back to the customer.
      if (disposition === 'REFUSE' || quantity === 0) continue;
      const to = (made === true ? madeDestinations : destinations)[disposition];
      await conditions.sort(tx, { sku, locationId, quantity }, to, causedBy(event));
    }
  }),
};

/** Event types the catalogue reacts to. */
export const catalogConsumes = eventNamesOf(catalogReactions);
