import { sameValue } from '../document/compare.ts';
import type { Doc } from '../document/types.ts';
import { isDoc, typeName } from '../document/types.ts';

/** What an update did, as change events describe it. */
export interface UpdateDescription extends Doc {
  updatedFields: Doc;
  removedFields: string[];
  truncatedArrays: Doc[];
  disambiguatedPaths?: Doc;
}

/** Describes how `before` became `after`. */
export function difference(before: Doc, after: Doc): UpdateDescription {
  const description: UpdateDescription = { updatedFields: {}, removedFields: [], truncatedArrays: [] };
  const ambiguous: Doc = {};
  compare(before, after, [], description, ambiguous);
  if (Object.keys(ambiguous).length) description.disambiguatedPaths = ambiguous;
  return description;
}

type Path = readonly (string | number)[];

function compare(before: Doc, after: Doc, path: Path, into: UpdateDescription, ambiguous: Doc): void {
  for (const name of Object.keys(after)) {
    const [old, now] = [before[name], after[name]];
    if (old === now && Object.hasOwn(before, name)) continue;
    changed(old, now, [...path, name], into, ambiguous);
  }
  for (const name of Object.keys(before))
    if (!Object.hasOwn(after, name)) into.removedFields.push(named([...path, name], ambiguous));
}

function changed(old: unknown, now: unknown, path: Path, into: UpdateDescription, ambiguous: Doc): void {
  if (isDoc(old) && isDoc(now)) {
    if (path.length < 32 && !reordered(old, now)) return compare(old, now, path, into, ambiguous);
  } else if (Array.isArray(old) && Array.isArray(now)) {
    if (compareArrays(old, now, path, into, ambiguous)) return;
  } else if (old !== undefined && typeName(old) === typeName(now) && sameValue(old, now)) return;
  if (old !== undefined && isDoc(old) && isDoc(now) && sameValue(old, now)) return;
  into.updatedFields[named(path, ambiguous)] = now;
}

/** True when fields both have changed places: no list of set and removed fields could say so. */
function reordered(old: Doc, now: Doc): boolean {
  const common = Object.keys(now).filter((name) => Object.hasOwn(old, name));
  const former = Object.keys(old).filter((name) => Object.hasOwn(now, name));
  return common.some((name, i) => name !== former[i]);
}

function compareArrays(
  old: unknown[],
  now: unknown[],
  path: Path,
  into: UpdateDescription,
  ambiguous: Doc,
): boolean {
  const common = Math.min(old.length, now.length);
  const trial: UpdateDescription = { updatedFields: {}, removedFields: [], truncatedArrays: [] };
  for (let i = 0; i < now.length; i++) {
    if (i < common && old[i] === now[i]) continue;
    changed(i < old.length ? old[i] : undefined, now[i], [...path, i], trial, ambiguous);
  }
  const touched = Object.keys(trial.updatedFields).length;
  if (touched > 0 && touched >= now.length && old.length > 0) return false;
  if (old.length > now.length && now.length === 0) return false;
  Object.assign(into.updatedFields, trial.updatedFields);
  into.removedFields.push(...trial.removedFields);
  into.truncatedArrays.push(...trial.truncatedArrays);
  if (old.length > now.length)
    into.truncatedArrays.push({ field: named(path, ambiguous), newSize: now.length });
  return true;
}

/** Joins a path; where a dot or a number in a name leaves doubt, the parts are told apart. */
function named(path: Path, ambiguous: Doc): string {
  const joined = path.join('.');
  if (
    path.some((part, i) => typeof part === 'string' && (part.includes('.') || (i > 0 && /^\d+$/.test(part))))
  )
    ambiguous[joined] = [...path];
  return joined;
}
