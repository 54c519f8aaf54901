import type { Log } from '../../../platform/log/log.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { unitDifferences, type AtLocations } from '../domain/unitCheck.ts';
import type { OrdersParts } from '../parts.ts';
import type { UnitCheckDoc } from '../store/unitCheckModel.ts';

/** Compares what orders counts with what the locations count, once an order has come to rest. */
export interface UnitChecks {
  /** The order's units have moved: compare it when things have settled. */
  later(orderId: string): Promise<void>;
  /** Compares the orders that are due. What differs twice is told, and compared again until it agrees. */
  sweep(log: Log): Promise<void>;
}

/** Long enough for every message to have arrived. */
const settledAfterMs = 2 * 60_000;
/** What differs is looked at again after this. */
const againAfterMs = 10 * 60_000;
const batch = 50;

export function createUnitChecks(application: () => OrdersParts): UnitChecks {
  return {
    later: async (orderId) => {
      const { models, journal } = application();
      const dueAtMs = journal.clock.nowMs() + settledAfterMs;
      const update = { $set: { dueAtMs }, $setOnInsert: { times: 0 } };
      await models.UnitCheck.updateOne({ _id: orderId }, update, { upsert: true });
    },
    sweep: async (log) => {
      const { models, journal, fulfillment } = application();
      const due = builtFilter<UnitCheckDoc>({ dueAtMs: { $lte: journal.clock.nowMs() } });
      const rows = await models.UnitCheck.find(due).sort({ dueAtMs: 1 }).limit(batch).lean<UnitCheckDoc[]>();
      if (rows.length === 0) return;
      const ids = rows.map((row) => row._id);
      const there = new Map((await fulfillment.units(ids, 'unit-check')).map((row) => [row.orderId, row]));
      for (const row of rows) await compare(application(), row, there.get(row._id), log);
    },
  };
}

async function compare(
  { models, journal }: OrdersParts,
  row: UnitCheckDoc,
  there: AtLocations | undefined,
  log: Log,
): Promise<void> {
  const { _id, dueAtMs } = row;
  const order = await models.Order.findOne({ _id }, { confirmed: 1, lines: 1, askedAtMs: 1 }).lean();
  const found = order === null || there === undefined ? [] : unitDifferences(order, there);
  // Something has happened since: it has a date of its own.
  const same = { _id, dueAtMs };
  if (found?.length === 0) return void (await models.UnitCheck.deleteOne(same));
  const next = { dueAtMs: journal.clock.nowMs() + (found === undefined ? settledAfterMs : againAfterMs) };
  if (found === undefined) return void (await models.UnitCheck.updateOne(same, { $set: next }));
  const times = row.times + 1;
  if (times < 2) return void (await models.UnitCheck.updateOne(same, { $set: { ...next, times } }));
  await models.UnitCheck.updateOne(same, { $set: { ...next, times, differences: found } });
  for (const { lineId, counter, orders, fulfillment } of found)
    log.error(
      { stream: `order:${_id}`, name: `${lineId}.${counter}`, count: orders, total: fulfillment },
      'orders (count) and fulfillment (total) count the units of a line differently; somebody has to look at it',
    );
}
