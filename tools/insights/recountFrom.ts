import { databaseOf } from '../../platform/mongo/connect.ts';
import type { Connection } from '../../platform/mongo/mongoTypes.ts';
import type { JournalRow } from '../../platform/journal/journalRow.ts';
import { eventTypes, type EventName } from '../../schema/events/registry.ts';
import { rollUp } from '../../subgraphs/insights/commands/rollUp.ts';
import { counterId, type Counter } from '../../subgraphs/insights/domain/counters.ts';
import { kindOfEvent } from '../../subgraphs/insights/domain/kinds.ts';
import type { Pending } from '../../subgraphs/insights/domain/pending.ts';
import {
  createRecount,
  differencesOf,
  pendingDifferences,
  type Difference,
  type Recount,
} from '../../subgraphs/insights/domain/recount.ts';
import { insightsModels } from '../../subgraphs/insights/store/models.ts';

/** What a recount found. */
export interface Verification {
  /** Events of the journals that figures are made of. */
  readonly events: number;
  /** Of them not yet heard by insights: they are counted on neither side. */
  readonly unheard: number;
  readonly orders: number;
  readonly counters: number;
  readonly differences: readonly Difference[];
  /** Facts by kind, as kept and as recounted. */
  readonly facts: readonly { readonly kind: string; readonly kept: number; readonly recounted: number }[];
}

const isEventName = (type: string): type is EventName => Object.hasOwn(eventTypes, type);

/** Facts and counters from nothing but the journals, of the events that insights has heard. */
export async function recountFrom(
  journals: readonly Connection[],
  insights: Connection,
): Promise<{ readonly recount: Recount; readonly events: number; readonly unheard: number }> {
  const inbox = databaseOf(insights).collection<{ readonly _id: string }>('inbox');
  const recount = createRecount();
  const names = [...kindOfEvent.keys()];
  let [events, unheard] = [0, 0];
  for (const journal of journals) {
    const rows = databaseOf(journal)
      .collection<JournalRow>('journal')
      .find({ type: { $in: names } })
      .sort({ stream: 1, seq: 1 });
    for await (const { _id, type, data, at, pending } of rows) {
      if (!isEventName(type)) continue;
      events += 1;
      // What was applied may still count as owed: the word of it can get lost.
      if (pending.includes('insights') && (await inbox.findOne({ _id })) === null) unheard += 1;
      else recount.hear({ type, data: eventTypes[type].payload.parse(data), at });
    }
  }
  return { recount, events, unheard };
}

/** Counts everything anew from the journals of all subgraphs and holds what insights keeps against it. */
export async function verifyFigures(
  journals: readonly Connection[],
  insights: Connection,
): Promise<Verification> {
  const models = insightsModels(insights);
  await rollUp({ connection: insights, models });
  const { recount, events, unheard } = await recountFrom(journals, insights);
  const kept = new Map<string, Counter>();
  for await (const { _id, ...counter } of models.counters.find({})) kept.set(counterId(counter), counter);
  const pending = new Map<string, Pending>();
  for await (const { _id, dueAtMs: _due, ...each } of models.pending.find({})) pending.set(_id, each);
  const recounted = recount.counters();
  const facts = await Promise.all(
    recount.kinds.map(async (kind) => ({
      ...{ kind, recounted: recount.facts[kind].size },
      kept: await models.facts(kind).countDocuments({}),
    })),
  );
  return {
    ...{ events, unheard, orders: recount.facts.order.size, counters: recounted.size, facts },
    differences: [...differencesOf(kept, recounted), ...pendingDifferences(pending, recount.pending())],
  };
}
