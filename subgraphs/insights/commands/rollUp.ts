import type { Connection } from '../../../platform/mongo/mongoTypes.ts';
import { withTransaction, type Tx } from '../../../platform/mongo/withTransaction.ts';
import { groupedByOrder } from '../domain/cause.ts';
import { orderContributions } from '../domain/contributions.ts';
import { changeOf, type Counter } from '../domain/counters.ts';
import { firstDueAtMs, pendingOf, type Pending } from '../domain/pending.ts';
import type { FactKind, Facts } from '../domain/kinds.ts';
import {
  incidentContributions,
  messageContributions,
  returnContributions,
  surveyContributions,
} from '../domain/otherContributions.ts';
import { factsOf, type InsightsModels } from '../store/models.ts';

/** Subjects counted in one transaction. */
const batch = 500;

/** What is counted, and where. */
export interface Counting {
  readonly connection: Connection;
  readonly models: InsightsModels;
}

/** Counts everything that changed since it was counted. Gives how many subjects that were. */
export async function rollUp({ connection, models }: Counting): Promise<number> {
  for (let counted = 0; ;) {
    const done = await withTransaction(connection, (tx) => rollUpSome(models, tx));
    counted += done;
    if (done < batch) return counted;
  }
}

async function rollUpSome(models: InsightsModels, tx: Tx): Promise<number> {
  const { session } = tx;
  const dirty = await models.dirty.find({}, { session, limit: batch }).toArray();
  if (dirty.length === 0) return 0;
  const subjects = [...new Set(dirty.map(({ subject }) => subject))];
  const known = await models.counted.find({ _id: { $in: subjects } }, { session }).toArray();
  const after = await contributionsOf(models, subjects, tx);
  const change = changeOf(
    known.flatMap(({ counters }) => counters),
    [...after.values()].flatMap(({ counters }) => counters),
  );
  const changed = [...change].filter(([, { values }]) => Object.keys(values).length > 0);
  const options = { session, ordered: false };
  if (changed.length > 0) await models.counters.bulkWrite(changed.map(additionOf), options);
  await models.counted.bulkWrite(
    [...after].map(([_id, { counters }]) => ({
      replaceOne: {
        filter: { _id },
        replacement: { counters },
        upsert: true,
      },
    })),
    options,
  );
  const orders = [...after].filter(([_id]) => _id.startsWith(orderPrefix));
  if (orders.length > 0) await models.pending.bulkWrite(orders.map(pendingWrite), options);
  await models.dirty.deleteMany({ _id: { $in: dirty.map(({ _id }) => _id) } }, { session });
  return dirty.length;
}

const orderPrefix = 'order:';

function pendingWrite([subject, { pending }]: [string, Counts]) {
  const filter = { _id: subject.slice(orderPrefix.length) };
  if (pending === undefined) return { deleteOne: { filter } };
  return {
    replaceOne: { filter, replacement: { ...pending, dueAtMs: firstDueAtMs(pending) }, upsert: true },
  };
}

function additionOf([_id, { values, ...place }]: [string, Counter]) {
  const $inc = Object.fromEntries(Object.entries(values).map(([name, value]) => [`values.${name}`, value]));
  return { updateOne: { filter: { _id }, update: { $inc, $setOnInsert: place }, upsert: true } };
}

/** What a subject counts as. */
interface Counts {
  readonly counters: readonly Counter[];
  readonly pending?: Pending | undefined;
}

/** What each subject counts as now; nothing for one that is not known yet. */
async function contributionsOf(
  models: InsightsModels,
  subjects: readonly string[],
  { session }: Tx,
): Promise<Map<string, Counts>> {
  const idsOf = (kind: FactKind): string[] =>
    subjects.flatMap((each) => (each.startsWith(`${kind}:`) ? [each.slice(kind.length + 1)] : []));
  const ids = idsOf('order');
  const orders = await factsOf(models, 'order', { by: '_id', ids }, session);
  const shipments = groupedByOrder(await factsOf(models, 'shipment', { by: 'orderId', ids }, session));
  const works = groupedByOrder(await factsOf(models, 'work', { by: 'orderId', ids }, session));
  const found = new Map<string, Counts>(subjects.map((each) => [each, { counters: [] }]));
  for (const order of orders) {
    const parts = { order, shipments: shipments.get(order.id) ?? [], works: works.get(order.id) ?? [] };
    found.set(`order:${order.id}`, { counters: orderContributions(parts), pending: pendingOf(parts) });
  }
  const count = async <K extends FactKind>(
    kind: K,
    contributions: (fact: Facts[K]) => Counter[],
  ): Promise<void> => {
    for (const fact of await factsOf(models, kind, { by: '_id', ids: idsOf(kind) }, session))
      found.set(`${kind}:${fact.id}`, { counters: contributions(fact) });
  };
  // One after the other: they share a transaction.
  await count('return', returnContributions);
  await count('message', messageContributions);
  await count('incident', incidentContributions);
  await count('survey', surveyContributions);
  return found;
}
