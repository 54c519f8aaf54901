import type { Collection } from '../storage/collection.ts';
import { readRecordId, recordKey } from '../storage/recordKeys.ts';
import { StoredRecord } from '../storage/storedRecord.ts';
import type { View } from '../storage/view.ts';
import { walk } from '../storage/view.ts';
import type { IndexPlan, Plan } from './plan.ts';

/** How much work a query did, for explain. */
export interface Effort {
  keys: number;
  documents: number;
}

/** The candidates of a plan, each once. */
export function* candidates(
  view: View,
  collection: Collection,
  plan: Plan,
  effort?: Effort,
): Generator<StoredRecord> {
  if (plan.kind === 'scan') {
    const { id } = collection.spec;
    const range = { from: recordKey(id, 0), to: recordKey(id + 1, 0) };
    for (const { key, value } of walk(view, 'records', range, plan.reverse)) {
      if (effort) effort.documents++;
      yield new StoredRecord(key.readUIntBE(4, 6), value);
    }
    return;
  }
  const seen = plan.kind === 'union' || plan.repeats ? new Set<number>() : undefined;
  for (const part of plan.kind === 'union' ? plan.plans : [plan])
    yield* fromIndex(view, collection, part, seen, effort);
}

function* fromIndex(
  view: View,
  collection: Collection,
  plan: IndexPlan,
  seen: Set<number> | undefined,
  effort?: Effort,
): Generator<StoredRecord> {
  for (const range of plan.ranges)
    for (const { value } of walk(view, 'index', range, plan.reverse)) {
      if (effort) effort.keys++;
      const id = readRecordId(value);
      if (seen) {
        if (seen.has(id)) continue;
        seen.add(id);
      }
      const raw = view.get('records', recordKey(collection.spec.id, id));
      if (!raw) continue;
      if (effort) effort.documents++;
      yield new StoredRecord(id, raw);
    }
}
