import type { Model } from 'mongoose';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import { lastDayTellings } from '../domain/notices.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import { nextLookMs, nextOrderLookMs, watchOrder, watchParcel } from '../domain/watch.ts';
import { isSettled, readStandings } from './standing.ts';
import { labelledUnits, lookAtOrder, lookAtParcel, orderWatch, parcelWatch } from './watching.ts';

/** Parcels or orders read at once. */
const batch = 500;

/** Something that is looked at from time to time. */
interface Watched {
  readonly _id: string;
  readonly lookAtMs?: number;
}

/** When to look again at one of which nothing is new; undefined when something is, or nothing is to be waited for. */
type QuietUntil<T> = (row: T) => Promise<number | undefined>;

/** How one kind of it is looked at. */
interface Look<T extends Watched> {
  readonly model: Model<T>;
  /** Reads once what is needed to judge many. */
  readonly judge: (rows: readonly T[]) => Promise<QuietUntil<T>>;
  /** Looks at one of which something may hold. */
  readonly one: (application: CareApplication, id: string, tx: Tx) => Promise<void>;
}

/**
 * Looks at everything whose time has come. Those of which nothing is new, nearly all, are judged from what was read of many
 * at once, and their next look is written together; each of the others gets a transaction of its own, so that one that
 * fails holds nobody up.
 */
export async function sweep(application: CareApplication): Promise<void> {
  await sweepKind(application, parcels(application));
  await sweepKind(application, orders(application));
}

const parcels = (application: CareApplication): Look<ParcelView> => ({
  model: application.models.Parcel,
  judge: async (rows) => {
    const standings = await readStandings(
      application,
      rows.map(({ orderId }) => orderId),
    );
    return async (row) => {
      const watch = await parcelWatch(application, row);
      if ((row.noticeAtMs ?? Infinity) <= watch.nowMs) return undefined;
      const standing = standings({ orderId: row.orderId, parcelId: row._id });
      return isSettled(standing, watchParcel(watch)) ? nextLookMs(watch) : undefined;
    };
  },
  one: lookAtParcel,
});

const orders = (application: CareApplication): Look<OrderView> => ({
  model: application.models.Order,
  judge: async (rows) => {
    const ids = rows.map(({ _id }) => _id);
    const standings = await readStandings(application, ids);
    const labelled = await labelledUnits(application, ids);
    return async (row) => {
      // The count that is kept may lag behind; a look of its own writes it down.
      if (row.labelled !== (labelled.get(row._id) ?? 0)) return undefined;
      const watch = await orderWatch(application, row);
      if (lastDayTellings(row, watch.nowMs).length > 0) return undefined;
      const standing = standings({ orderId: row._id, parcelId: undefined });
      return isSettled(standing, watchOrder(watch)) ? nextOrderLookMs(watch) : undefined;
    };
  },
  one: lookAtOrder,
});

async function sweepKind<T extends Watched>(application: CareApplication, look: Look<T>): Promise<void> {
  const { clock } = application;
  const failed: string[] = [];
  for (;;) {
    const due = builtFilter<T>({ lookAtMs: { $lte: clock.nowMs() }, _id: { $nin: failed } });
    const rows = await look.model.find(due).sort({ lookAtMs: 1 }).limit(batch).lean<T[]>();
    if (rows.length === 0) return;
    const quietUntil = await look.judge(rows);
    const quiet = new Map<T, number>();
    for (const row of rows) {
      const untilMs = await quietUntil(row);
      if (untilMs !== undefined) quiet.set(row, untilMs);
    }
    await postpone(look.model, quiet);
    for (const row of rows)
      if (!quiet.has(row) && !(await lookAlone(application, look, row._id))) failed.push(row._id);
    if (rows.length < batch) return;
  }
}

/** Writes the next looks of many; one that something was heard of in between keeps what that said. */
async function postpone<T extends Watched>(model: Model<T>, quiet: ReadonlyMap<T, number>): Promise<void> {
  if (quiet.size === 0) return;
  const updates = [...quiet].map(([{ _id, lookAtMs }, untilMs]) => ({
    updateOne: { filter: builtFilter<T>({ _id, lookAtMs }), update: { $set: { lookAtMs: untilMs } } },
  }));
  await model.bulkWrite(updates, { ordered: false });
}

/** True once it was looked at; what fails is looked at again with the next sweep. */
async function lookAlone<T extends Watched>(
  { journal, log, ...rest }: CareApplication,
  { one }: Look<T>,
  id: string,
): Promise<boolean> {
  try {
    await journal.exclusive(`watch:${id}`, () =>
      withTransaction(journal.connection, (tx) => one({ journal, log, ...rest }, id, tx)),
    );
    return true;
  } catch (error) {
    log.warn({ subgraph: 'care', ids: id, error }, 'it is looked at again with the next sweep');
    return false;
  }
}
