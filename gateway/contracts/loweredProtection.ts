import { parseConstValue, valueFromASTUntyped } from 'graphql';

/** Coordinate to what protects it, as written: `Order.total` to `@requiresScopes(scopes: [["orders:read"]])`. */
export type Guards = ReadonlyMap<string, readonly string[]>;

/** The schema that would come next. */
export interface NextSchema {
  readonly guards: Guards;
  /** Every type and field it has. */
  readonly coordinates: ReadonlySet<string>;
}

/**
 * What elements that stay would lose: a directive that goes, or scopes or policies that let in whoever was not let in
 * before. What goes altogether loses nothing. Empty: fine.
 */
export function loweredProtection(current: Guards, next: NextSchema): string[] {
  const lowered: string[] = [];
  for (const [coordinate, guards] of current) {
    if (!next.coordinates.has(coordinate)) continue;
    const after = new Map((next.guards.get(coordinate) ?? []).map((guard) => [kindOf(guard), guard]));
    for (const guard of guards) {
      const now = after.get(kindOf(guard)) ?? strongerThan(kindOf(guard), after);
      if (now === undefined) lowered.push(`${coordinate} would lose ${guard}.`);
      else if (!isAsStrict(guard, now)) lowered.push(`${coordinate} would have ${now} in place of ${guard}.`);
    }
  }
  return lowered;
}

const kindOf = (guard: string): string => guard.split('(')[0] as string;

/** A scope or policy needs somebody who is known, too. */
const strongerThan = (kind: string, after: ReadonlyMap<string, string>): string | undefined =>
  kind === '@authenticated' ? (after.get('@requiresScopes') ?? after.get('@policy')) : undefined;

/** The alternatives of `@requiresScopes` or `@policy`, each a set that must be held whole; none for other directives. */
function alternativesOf(guard: string): ReadonlySet<string>[] {
  const list = /\((?:scopes|policies):\s*(\[.*\])\)$/s.exec(guard)?.[1];
  if (list === undefined) return [];
  const value: unknown = valueFromASTUntyped(parseConstValue(list));
  const sets = Array.isArray(value) ? (value as unknown[]) : [];
  return sets.map((set) => new Set(Array.isArray(set) ? set.map(String) : [String(set)]));
}

/** Whoever the new guard lets in, the old one lets in as well. */
function isAsStrict(before: string, now: string): boolean {
  if (kindOf(before) !== kindOf(now)) return true;
  const old = alternativesOf(before);
  if (old.length === 0) return true;
  const fresh = alternativesOf(now);
  const covered = (set: ReadonlySet<string>): boolean =>
    old.some((needed) => [...needed].every((scope) => set.has(scope)));
  return fresh.length > 0 && fresh.every(covered);
}

/** Everything either of two records protects, with the guards of both. */
export function mergedGuards(first: Guards, second: Guards): Guards {
  const merged = new Map(first);
  for (const [coordinate, guards] of second)
    merged.set(coordinate, [...new Set([...(merged.get(coordinate) ?? []), ...guards])]);
  return merged;
}
