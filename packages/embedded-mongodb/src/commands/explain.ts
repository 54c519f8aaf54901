import { collationOrder } from '../document/collation.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { pushDown } from '../pipeline/source.ts';
import type { Effort } from '../query/candidates.ts';
import type { Query } from '../query/find.ts';
import { prepare, runQuery } from '../query/find.ts';
import type { IndexPlan, Plan } from '../query/plan.ts';
import type { Collection } from '../storage/collection.ts';
import { queryOf } from './find.ts';

function describeIndexPlan(plan: IndexPlan): Doc {
  const { spec } = plan.index;
  const multikey = spec.multikey?.includes(true) === true;
  return {
    stage: 'IXSCAN',
    keyPattern: spec.key,
    indexName: spec.name,
    isMultiKey: multikey,
    isUnique: plan.index.unique,
    isSparse: plan.index.sparse,
    isPartial: plan.index.partial !== undefined,
    direction: plan.reverse ? 'backward' : 'forward',
    ranges: plan.ranges.length,
  };
}

function describePlan(plan: Plan): Doc {
  if (plan.kind === 'scan') return { stage: 'COLLSCAN', direction: plan.reverse ? 'backward' : 'forward' };
  if (plan.kind === 'union')
    return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: plan.plans.map(describeIndexPlan) } };
  if (plan.exact) return { stage: 'IDHACK', keyPattern: { _id: 1 }, indexName: '_id_' };
  return { stage: 'FETCH', inputStage: describeIndexPlan(plan) };
}

function winningPlan(plan: Plan, query: Query): Doc {
  let stage = describePlan(plan);
  if (query.sort && !plan.sorted) stage = { stage: 'SORT', sortPattern: query.sort, inputStage: stage };
  if (query.skip) stage = { stage: 'SKIP', skipAmount: query.skip, inputStage: stage };
  if (query.limit) stage = { stage: 'LIMIT', limitAmount: query.limit, inputStage: stage };
  return stage;
}

function explainQuery(
  context: CommandContext,
  collection: Collection | undefined,
  ns: string,
  query: Query,
  verbosity: string,
): Doc {
  const prepared = prepare(collection, query);
  const stage = collection ? winningPlan(prepared.plan, query) : { stage: 'EOF' };
  const reply: Doc = {
    explainVersion: '1',
    queryPlanner: { namespace: ns, parsedQuery: query.filter, winningPlan: stage, rejectedPlans: [] },
  };
  if (verbosity === 'queryPlanner') return reply;
  const effort: Effort = { keys: 0, documents: 0 };
  let nReturned = 0;
  const started = performance.now();
  if (collection)
    for (const match of runQuery(context.view, collection, query, prepared, effort)) if (match) nReturned++;
  reply['executionStats'] = {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - started),
    totalKeysExamined: effort.keys,
    totalDocsExamined: effort.documents,
    executionStages: stage,
  };
  return reply;
}

function queryOfExplained(
  context: CommandContext,
  inner: Doc,
  name: string,
): { query: Query; rest: readonly Doc[] } {
  const as = (body: Doc, filter: string): Query => queryOf({ ...context, body }, filter);
  switch (name) {
    case 'find':
      return { query: { ...as(inner, 'filter'), limit: Math.abs(Number(inner['limit'] ?? 0)) }, rest: [] };
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return { query: as(inner, 'query'), rest: [] };
    case 'update':
    case 'delete': {
      const [statement] = inner[name === 'update' ? 'updates' : 'deletes'] as Doc[];
      if (!statement) throw new MongoError(2, 'nothing to explain');
      return {
        query: as({ q: statement['q'], hint: statement['hint'], collation: statement['collation'] }, 'q'),
        rest: [],
      };
    }
    case 'aggregate': {
      const variables = isDoc(inner['let']) ? inner['let'] : {};
      return pushDown(
        inner['pipeline'] as Doc[],
        { command: context, variables, strings: collationOrder(inner['collation']) },
        inner['hint'],
      );
    }
    default:
      throw new MongoError(59, `Explain failed due to unknown command: ${name}`);
  }
}

/** Says how a command would find its documents, and with executionStats, how much work that is. */
export const explain: Command = {
  name: 'explain',
  kind: 'read',
  run(context) {
    const { body, db } = context;
    const inner = body['explain'];
    if (!isDoc(inner))
      throw new MongoError(14, "BSON field 'explain' is the wrong type, expected type 'object'");
    const [name = ''] = Object.keys(inner);
    const verbosity = typeof body['verbosity'] === 'string' ? body['verbosity'] : 'allPlansExecution';
    const target = String(inner[name]);
    const collection = context.engine.catalog.find(db, target);
    const { query, rest } = queryOfExplained(context, inner, name);
    const explained = explainQuery(context, collection, `${db}.${target}`, query, verbosity);
    if (rest.length === 0)
      return { ...explained, command: inner, serverInfo: { host: 'localhost', version: '8.0.0' } };
    return {
      stages: [{ $cursor: explained }, ...rest],
      command: inner,
      serverInfo: { host: 'localhost', version: '8.0.0' },
    };
  },
};
