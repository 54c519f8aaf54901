import { KeyWriter } from '../bson/keys.ts';
import { sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { sortDirection } from '../document/sort.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import { isOperators } from '../filter/match.ts';
import type { Collection, Index } from '../storage/collection.ts';
import type { KeyRange } from '../storage/view.ts';
import { boundsOf, boundsToRange, fieldConditions, prefixRange } from './bounds.ts';
import { isImplied } from './implied.ts';

/** How the candidates of a query are found. Whatever the plan, the filter is applied to each candidate. */
export type Plan =
  | { readonly kind: 'scan'; readonly reverse: boolean; readonly sorted: boolean }
  | IndexPlan
  | { readonly kind: 'union'; readonly plans: readonly IndexPlan[]; readonly sorted: false };

/** Candidates out of one index. */
export interface IndexPlan {
  readonly kind: 'index';
  readonly index: Index;
  readonly ranges: readonly KeyRange[];
  readonly reverse: boolean;
  /** True when the candidates come in the order asked for. */
  readonly sorted: boolean;
  /** True when one document may come up more than once. */
  readonly repeats: boolean;
  /** True when every candidate is known to match. */
  readonly exact: boolean;
  readonly fieldsUsed: number;
  readonly score: number;
}

/** What of a query decides the plan. */
export interface PlanRequest {
  readonly filter: Doc;
  readonly sort?: Doc | undefined;
  readonly hint?: unknown;
  /** Indexes are in binary string order; under a collation only other indexes would do. */
  readonly collated?: boolean;
}

const scanPlan: Plan = { kind: 'scan', reverse: false, sorted: false };
const writer = new KeyWriter();
const mostPoints = 2_000;

/** Chooses how to find the candidates. Throws BadValue for a hint that names no index. */
export function choosePlan(collection: Collection, request: PlanRequest): Plan {
  const { filter, sort, hint } = request;
  if (hint === undefined && !request.collated) {
    const quick = byId(collection, filter);
    if (quick) return quick;
  }
  const natural = naturalOrder(sort, hint);
  if (natural) return { kind: 'scan', reverse: natural < 0, sorted: !sort || '$natural' in sort };
  const hinted = hint === undefined ? undefined : findHinted(collection, hint);
  if (request.collated) return hinted ? wholeIndex(hinted) : scanPlan;
  const conditions = fieldConditions(filter);
  if (hinted) return planIndex(hinted, conditions, sort, true) ?? wholeIndex(hinted);
  let best: IndexPlan | undefined;
  for (const index of collection.indexes) {
    if (index.spec.hidden === true || index.spec.collation || !isImplied(index, conditions)) continue;
    const plan = planIndex(index, conditions, sort, false);
    if (plan && (!best || plan.score > best.score)) best = plan;
  }
  if (best && best.fieldsUsed > 0) return best;
  return unionPlan(collection, filter) ?? best ?? scanPlan;
}

/** The commonest query of all: one document by its _id. */
function byId(collection: Collection, filter: Doc): IndexPlan | undefined {
  const id = filter['_id'];
  if (id === undefined || id === null || typeof id === 'boolean' || Array.isArray(id)) return undefined;
  if (
    typeof id === 'object' &&
    (isOperators(id) || (id as { _bsontype?: string })._bsontype === 'BSONRegExp')
  )
    return undefined;
  const index = collection.indexes[0];
  if (!index) return undefined;
  const key = writer.start().u32(index.id).value(id).take();
  let exact = true;
  for (const name in filter) if (name !== '_id') exact = false;
  return {
    kind: 'index',
    index,
    ranges: [prefixRange(key)],
    reverse: false,
    sorted: true,
    repeats: false,
    exact: exact && key.length < 1_000,
    fieldsUsed: 1,
    score: 100,
  };
}

function naturalOrder(sort: Doc | undefined, hint: unknown): number {
  if (sort && '$natural' in sort) return sortDirection('$natural', sort['$natural']);
  if (isDoc(hint) && '$natural' in hint) return sortDirection('$natural', hint['$natural']);
  return 0;
}

function findHinted(collection: Collection, hint: unknown): Index {
  const found = collection.indexes.find((index) =>
    typeof hint === 'string' ? index.spec.name === hint : isDoc(hint) && sameValue(index.spec.key, hint),
  );
  if (!found)
    throw new MongoError(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return found;
}

function wholeIndex(index: Index): IndexPlan {
  return {
    kind: 'index',
    index,
    ranges: [prefixRange(writer.start().u32(index.id).take())],
    reverse: false,
    sorted: false,
    repeats: index.spec.multikey?.includes(true) === true,
    exact: false,
    fieldsUsed: 0,
    score: 0,
  };
}

function planIndex(
  index: Index,
  conditions: Map<string, Doc[]>,
  sort: Doc | undefined,
  forced: boolean,
): IndexPlan | undefined {
  const { spec } = index;
  let prefixes = [writer.start().u32(index.id).take()];
  let ranges: KeyRange[] | undefined;
  let used = 0;
  let fixed = 0;
  let score = 0;
  let multikeyUsed = false;
  const hashed = Object.values(spec.key).includes('hashed');
  for (const [i, field] of index.fields.entries()) {
    const multikey = spec.multikey?.[i] === true;
    if (multikey && multikeyUsed) break;
    const given = conditions.get(field);
    const bounds = given && boundsOf(given, multikey);
    if (!bounds) break;
    multikeyUsed ||= multikey;
    used++;
    if (bounds.kind === 'points') {
      // One list, however long, finds less than all there is; only products of lists can outgrow the collection.
      if (prefixes.length > 1 && prefixes.length * bounds.values.length > mostPoints) {
        used--;
        break;
      }
      prefixes = prefixes.flatMap((prefix) =>
        bounds.values.map((value) => writer.start().raw(prefix).value(value, index.descending[i]).take()),
      );
      if (bounds.values.length === 1 && prefixes.length === 1) fixed = i + 1;
      score += 10;
    } else {
      if (hashed) break;
      ranges = prefixes.flatMap((prefix) =>
        bounds.ranges.map((range) => boundsToRange(prefix, range, index.descending[i] === true)),
      );
      score += 5;
      break;
    }
  }
  ranges ??= prefixes.map(prefixRange);
  const order = sort && ranges.length === 1 && !hashed ? indexOrder(index, sort, fixed) : undefined;
  if (used === 0 && order === undefined && !forced) return undefined;
  if (used === 0 && order !== undefined && !forced && (index.sparse || index.partial)) return undefined;
  if (used === index.fields.length && index.unique) score += 3;
  if (ranges.length > 1) ranges = distinctRanges(ranges);
  return {
    kind: 'index',
    index,
    ranges,
    reverse: order === -1,
    sorted: order !== undefined,
    repeats: spec.multikey?.includes(true) === true,
    exact: false,
    fieldsUsed: used,
    score: score + (order !== undefined ? 4 : 0) - index.fields.length * 0.1,
  };
}

function distinctRanges(ranges: readonly KeyRange[]): KeyRange[] {
  const sorted = [...ranges].sort((a, b) => Buffer.compare(a.from, b.from));
  return sorted.filter((range, i) => i === 0 || !range.from.equals((sorted[i - 1] as KeyRange).from));
}

/** 1 or -1 when walking the index that way gives the sort order; `fixed` leading fields have one value only. */
function indexOrder(index: Index, sort: Doc, fixed: number): 1 | -1 | undefined {
  if (index.spec.cut === true || index.spec.multikey?.includes(true)) return undefined;
  const constant = new Set(index.fields.slice(0, fixed));
  let at = 0;
  let direction: 1 | -1 | undefined;
  for (const [field, value] of Object.entries(sort)) {
    const wanted = sortDirection(field, value);
    while (at < index.fields.length && index.fields[at] !== field && constant.has(index.fields[at] as string))
      at++;
    if (index.fields[at] === field) {
      const own = index.descending[at] ? -1 : 1;
      at++;
      if (constant.has(field)) continue;
      const way = own === wanted ? 1 : -1;
      if (direction !== undefined && direction !== way) return undefined;
      direction = way;
    } else if (!constant.has(field)) return undefined;
  }
  return direction ?? 1;
}

/** An $or is answered from indexes when each of its branches is. */
function unionPlan(collection: Collection, filter: Doc): Plan | undefined {
  const clauses = filter['$or'];
  if (!Array.isArray(clauses)) return undefined;
  const plans: IndexPlan[] = [];
  for (const clause of clauses) {
    const plan = isDoc(clause) ? choosePlan(collection, { filter: clause }) : undefined;
    if (plan?.kind === 'union') plans.push(...plan.plans);
    else if (plan?.kind === 'index' && plan.fieldsUsed > 0) plans.push(plan);
    else return undefined;
  }
  return { kind: 'union', plans, sorted: false };
}
