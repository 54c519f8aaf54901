import { isIndex } from '../document/path.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Leaf, MatchPosition } from './predicate.ts';

/** Tests what lies at `path` (the value itself when it is empty), looking into arrays on the way and at its end as MongoDB does. */
export function testPath(doc: Doc, path: readonly string[], leaf: Leaf, position?: MatchPosition): boolean {
  if (path.length === 0) return leaf(doc, position);
  if (path.length === 1) return testLeaf(doc, path[0] as string, leaf, position);
  return descend(doc, path, 0, leaf, position);
}

function testLeaf(base: Doc, name: string, leaf: Leaf, position?: MatchPosition): boolean {
  const value = own(base, name);
  if (!Array.isArray(value)) return leaf(value, position);
  if (leaf(value, position)) return true;
  if (leaf.wholeOnly) return false;
  for (let i = 0; i < value.length; i++) {
    if (!leaf(value[i])) continue;
    if (position && position.index === undefined) position.index = i;
    return true;
  }
  return false;
}

function descend(
  base: unknown,
  path: readonly string[],
  at: number,
  leaf: Leaf,
  position?: MatchPosition,
): boolean {
  const name = path[at] as string;
  if (Array.isArray(base)) return descendArray(base, path, at, leaf, position);
  if (!isDoc(base)) return leaf(undefined, position);
  if (at === path.length - 1) return testLeaf(base, name, leaf, position);
  return descend(own(base, name), path, at + 1, leaf, position);
}

function descendArray(
  items: unknown[],
  path: readonly string[],
  at: number,
  leaf: Leaf,
  position?: MatchPosition,
): boolean {
  const name = path[at] as string;
  const numeric = isIndex(name);
  if (numeric) {
    const item: unknown = items[Number(name)];
    if (item !== undefined && atIndex(item, path, at, leaf, position)) return true;
  }
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (!isDoc(item)) continue;
    const inner: MatchPosition | undefined = position && {};
    if (!descend(item, path, at, leaf, inner)) continue;
    if (position) position.index = i;
    return true;
  }
  return numeric && items[Number(name)] === undefined && !items.some(isDoc) && leaf(undefined);
}

function atIndex(
  item: unknown,
  path: readonly string[],
  at: number,
  leaf: Leaf,
  position?: MatchPosition,
): boolean {
  if (at < path.length - 1) return descend(item, path, at + 1, leaf, position);
  if (leaf(item, position)) return true;
  return Array.isArray(item) && !leaf.wholeOnly && item.some((each) => leaf(each));
}

function own(base: Doc, name: string): unknown {
  const value = base[name];
  if (value === undefined || Object.hasOwn(base, name)) return value;
  return undefined;
}
