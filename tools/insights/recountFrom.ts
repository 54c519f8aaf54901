import type { Connection } from '../../platform/mongo/mongoTypes.ts';
import { databaseOf } from '../../platform/mongo/connect.ts';
import type { JournalRow } from '../../platform/journal/journalRow.ts';
import { eventTypes, type EventName } from '../../schema/events/registry.ts';
import { rollUp } from '../../subgraphs/insights/commands/rollUp.ts';
import { counterId, type Counter } from '../../subgraphs/insights/domain/counters.ts';
import { kindOfEvent } from '../../subgraphs/insights/domain/kinds.ts';
import { createRecount, differencesOf, type Difference } from '../../subgraphs/insights/domain/recount.ts';
import { insightsModels } from '../../subgraphs/insights/store/models.ts';

/** What a recount found. */
export interface Verification {
  /** Events of the journals that figures are made of. */
  readonly events: number;
  /** Of them not yet heard by insights: they are left out of neither side, so differences may be theirs. */
  readonly unheard: number;
  readonly orders: number;
  readonly counters: number;
  readonly differences: readonly Difference[];
  /** Facts by kind, as kept and as recounted. */
  readonly facts: readonly { readonly kind: string; readonly kept: number; readonly recounted: number }[];
}

const isEventName = (type: string): type is EventName => Object.hasOwn(eventTypes, type);

/** Counts everything anew from the journals of all subgraphs and holds what insights keeps against it. */
export async function verifyFigures(
  journals: readonly Connection[],
  insights: Connection,
): Promise<Verification> {
  const models = insightsModels(insights);
  await rollUp({ connection: insights, models });
  const recount = createRecount();
  let [events, unheard] = [0, 0];
  const names = [...kindOfEvent.keys()];
  for (const journal of journals) {
    const rows = databaseOf(journal)
      .collection<JournalRow>('journal')
      .find({ type: { $in: names } })
      .sort({ stream: 1, seq: 1 });
    for await (const { type, data, at, pending } of rows) {
      if (!isEventName(type)) continue;
      events += 1;
      if (pending.includes('insights')) unheard += 1;
      recount.hear({ type, data: eventTypes[type].payload.parse(data), at });
    }
  }
  const kept = new Map<string, Counter>();
  for await (const { _id, ...counter } of models.counters.find({})) kept.set(counterId(counter), counter);
  const recounted = recount.counters();
  const facts = await Promise.all(
    Object.entries(recount.facts).map(async ([kind, found]) => ({
      ...{ kind, recounted: found.size },
      kept: await models.facts(kind as keyof typeof recount.facts).countDocuments({}),
    })),
  );
  return {
    ...{ events, unheard, orders: recount.facts.order.size, counters: recounted.size, facts },
    differences: differencesOf(kept, recounted),
  };
}
