import type { StringOrder } from '../document/compare.ts';
import { compileSort } from '../document/sort.ts';
import type { Doc } from '../document/types.ts';
import { compileFilter } from '../filter/match.ts';
import type { MatchPosition, Predicate } from '../filter/predicate.ts';
import type { Collection } from '../storage/collection.ts';
import { readRecordId, recordKey } from '../storage/recordKeys.ts';
import { StoredRecord } from '../storage/storedRecord.ts';
import type { View } from '../storage/view.ts';
import type { Effort } from './candidates.ts';
import { candidates } from './candidates.ts';
import type { Plan } from './plan.ts';
import { choosePlan } from './plan.ts';

/** What is looked for. */
export interface Query {
  readonly filter: Doc;
  readonly sort?: Doc | undefined;
  readonly skip?: number;
  /** 0 for all. */
  readonly limit?: number;
  readonly hint?: unknown;
  readonly strings?: StringOrder | undefined;
  readonly variables?: Doc | undefined;
  /** Called now and then; throws when the time is up. */
  readonly pulse?: (() => void) | undefined;
}

/** A match, and where in an array the filter found it. */
export interface Match {
  readonly record: StoredRecord;
  readonly position: number | undefined;
}

/** A query ready to run. */
export interface PreparedQuery {
  readonly plan: Plan;
  readonly matches: Predicate;
}

/** Chooses the plan and compiles the filter; throws for bad filters even when nothing is stored. */
export function prepare(collection: Collection | undefined, query: Query): PreparedQuery {
  const { filter, sort, hint, strings, variables } = query;
  const matches = compileFilter(filter, { strings, variables });
  if (!collection) return { plan: { kind: 'scan', reverse: false, sorted: true }, matches };
  return { plan: choosePlan(collection, { filter, sort, hint, collated: strings !== undefined }), matches };
}

/** The matches of a query, in order. */
export function* runQuery(
  view: View,
  collection: Collection,
  query: Query,
  prepared = prepare(collection, query),
  effort?: Effort,
): Generator<Match> {
  const { skip = 0, limit = 0 } = query;
  if (!query.sort || prepared.plan.sorted || Object.keys(query.sort).length === 0) {
    yield* cut(matching(view, collection, query, prepared, effort), skip, limit);
    return;
  }
  const all = [...matching(view, collection, query, prepared, effort)];
  const order = compileSort(query.sort, query.strings);
  all.sort((a, b) => order(a.record.doc, b.record.doc));
  yield* all.slice(skip, limit ? skip + limit : undefined);
}

function* matching(
  view: View,
  collection: Collection,
  query: Query,
  { plan, matches }: PreparedQuery,
  effort?: Effort,
): Generator<Match> {
  const exact = plan.kind === 'index' && plan.exact;
  let count = 0;
  for (const record of candidates(view, collection, plan, effort)) {
    if (query.pulse && (++count & 63) === 0) query.pulse();
    const position: MatchPosition = {};
    if (exact || matches(record.doc, position)) yield { record, position: position.index };
  }
}

function* cut(matches: Generator<Match>, skip: number, limit: number): Generator<Match> {
  let left = limit === 0 ? Infinity : limit;
  for (const match of matches) {
    if (skip-- > 0) continue;
    yield match;
    if (--left <= 0) return;
  }
}

/** One document by its _id alone, without any of the machinery; undefined when that is not what the query asks. */
export function findById(view: View, collection: Collection, plan: Plan): StoredRecord | null | undefined {
  if (plan.kind !== 'index' || !plan.exact) return undefined;
  const [range] = plan.ranges;
  const found = view.get('index', (range as { from: Buffer }).from);
  if (!found) return null;
  const id = readRecordId(found);
  const raw = view.get('records', recordKey(collection.spec.id, id));
  return raw ? new StoredRecord(id, raw) : null;
}
