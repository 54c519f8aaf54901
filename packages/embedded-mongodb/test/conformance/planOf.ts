import type { Collection, Document, FindOptions } from 'mongodb';
import type { Row } from '../rows.ts';

/** What a query did: the index it went by (undefined for a scan), and how much it read. */
export interface Plan {
  index: string | undefined;
  scanned: boolean;
  sorted: boolean;
  keys: number;
  documents: number;
  returned: number;
}

/** Explains a find as it was carried out. */
export async function planOf(
  collection: Collection<Row>,
  filter: Document,
  options: FindOptions = {},
): Promise<Plan> {
  const explained = await collection.find(filter, options).explain('executionStats');
  const stages = [...allStages(explained.queryPlanner.winningPlan)];
  const { totalKeysExamined, totalDocsExamined, nReturned } = explained.executionStats;
  const names = stages.map(({ stage }) => stage);
  const byId = names.some((name) => ['IDHACK', 'EXPRESS_IXSCAN'].includes(name)) ? '_id_' : undefined;
  return {
    index: stages.find(({ indexName }) => indexName !== undefined)?.indexName ?? byId,
    scanned: names.includes('COLLSCAN'),
    sorted: names.includes('SORT'),
    keys: totalKeysExamined,
    documents: totalDocsExamined,
    returned: nReturned,
  };
}

function* allStages(plan: Document): Generator<Document> {
  const stage = plan.queryPlan ?? plan;
  yield stage;
  for (const input of [stage.inputStage, ...(stage.inputStages ?? [])]) if (input) yield* allStages(input);
}
