import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { defineAggregate } from '../../../platform/journal/aggregate.ts';
import { exclusiveAll } from '../../../platform/journal/exclusiveAll.ts';
import type { Journal } from '../../../platform/journal/journal.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../platform/values/quantity.ts';
import {
  allOpen,
  evolveReservation,
  mergeUnits,
  openPartOf,
  reservationMachine,
  stateAsOf,
  type LineUnits,
  type Reservation,
  type ReservationEvent,
} from '../domain/reservation.ts';
import type { CatalogSettings } from '../domain/settings.ts';
import type { CatalogModels } from '../store/models.ts';
import { stockId, type Cause, type StockStore } from '../store/stockStore.ts';
import type { Reservations } from './reservationCommands.ts';
import { createAllOrNone, orShort } from './allOrNone.ts';
import { consumeUnits, giveBackUnits } from './units.ts';

/** Longest time a cart may hold units. */
const maxTtlSeconds = 24 * 3_600;

const slotsOf = (lines: readonly LineUnits[]): string[] =>
  lines.map((line) => `stock:${stockId(line.sku, line.locationId)}`);

const nothingFirst = (): Promise<void> => Promise.resolve();

/** Units that go back to stock, and why. */
interface GivenBack {
  readonly key: string;
  readonly lines: readonly LineUnits[];
  readonly by: Cause;
  readonly type?: 'catalog.ReservationReleased' | 'catalog.ReservationExpired';
}

