import type { EventName } from '../../../schema/events/registry.ts';
import { asTogether, type EventOf, type ReactionTable } from '../../../platform/journal/reactions.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { InsightsApplication } from '../application.ts';
import {
  factKinds,
  kindOfEvent,
  kindRules,
  type FactKind,
  type Facts,
  type KindRule,
} from '../domain/kinds.ts';
import { foldOf } from '../domain/recount.ts';
import { factsOf, type InsightsModels } from '../store/models.ts';

type Heard = EventOf<EventName>;

/** Folds events of one kind into their facts; what is counted from those is counted anew soon. True if any changed. */
async function hearKind<K extends FactKind>(
  models: InsightsModels,
  kind: K,
  events: readonly Heard[],
  { session }: Tx,
): Promise<boolean> {
  const rule: KindRule<Facts[K]> = kindRules[kind];
  const ids = [...new Set(events.map(({ data }) => rule.idOf(data)))];
  const known = await factsOf(models, kind, { by: '_id', ids }, session);
  const before = new Map(known.map((fact) => [fact.id, fact]));
  const after = new Map(before);
  for (const event of events) {
    const id = rule.idOf(event.data);
    const fact = foldOf(rule, event.type)?.(after.get(id), event);
    if (fact !== undefined) after.set(id, fact);
  }
  const changed = [...after].filter(([id, fact]) => fact !== before.get(id));
  if (changed.length === 0) return false;
  const options = { session, ordered: false };
  await models.facts(kind).bulkWrite(
    changed.map(([_id, fact]) => ({
      replaceOne: { filter: { _id }, replacement: { ...rule.columns(fact), fact }, upsert: true },
    })),
    options,
  );
  // A row for each fact and not for each subject: streams of one order need not wait for each other.
  const dirty = changed.flatMap(([id, fact]) => {
    const subject = rule.subjectOf(fact);
    if (subject === undefined || rule.counts?.(before.get(id), fact) === false) return [];
    return [
      {
        updateOne: {
          filter: { _id: `${subject}#${kind}:${id}` },
          update: { $inc: { changes: 1 }, $setOnInsert: { subject } },
          upsert: true,
        },
      },
    ];
  });
  if (dirty.length > 0) await models.dirty.bulkWrite(dirty, options);
  return true;
}

/** Folds events into the facts that they belong to, one kind after the other: they share a transaction. */
async function hear(
  { models, figures }: InsightsApplication,
  events: readonly Heard[],
  tx: Tx,
): Promise<void> {
  let hasChanged = false;
  for (const kind of factKinds) {
    const own = events.filter(({ type }) => kindOfEvent.get(type) === kind);
    if (own.length > 0 && (await hearKind(models, kind, own, tx))) hasChanged = true;
  }
  if (hasChanged) tx.afterCommit(figures.changed);
}

/** What insights does on other subgraphs' events: each is folded into the fact that it belongs to. */
export function factReactions(): ReactionTable<InsightsApplication> {
  const reaction = asTogether(hear);
  return Object.fromEntries([...kindOfEvent.keys()].map((name) => [name, reaction]));
}
