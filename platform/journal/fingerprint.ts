import { createHash } from 'node:crypto';

/** JSON with sorted keys and without absent members: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical input. */
export function fingerprintOf(input: unknown): string {
  return createHash('sha256').update(canonicalJson(input)).digest('base64url');
}

/** One id for (principal, operation, key); hashed, so that neither is stored in clear or can run into the other. */
export function scopeId(principal: string, operation: string, key: string): string {
  return createHash('sha256')
    .update(canonicalJson([principal, operation, key]))
    .digest('base64url');
}
