import type { Path, Rewrite } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';

type Fields = Record<string, unknown>;

/** Applies corrections a plan asks for to a piece of data, in place. */
export type RewriteData = (data: unknown) => void;

/** Compiles rewrites; undefined when there is nothing to do, so that callers can skip the walk. */
export function compileRewrites(
  rewrites: readonly Rewrite[],
  possibleTypes: PossibleTypes,
): RewriteData | undefined {
  if (rewrites.length === 0) return undefined;
  const apply = rewrites.map((rewrite) => walk(rewrite.path, 0, finish(rewrite), possibleTypes));
  return (data) => {
    for (const one of apply) one(data);
  };
}

function finish(rewrite: Rewrite): (object: Fields, key: string) => void {
  if (rewrite.kind === 'set') {
    return (object, key) => {
      if (object[key] !== undefined) object[key] = rewrite.value;
    };
  }
  return (object, key) => {
    if (object[key] === undefined) return;
    object[rewrite.to] = object[key];
    delete object[key];
  };
}

function walk(
  path: Path,
  index: number,
  end: (object: Fields, key: string) => void,
  possibleTypes: PossibleTypes,
): RewriteData {
  const step = path[index];
  if (!step) return () => undefined;
  if (step.kind === 'items') return walk(path, index + 1, end, possibleTypes);
  const last = index === path.length - 1;
  const next = last ? undefined : walk(path, index + 1, end, possibleTypes);
  const names =
    step.kind === 'type' ? new Set(step.names.flatMap((name) => [...possibleTypes(name)])) : undefined;
  return function enter(data) {
    if (Array.isArray(data)) {
      for (const item of data) enter(item);
      return;
    }
    if (data === null || typeof data !== 'object') return;
    const object = data as Fields;
    if (names) {
      if (names.has(object['__typename'] as string)) next?.(object);
    } else if (step.kind === 'field') {
      if (next) next(object[step.name]);
      else end(object, step.name);
    }
  };
}
