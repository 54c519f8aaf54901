import type { Doc } from './types.ts';
import { isDoc } from './types.ts';

/** True for a path component that may be an array index. */
export function isIndex(name: string): boolean {
  const code = name.charCodeAt(0);
  return code >= 48 && code <= 57 && /^(0|[1-9]\d*)$/.test(name);
}

/** A field of the document itself, never one of its prototype. */
export function fieldOf(doc: Doc, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : undefined;
}

/** The value at a path; an array on the way gives the array of what its elements have there. */
export function pathValue(base: unknown, path: readonly string[], from = 0): unknown {
  for (let i = from; i < path.length; i++) {
    if (Array.isArray(base)) {
      const at = i;
      return base.map((item) => pathValue(item, path, at)).filter((item) => item !== undefined);
    }
    if (!isDoc(base)) return undefined;
    base = fieldOf(base, path[i] as string);
  }
  return base;
}
