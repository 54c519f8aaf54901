import type { Connection } from '../../platform/mongo/mongoTypes.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import { rollUp } from '../../subgraphs/insights/commands/rollUp.ts';
import {
  kindRules,
  type FactKind,
  type Facts,
  type KindRule,
} from '../../subgraphs/insights/domain/kinds.ts';
import { insightsModels, type DirtyRow, type FactRow } from '../../subgraphs/insights/store/models.ts';
import { recountFrom } from './recountFrom.ts';

const batch = 1_000;

/** Puts what a recount from the journals says in the place of all that insights keeps. Nothing may run meanwhile. */
export async function rebuildFigures(journals: readonly Connection[], insights: Connection): Promise<void> {
  const models = insightsModels(insights);
  await prepareModels(insights);
  const { recount } = await recountFrom(journals, insights);
  for (const rows of [models.counters, models.counted, models.pending, models.dirty])
    await rows.deleteMany({});
  const put = async <K extends FactKind>(kind: K): Promise<void> => {
    const rule: KindRule<Facts[K]> = kindRules[kind];
    const facts: ReadonlyMap<string, Facts[K]> = recount.facts[kind];
    await models.facts(kind).deleteMany({});
    const rows: FactRow[] = [...facts].map(([_id, fact]) => ({ _id, ...rule.columns(fact), fact }));
    const dirty = [...facts].flatMap(([id, fact]): DirtyRow[] => {
      const subject = rule.subjectOf(fact);
      return subject === undefined ? [] : [{ _id: `${subject}#${kind}:${id}`, subject, changes: 1 }];
    });
    for (let from = 0; from < rows.length; from += batch)
      await models.facts(kind).insertMany(rows.slice(from, from + batch));
    for (let from = 0; from < dirty.length; from += batch)
      await models.dirty.insertMany(dirty.slice(from, from + batch));
  };
  for (const kind of recount.kinds) await put(kind);
  await rollUp({ connection: insights, models });
}
