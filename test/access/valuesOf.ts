/** Every value other than null that stands under a name in an answer. */
export function valuesOf(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name
      ? inner === null || (Array.isArray(inner) && inner.length === 0)
        ? []
        : [inner]
      : valuesOf(inner, name),
  );
}
