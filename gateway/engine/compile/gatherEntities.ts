import type { EntityBatch } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import type { CollectTargets } from './collectTargets.ts';
import { compilePath } from './collectTargets.ts';
import type { Failure } from '../data/errorLedger.ts';
import { compileRepresentation, findFailure } from './representation.ts';
import type { RewriteData } from './rewriteData.ts';
import { compileRewrites } from './rewriteData.ts';
import type { RunBounds } from '../data/runBounds.ts';

type Fields = Record<string, unknown>;

/** The entities one batch asks for: each representation once, with every object that waits for it. */
export interface Gathered {
  /** Representations as a JSON list. */
  json: string;
  count: number;
  /** `targets[i]` are the objects that representation `i` stands for. */
  readonly targets: Fields[][];
  /** Objects that cannot be asked for because an earlier fetch failed. */
  readonly lost: { readonly object: Fields; readonly failure: Failure }[];
}

/** Walks the data and writes representations; undefined when that would be more than the run may gather. */
export type GatherEntities = (data: Fields, bounds: RunBounds) => Gathered | undefined;

/** Compiles the walk of one batch. */
export function compileGather(batch: EntityBatch, possibleTypes: PossibleTypes): GatherEntities {
  const collects: CollectTargets[] = batch.paths.map((path) => compilePath(path, possibleTypes));
  const write = compileRepresentation(batch.requires, possibleTypes);
  const rewrite = compileRewrites(batch.inputRewrites, possibleTypes);
  return (data, bounds) => {
    const objects: Fields[] = [];
    for (const collect of collects) collect(data, objects);
    if (!bounds.take(objects.length)) return undefined;
    const gathered: Gathered = { json: '', count: 0, targets: [], lost: [] };
    const known = new Map<string, Fields[]>();
    const visited = objects.length > 1 ? new Set<Fields>() : undefined;
    for (const object of objects) {
      if (visited) {
        if (visited.has(object)) continue;
        visited.add(object);
      }
      const text = write(object);
      if (text === undefined) {
        const failure = findFailure(object, batch.requires);
        if (failure) gathered.lost.push({ object, failure });
        continue;
      }
      if (text === '') continue;
      const json = rewrite ? corrected(`{${text}}`, rewrite) : `{${text}}`;
      const waiting = known.get(json);
      if (waiting) {
        waiting.push(object);
        continue;
      }
      const first = [object];
      known.set(json, first);
      gathered.targets.push(first);
      gathered.json += gathered.count === 0 ? json : ',' + json;
      gathered.count++;
    }
    return gathered;
  };
}

function corrected(json: string, rewrite: RewriteData): string {
  const value: unknown = JSON.parse(json);
  rewrite(value);
  return JSON.stringify(value);
}
