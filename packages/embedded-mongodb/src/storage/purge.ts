import { afterPrefix } from '../bson/keys.ts';
import type { View } from './view.ts';

/** Removes up to `limit` entries whose keys start with `id`. True when none remain. */
export function purgeRange(view: View, space: 'records' | 'index', id: number, limit: number): boolean {
  const from = Buffer.alloc(4);
  from.writeUInt32BE(id);
  const entries = view.scan(space, { from, to: afterPrefix(from) }, false, limit);
  for (const { key } of entries) view.remove(space, key);
  return entries.length < limit;
}
