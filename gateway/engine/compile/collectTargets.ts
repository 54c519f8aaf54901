import type { Path } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import { Failure } from '../data/errorLedger.ts';

type Fields = Record<string, unknown>;

/** Gathers the objects a path leads to, below the given root. */
export type CollectTargets = (root: Fields, into: Fields[]) => void;

type Walk = (value: unknown, into: Fields[]) => void;

/** Compiles a path. Lists are entered wherever they stand; nulls and failures end a branch. */
export function compilePath(path: Path, possibleTypes: PossibleTypes): CollectTargets {
  let next: Walk = gatherObjects;
  for (const step of [...path].reverse()) {
    if (step.kind === 'field') next = enterField(step.name, next);
    if (step.kind === 'type') {
      next = narrow(new Set(step.names.flatMap((name) => [...possibleTypes(name)])), next);
    }
  }
  return next;
}

/** More than any run may gather: beyond, the walk adds nothing more, and the run is refused for what is there. */
const mostObjects = 300_000;

function gatherObjects(value: unknown, into: Fields[]): void {
  if (into.length >= mostObjects) return;
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value))
    for (let index = 0; index < value.length; index++) gatherObjects(value[index], into);
  else if (!(value instanceof Failure)) into.push(value as Fields);
}

function enterField(name: string, then: Walk): Walk {
  return function walk(value, into) {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length && into.length < mostObjects; index++)
        walk(value[index], into);
      return;
    }
    const field = (value as Fields)[name];
    if (field !== null && field !== undefined) then(field, into);
  };
}

function narrow(names: ReadonlySet<string>, then: Walk): Walk {
  return function walk(value, into) {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) for (let index = 0; index < value.length; index++) walk(value[index], into);
    else if (names.has((value as Fields)['__typename'] as string)) then(value, into);
  };
}
