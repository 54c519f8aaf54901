import type { Model } from 'mongoose';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import type { CareApplication } from '../application.ts';
import { lastDayTellings } from '../domain/notices.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';
import { nextLookMs, nextOrderLookMs, watchOrder, watchParcel } from '../domain/watch.ts';
import type { IncidentDoc } from '../store/models.ts';
import { lookAtOrder, lookAtParcel, orderWatch, parcelWatch } from './watching.ts';

/** Parcels or orders read at once. */
const batch = 500;

/** Something that is looked at from time to time. */
interface Watched {
  readonly _id: string;
  readonly lookAtMs?: number;
}

/** How one kind of it is looked at. */
interface Look<T extends Watched> {
  readonly model: Model<T>;
  /** Those of which an incident is open. */
  readonly open: (rows: readonly T[]) => Promise<ReadonlySet<string>>;
  /** When to look again at one of which nothing holds; undefined when something holds, or nothing is to be waited for. */
  readonly quietUntilMs: (row: T) => Promise<number | undefined>;
  /** Looks at one of which something may hold. */
  readonly one: (application: CareApplication, id: string, tx: Tx) => Promise<void>;
}

/**
 * Looks at everything whose time has come. Those of which nothing holds, nearly all, are judged from what was read of many
 * at once, and their next look is written together; each of the others gets a transaction of its own, so that one that
 * fails holds nobody up.
 */
export async function sweep(application: CareApplication): Promise<void> {
  await sweepKind(application, parcels(application));
  await sweepKind(application, orders(application));
}

const parcels = (application: CareApplication): Look<ParcelView> => ({
  model: application.models.Parcel,
  open: (rows) => openAbout(application, 'parcelId', rows),
  quietUntilMs: async (row) => {
    const watch = await parcelWatch(application, row);
    const isTold = (row.noticeAtMs ?? Infinity) <= watch.nowMs;
    return isTold || watchParcel(watch).length > 0 ? undefined : nextLookMs(watch);
  },
  one: lookAtParcel,
});

const orders = (application: CareApplication): Look<OrderView> => ({
  model: application.models.Order,
  open: (rows) => openAbout(application, 'orderId', rows),
  quietUntilMs: async (row) => {
    const watch = await orderWatch(application, row);
    const isTold = lastDayTellings(row, watch.nowMs).length > 0;
    return isTold || watchOrder(watch).length > 0 ? undefined : nextOrderLookMs(watch);
  },
  one: lookAtOrder,
});

async function openAbout(
  { models }: CareApplication,
  key: 'parcelId' | 'orderId',
  rows: readonly Watched[],
): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ _id }) => _id);
  const about = builtFilter<IncidentDoc>({ [key]: { $in: ids }, status: 'OPEN' });
  const found = await models.Incident.find(about).lean<IncidentDoc[]>();
  return new Set(found.map((incident) => incident[key] ?? ''));
}

async function sweepKind<T extends Watched>(application: CareApplication, look: Look<T>): Promise<void> {
  const { clock } = application;
  const failed: string[] = [];
  for (;;) {
    const due = builtFilter<T>({ lookAtMs: { $lte: clock.nowMs() }, _id: { $nin: failed } });
    const rows = await look.model.find(due).sort({ lookAtMs: 1 }).limit(batch).lean<T[]>();
    if (rows.length === 0) return;
    const open = await look.open(rows);
    const quiet = new Map<T, number>();
    for (const row of rows) {
      const untilMs = open.has(row._id) ? undefined : await look.quietUntilMs(row);
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