export function createReservations(deps: {
  models: CatalogModels;
  stock: StockStore;
  journal: Journal;
  newId: () => string;
  settings: { current(): Pick<CatalogSettings, 'softHoldSeconds'> };
}): Reservations {
  const { models, stock, journal, newId, settings } = deps;
  const { clock } = journal;
  const { takeAll, refuseEarly } = createAllOrNone({ models, stock, clock });
  const aggregate = defineAggregate<Reservation, ReservationEvent>({
    name: 'reservation',
    model: models.Reservation,
    evolve: evolveReservation,
  });

  const decideIn = async (
    tx: Tx,
    id: string,
    by: Cause,
    decide: (state: Reservation | undefined) => readonly ReservationEvent[],
  ): Promise<Reservation> => {
    const { state } = await runDecision(journal, aggregate, { id, ...by, decide, tx });
    if (state === undefined) throw notFound('reservation');
    return state;
  };
  const load = async (tx: Tx, id: string): Promise<Reservation> => {
    const doc = await models.Reservation.findOne({ _id: id }).session(tx.session).lean<Reservation>();
    if (doc === null) throw notFound('reservation');
    return doc;
  };
  const holdOf = (reservation: Reservation): 'SOFT' | 'FIRM' =>
    reservation.state === 'SOFT' ? 'SOFT' : 'FIRM';
  const known = async (id: string): Promise<Reservation> => {
    const doc = await models.Reservation.findOne({ _id: id }).lean<Reservation>();
    if (doc === null) throw notFound('reservation');
    return doc;
  };
  const inOneStep = async <T>(
    lines: readonly LineUnits[],
    first: () => Promise<void>,
    task: (tx: Tx) => Promise<T>,
  ): Promise<T> =>
    exclusiveAll(journal, slotsOf(lines), async () => {
      await first();
      return withTransaction(journal.connection, task);
    });
  const giveBackIn = async (
    tx: Tx,
    reservation: Reservation,
    { key, lines, by, type = 'catalog.ReservationReleased' }: GivenBack,
  ): Promise<Reservation> => {
    for (const line of lines) await giveBackUnits(tx, stock, line, { hold: holdOf(reservation), by });
    const data = { reservationId: reservation._id, key, lines };
    return decideIn(tx, reservation._id, by, () => [{ type, data }]);
  };
  const commitIn: Reservations['commitIn'] = async (tx, id, key, lines, by) => {
    const reservation = await load(tx, id);
    if (reservation.appliedKeys.includes(key)) return reservation;
    const units = openPartOf(reservation, lines);
    const asked = lines.reduce((sum, line) => sum + line.quantity, 0);
    const open = units.reduce((sum, line) => sum + line.quantity, 0);
    if (open < asked)
      throw codedError('INVALID_TRANSITION', `Reservation has ${open} open units of the ${asked} to commit.`);
    for (const line of units) await consumeUnits(tx, stock, line, by);
    const data = { reservationId: id, key, lines: units };
    return decideIn(tx, id, by, () => [{ type: 'catalog.ReservationCommitted', data }]);
  };

  return {
    reserve: ({ key, state, ttlSeconds = settings.current().softHoldSeconds, lines }, by) => {
      if (lines.length === 0) throw codedError('BAD_USER_INPUT', 'A reservation needs at least one line.');
      for (const line of lines) requireQuantity(line.quantity);
      if (!(ttlSeconds > 0 && ttlSeconds <= maxTtlSeconds))
        throw codedError('BAD_USER_INPUT', `ttlSeconds is from 1 to ${maxTtlSeconds}, not ${ttlSeconds}.`);
      const merged = mergeUnits(lines);
      return orShort(() =>
        inOneStep(merged, refuseEarly(key, merged), async (tx) => {
          const earlier = await models.Reservation.findOne({ key }).session(tx.session).lean<Reservation>();
          if (earlier !== null) return earlier;
          await takeAll(tx, merged, state, by);
          const reservationId = newId();
          const expiry = state === 'SOFT' ? { expiresAtMs: clock.nowMs() + ttlSeconds * 1_000 } : {};
          const data = { reservationId, key, lines: merged, state, ...expiry };
          return decideIn(tx, reservationId, by, () => [{ type: 'catalog.ReservationMade', data }]);
        }),
      );
    },
    firm: async (id, by) => {
      const before = await known(id);
      return inOneStep(allOpen(before), nothingFirst, async (tx) => {
        const reservation = await load(tx, id);
        if (reservation.state === 'FIRM') return reservation;
        reservationMachine.requireTransition(stateAsOf(reservation, clock.nowMs()), 'FIRM');
        const lines = allOpen(reservation);
        for (const line of lines.filter((each) => !each.future))
          await stock.change(tx, line, {
            inc: { softReserved: -line.quantity, reserved: line.quantity },
            reason: 'FIRMED',
            by,
          });
        const data = { reservationId: id, key: `firm:${id}`, lines };
        return decideIn(tx, id, by, () => [{ type: 'catalog.ReservationFirmed', data }]);
      });
    },
    transfer: async (id, key, { release, take }, by) => {
      await known(id);
      for (const line of [...release, ...take]) requireQuantity(line.quantity);
      return orShort(() =>
        inOneStep([...release, ...take], nothingFirst, async (tx) => {
          const reservation = await load(tx, id);
          if (reservation.appliedKeys.includes(`${key}:take`)) return reservation;
          const wanted = mergeUnits(take);
          if (wanted.length > 0) await takeAll(tx, wanted, holdOf(reservation), by);
          const freed = openPartOf(reservation, release);
          // Taken first: giving back the last open unit would end the reservation.
          const data = { reservationId: id, key: `${key}:take`, lines: wanted };
          await decideIn(tx, id, by, () => [{ type: 'catalog.ReservationMoved', data }]);
          return giveBackIn(tx, reservation, { key: `${key}:release`, lines: freed, by });
        }),
      );
    },
    release: async (id, key, lines, by) => {
      const before = await known(id);
      for (const line of lines ?? []) requireQuantity(line.quantity);
      return inOneStep(lines ?? allOpen(before), nothingFirst, async (tx) => {
        const reservation = await load(tx, id);
        if (reservation.appliedKeys.includes(key)) return reservation;
        const freed = lines === undefined ? allOpen(reservation) : openPartOf(reservation, lines);
        return freed.length === 0 ? reservation : giveBackIn(tx, reservation, { key, lines: freed, by });
      });
    },
    commit: async (id, key, lines, by) => {
      for (const line of lines) requireQuantity(line.quantity);
      return inOneStep(lines, nothingFirst, (tx) => commitIn(tx, id, key, lines, by));
    },
    commitIn,
    expire: async (id, by) => {
      const before = await known(id);
      await inOneStep(allOpen(before), nothingFirst, async (tx) => {
        const reservation = await load(tx, id);
        const over = reservation.state === 'SOFT' && stateAsOf(reservation, clock.nowMs()) === 'EXPIRED';
        if (!over) return;
        await giveBackIn(tx, reservation, {
          key: `expire:${id}`,
          lines: allOpen(reservation),
          by,
          type: 'catalog.ReservationExpired',
        });
      });
    },
  };
}
