import type { EventName } from '../../../schema/events/registry.ts';
import {
  inTransaction,
  type EventOf,
  type ReactionTable,
  type TransactionReaction,
} from '../../../platform/journal/reactions.ts';
import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { InsightsApplication } from '../application.ts';
import { kindOfEvent, kindRules, type FactKind, type Facts, type KindRule } from '../domain/kinds.ts';
import { foldOf } from '../domain/recount.ts';
import { asFact } from '../store/models.ts';

/** Folds an event into its fact; what is counted from the fact is counted anew soon. */
async function hear<K extends FactKind>(
  { models, figures }: InsightsApplication,
  kind: K,
  event: EventOf<EventName>,
  tx: Tx,
): Promise<void> {
  const { session } = tx;
  const rule: KindRule<Facts[K]> = kindRules[kind];
  const rows = models.facts(kind);
  const _id = rule.idOf(event.data);
  const row = await rows.findOne({ _id }, { session });
  const known = row === null ? undefined : asFact(kind, row.fact);
  const fact = foldOf(rule, event.type)?.(known, event);
  if (fact === undefined || fact === known) return;
  await rows.replaceOne({ _id }, { ...rule.columns(fact), fact }, { session, upsert: true });
  const subject = rule.subjectOf(fact);
  // A row for each fact and not for each subject: streams of one order need not wait for each other.
  if (subject !== undefined && rule.counts?.(known, fact) !== false)
    await models.dirty.updateOne(
      { _id: `${subject}#${kind}:${_id}` },
      { $inc: { changes: 1 }, $setOnInsert: { subject } },
      { session, upsert: true },
    );
  tx.afterCommit(figures.changed);
}

/** What insights does on other subgraphs' events: each is folded into the fact that it belongs to. */
export function factReactions(): ReactionTable<InsightsApplication> {
  const table: Partial<Record<EventName, TransactionReaction<InsightsApplication, EventName>>> = {};
  for (const [name, kind] of kindOfEvent)
    table[name] = inTransaction((application, event, tx) => hear(application, kind, event, tx));
  return table;
}
