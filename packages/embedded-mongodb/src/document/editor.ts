import { MongoError } from './errors.ts';
import { isIndex } from './path.ts';
import { show } from './show.ts';
import type { Doc } from './types.ts';
import { isDoc, setField } from './types.ts';

/** What an edit makes of the value at its path. */
export const remove = Symbol('remove');
/** Leaves everything as it is. */
export const keep = Symbol('keep');

/** Says what becomes of a value; `undefined` comes in where there was none. */
export type Edit = (current: unknown) => unknown;

/** Edits a document without touching the one it was given: what changes is copied once. */
export class Editor {
  root: Doc;
  readonly #owned = new Set<object>();

  constructor(doc: Doc) {
    this.root = { ...doc };
    this.#owned.add(this.root);
  }

  /** Applies an edit at a path without wildcards. */
  edit(path: readonly string[], apply: Edit): void {
    const current = this.peek(path);
    const next = apply(current);
    if (next === keep) return;
    if (next === remove) {
      if (current !== undefined) this.#removeAt(path);
    } else this.#setAt(path, next);
  }

  /** The value at a path, or undefined. */
  peek(path: readonly string[]): unknown {
    let base: unknown = this.root;
    for (const name of path) {
      if (Array.isArray(base)) base = isIndex(name) ? (base[Number(name)] as unknown) : undefined;
      else if (isDoc(base) && Object.hasOwn(base, name)) base = base[name];
      else return undefined;
    }
    return base;
  }

  #setAt(path: readonly string[], value: unknown): void {
    let holder: Doc | unknown[] = this.root;
    path.forEach((name, at) => {
      const last = at === path.length - 1;
      const current = child(holder, name);
      if (last) put(holder, name, value, path);
      else {
        if (current !== undefined && !isDoc(current) && !Array.isArray(current))
          throw notViable(path, at, current);
        const next = current === undefined ? {} : this.#own(current as Doc | unknown[]);
        if (current === undefined) this.#owned.add(next);
        if (next !== current) put(holder, name, next, path);
        holder = next;
      }
    });
  }

  #removeAt(path: readonly string[]): void {
    let holder: Doc | unknown[] = this.root;
    for (const name of path.slice(0, -1)) {
      const current = child(holder, name) as Doc | unknown[];
      const next = this.#own(current);
      if (next !== current) put(holder, name, next, path);
      holder = next;
    }
    const name = path.at(-1) as string;
    if (Array.isArray(holder)) holder[Number(name)] = null;
    else delete holder[name];
  }

  #own(value: Doc | unknown[]): Doc | unknown[] {
    if (this.#owned.has(value)) return value;
    const copy = Array.isArray(value) ? [...value] : { ...value };
    this.#owned.add(copy);
    return copy;
  }
}

function child(holder: Doc | unknown[], name: string): unknown {
  if (Array.isArray(holder)) return isIndex(name) ? holder[Number(name)] : undefined;
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function put(holder: Doc | unknown[], name: string, value: unknown, path: readonly string[]): void {
  if (!Array.isArray(holder)) {
    setField(holder, name, value);
    return;
  }
  if (!isIndex(name))
    throw new MongoError(
      28,
      `Cannot create field '${name}' in element {${path[path.indexOf(name) - 1] ?? ''}: ${show(holder)}}`,
    );
  const at = Number(name);
  if (at > holder.length + 1_500_000) throw new MongoError(2, `can't backfill more than 1500000 elements`);
  while (holder.length < at) holder.push(null);
  holder[at] = value;
}

function notViable(path: readonly string[], at: number, current: unknown): MongoError {
  return new MongoError(
    28,
    `Cannot create field '${path[at + 1] ?? ''}' in element {${path[at] ?? ''}: ${show(current)}}`,
  );
}
