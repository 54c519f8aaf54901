import { codedError, notFound } from '../../../../platform/errors/codedError.ts';
import { defineAggregate, type Aggregate } from '../../../../platform/journal/aggregate.ts';
import { exclusiveAll } from '../../../../platform/journal/exclusiveAll.ts';
import type { Journal } from '../../../../platform/journal/journal.ts';
import { runDecision } from '../../../../platform/journal/runDecision.ts';
import { withTransaction, type Tx } from '../../../../platform/mongo/withTransaction.ts';
import { cartEvents } from '../../domain/cartEvents.ts';
import { evolveReservation } from '../../domain/evolveReservation.ts';
import type { Reservation } from '../../domain/reservation.ts';
import type { ReservationEvent } from '../../domain/reservationEvents.ts';
import type { CatalogSettings } from '../../domain/settings.ts';
import type { LineUnits } from '../../domain/units.ts';
import type { CatalogModels } from '../../store/models.ts';
import { stockId, type Cause, type StockStore } from '../../store/stockStore.ts';
import { giveBackUnits } from './units.ts';

/** What the commands of reservations stand on. */
export interface ReservationParts {
  readonly models: CatalogModels;
  readonly stock: StockStore;
  readonly journal: Journal;
  readonly newId: () => string;
  readonly settings: { current(): Pick<CatalogSettings, 'softHoldSeconds'> };
  readonly aggregate: Aggregate<Reservation, ReservationEvent>;
}

/** How a reservation is stored and folded. */
export const reservationAggregate = (models: CatalogModels): Aggregate<Reservation, ReservationEvent> =>
  defineAggregate<Reservation, ReservationEvent>({
    name: 'reservation',
    model: models.Reservation,
    evolve: evolveReservation,
  });

/** Units that go back to stock, and why. */
export interface GivenBack {
  readonly key: string;
  readonly digest?: string;
  readonly lines: readonly LineUnits[];
  readonly by: Cause;
  readonly type?: 'catalog.ReservationReleased' | 'catalog.ReservationExpired';
}

/** The counter that holds units of a reservation. */
export const holdOf = (reservation: Pick<Reservation, 'state'>): 'SOFT' | 'FIRM' =>
  reservation.state === 'SOFT' ? 'SOFT' : 'FIRM';

/** The reservation as this transaction sees it. */
export async function loadIn({ models }: ReservationParts, tx: Tx, id: string): Promise<Reservation> {
  const doc = await models.Reservation.findOne({ _id: id }).session(tx.session).lean<Reservation>();
  if (doc === null) throw notFound('reservation');
  return doc;
}

/** The reservation before anything is begun: which slots a command will touch. */
export async function known({ models }: ReservationParts, id: string): Promise<Reservation> {
  const doc = await models.Reservation.findOne({ _id: id }).lean<Reservation>();
  if (doc === null) throw notFound('reservation');
  return doc;
}

/** Refuses a key that came with other input before; where either side knows no input, the key alone decides. */
export function requireSameInput(before: string | undefined, now: string | undefined): void {
  if (before !== undefined && now !== undefined && before !== now)
    throw codedError(
      'IDEMPOTENCY_KEY_REUSED',
      'This idempotency key was used with other input; use a new key.',
    );
}

/** Whether a command was applied to the reservation already; refused when its key came with other input. */
export function isApplied(reservation: Reservation, key: string, digest?: string): boolean {
  const found = reservation.applied?.find((each) => each.key === key);
  if (found !== undefined) requireSameInput(found.digest, digest);
  return found !== undefined;
}

/** Folds events into a reservation, inside somebody's transaction; whoever watches its cart is told. */
export async function recordIn(
  { journal, aggregate }: ReservationParts,
  tx: Tx,
  by: Cause,
  event: ReservationEvent,
): Promise<Reservation> {
  const id = event.data.reservationId;
  const decide = (before: Reservation | undefined) => {
    const after = aggregate.evolve(before, event, journal.clock.nowMs());
    return [event, ...cartEvents(before, after)];
  };
  const { state } = await runDecision(journal, aggregate, { id, ...by, decide, tx });
  if (state === undefined) throw notFound('reservation');
  return state;
}

/** One transaction, in line with the others of this process that touch the same slots. */
export const inOneStep = <T>(
  { journal }: ReservationParts,
  lines: readonly LineUnits[],
  task: (tx: Tx) => Promise<T>,
  first: () => Promise<void> = () => Promise.resolve(),
): Promise<T> =>
  exclusiveAll(
    journal,
    lines.map((line) => `stock:${stockId(line.sku, line.locationId)}`),
    async () => {
      await first();
      return withTransaction(journal.connection, task);
    },
  );

/** Gives units back to stock and says so in the reservation. */
export async function giveBackIn(
  parts: ReservationParts,
  tx: Tx,
  reservation: Reservation,
  { key, digest, lines, by, type = 'catalog.ReservationReleased' }: GivenBack,
): Promise<Reservation> {
  for (const line of lines) await giveBackUnits(tx, parts.stock, line, { hold: holdOf(reservation), by });
  const data = { reservationId: reservation._id, key, lines, ...(digest === undefined ? {} : { digest }) };
  return recordIn(parts, tx, by, { type, data });
}
