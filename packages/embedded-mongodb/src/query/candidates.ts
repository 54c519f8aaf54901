import { decodeDocument } from '../bson/decode.ts';
import type { Doc } from '../bson/types.ts';
import type { Collection } from '../storage/collection.ts';
import { readRecordId, recordKey } from '../storage/recordKeys.ts';
import type { View } from '../storage/view.ts';
import { walk } from '../storage/view.ts';
import type { IndexPlan, Plan } from './plan.ts';

/** A document that may match; decoded only when someone looks inside. */
export class Candidate {
  readonly id: number;
  readonly raw: Buffer;
  private decoded: Doc | undefined;

  constructor(id: number, raw: Buffer) {
    this.id = id;
    this.raw = raw;
  }

  get doc(): Doc {
    return (this.decoded ??= decodeDocument(this.raw));
  }
}

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
): Generator<Candidate> {
  if (plan.kind === 'scan') {
    const { id } = collection.spec;
    const range = { from: recordKey(id, 0), to: recordKey(id + 1, 0) };
    for (const { key, value } of walk(view, 'records', range, plan.reverse)) {
      if (effort) effort.documents++;
      yield new Candidate(key.readUIntBE(4, 6), value);
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
): Generator<Candidate> {
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
      yield new Candidate(id, raw);
    }
}
