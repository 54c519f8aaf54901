import type { Path } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import { Failure } from './errorLedger.ts';

type Fields = Record<string, unknown>;

/** Gathers the objects a path leads to, below the given root. */
export type CollectTargets = (root: Fields, into: Fields[]) => void;

/** Compiles a path. Lists are entered wherever they stand; nulls and failures end a branch. */
export function compilePath(path: Path, possibleTypes: PossibleTypes): CollectTargets {
  let next: (value: unknown, into: Fields[]) => void = gatherObjects;
  for (const step of [...path].reverse()) {
    const then = next;
    if (step.kind === 'items') continue;
    if (step.kind === 'field') {
      const { name } = step;
      next = (value, into) => {
        forEachObject(value, (object) => {
          const field = object[name];
          if (field !== null && field !== undefined) then(field, into);
        });
      };
    } else {
      const names = new Set(step.names.flatMap((name) => [...possibleTypes(name)]));
      next = (value, into) => {
        forEachObject(value, (object) => {
          if (names.has(object['__typename'] as string)) then(object, into);
        });
      };
    }
  }
  return next;
}

function gatherObjects(value: unknown, into: Fields[]): void {
  if (Array.isArray(value)) for (const item of value) gatherObjects(item, into);
  else if (value !== null && typeof value === 'object' && !(value instanceof Failure))
    into.push(value as Fields);
}

function forEachObject(value: unknown, visit: (object: Fields) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) forEachObject(item, visit);
  } else if (value !== null && typeof value === 'object' && !(value instanceof Failure)) {
    visit(value as Fields);
  }
}
