import { Schema, type Connection } from 'mongoose';
import type { Collection } from '../../../platform/mongo/mongoTypes.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import { databaseOf } from '../../../platform/mongo/connect.ts';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { Counter } from '../domain/counters.ts';
import type { Pending } from '../domain/pending.ts';
import { factKinds, type FactColumns, type FactKind, type Facts } from '../domain/kinds.ts';

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, required: true };
const top = { versionKey: false, id: false, minimize: false } as const;

/** A fact, and what it is found by. */
export interface FactRow extends FactColumns {
  readonly _id: string;
  readonly fact: unknown;
}

/** A counter as it is kept. */
export interface CounterRow extends Counter {
  readonly _id: string;
}

/** A fact that changed since its subject was counted; each change adds one, so that none slips past a count. */
export interface DirtyRow {
  readonly _id: string;
  readonly subject: string;
  readonly changes: number;
}

/** What a subject adds to the counters as they are. */
export interface CountedRow {
  readonly _id: string;
  readonly counters: readonly Counter[];
}

/** What is still to come of an order: a row for each order of which something is. */
export interface PendingRow extends Pending {
  readonly _id: string;
  /** From when on the first thing of it counts as late, epoch ms. */
  readonly dueAtMs: number;
}

function factSchema() {
  const schema = new Schema(
    {
      ...{ _id: text, orderId: String, channel: String, locationId: String, fact: mixed },
      ...{ atMs: Number, overdueFromMs: Number, isOpen: Boolean },
    },
    top,
  );
  schema.index({ orderId: 1 }, { sparse: true });
  schema.index({ overdueFromMs: 1 }, { sparse: true });
  schema.index({ isOpen: 1 }, { sparse: true });
  return schema;
}

const counterSchema = new Schema(
  {
    _id: text,
    day: text,
    channel: { type: String, default: '' },
    dimension: text,
    key: String,
    values: mixed,
  },
  top,
);
counterSchema.index({ dimension: 1, day: 1 });

const pendingSchema = new Schema(
  {
    _id: text,
    dueAtMs: whole,
    day: text,
    channel: text,
    order: Schema.Types.Mixed,
    shipments: [Schema.Types.Mixed],
  },
  top,
);
pendingSchema.index({ dueAtMs: 1 });

/** Collections: `orderFacts`, `shipmentFacts` and so on, `counters`, and what is still to be counted. */
export interface InsightsModels {
  /** Rows of a kind of fact. */
  readonly facts: (kind: FactKind) => Collection<FactRow>;
  readonly counters: Collection<CounterRow>;
  readonly dirty: Collection<DirtyRow>;
  readonly counted: Collection<CountedRow>;
  readonly pending: Collection<PendingRow>;
}

export function insightsModels(connection: Connection): InsightsModels {
  // Models make the collections and their indexes; rows that our own code has just built go past their checks.
  for (const kind of factKinds) modelOf(connection, `${kind}Fact`, factSchema(), `${kind}Facts`);
  modelOf(connection, 'Counter', counterSchema, 'counters');
  modelOf(connection, 'Dirty', new Schema({ _id: text, subject: text, changes: whole }, top), 'toBeCounted');
  modelOf(connection, 'Counted', new Schema({ _id: text, counters: mixed }, top), 'counted');
  modelOf(connection, 'Pending', pendingSchema, 'pending');
  const collection = <R extends { readonly _id: string }>(name: string): Collection<R> =>
    databaseOf(connection).collection<R>(name);
  return {
    facts: (kind) => collection<FactRow>(`${kind}Facts`),
    counters: collection<CounterRow>('counters'),
    dirty: collection<DirtyRow>('toBeCounted'),
    counted: collection<CountedRow>('counted'),
    pending: collection<PendingRow>('pending'),
  };
}

/** Which facts to read. */
export interface FactFilter {
  readonly by: '_id' | 'orderId';
  readonly ids: readonly string[];
}

/** Facts of a kind by their ids or their order's, of one transaction if a session is given. */
export async function factsOf<K extends FactKind>(
  { facts }: InsightsModels,
  kind: K,
  { by, ids }: FactFilter,
  session?: Tx['session'],
): Promise<Facts[K][]> {
  if (ids.length === 0) return [];
  const found = await facts(kind)
    .find({ [by]: { $in: [...ids] } }, session === undefined ? {} : { session })
    .toArray();
  return found.map(({ fact }) => asFact(kind, fact));
}

/** The fact of a row: what `hear` put there. */
export const asFact = <K extends FactKind>(_kind: K, fact: unknown): Facts[K] => fact as Facts[K];
