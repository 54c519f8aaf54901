import { codedError } from '../errors/codedError.ts';

/** The arguments of a forward list. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** What a list is sorted by: its name, so that no other list takes its cursors, and the kind of each part of the key. */
export interface ListOrder {
  readonly list: string;
  readonly key: readonly ('text' | 'number')[];
}

/** One page of a list. */
export interface Page {
  readonly first: number;
  /** Sort key of the row before it; undefined for the first page. */
  readonly after: SortKey | undefined;
  readonly list: string;
}

/** A page as the SDL's connections want it. */
export interface Connection<N> {
  readonly edges: { readonly node: N; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A sort key: what the list is ordered by, ending in something unique. */
export type SortKey = readonly (string | number)[];

/** Largest page. */
export const maxPageSize = 100;

/** Longest cursor that is looked into. */
const maxCursorLength = 2_000;

/** Opaque text for a sort key of a list. */
export function encodeCursor(list: string, key: SortKey): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

const isOfKind = (part: unknown, kind: ListOrder['key'][number] | undefined): boolean =>
  kind === 'number' ? Number.isFinite(part) : kind === 'text' && typeof part === 'string';

/**
 * The sort key of a cursor; BAD_USER_INPUT when this list did not issue it. A cursor is a place in an order and opens no
 * row: whose rows follow is decided for the caller, whoever the cursor came from.
 */
export function decodeCursor(cursor: string, { list, key }: ListOrder): SortKey {
  try {
    if (cursor.length <= maxCursorLength) {
      const bytes = Buffer.from(cursor, 'base64url');
      // Decoding is lenient, issuing is not.
      if (bytes.toString('base64url') !== cursor) throw new Error('Not as it was issued.');
      const parsed: unknown = JSON.parse(bytes.toString('utf8'));
      const [of, ...parts] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
      const fits = parts.length === key.length && parts.every((part, index) => isOfKind(part, key[index]));
      if (of === list && fits) return parts as SortKey;
    }
  } catch {
    // Falls through to the one answer for every wrong cursor.
  }
  throw codedError('BAD_USER_INPUT', 'The cursor was not issued by this list; use an endCursor as it came.', {
    field: 'after',
  });
}

/** Size and start of a page. `after` is a sort key, undefined for the first page. @default first 20 */
export function readPage(args: PageArgs, order: ListOrder): Page {
  const first = args.first ?? 20;
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize) {
    throw codedError('BAD_USER_INPUT', `first is a whole number from 1 to ${maxPageSize}, not ${first}.`, {
      field: 'first',
    });
  }
  const after = args.after ?? undefined;
  return { first, after: after === undefined ? undefined : decodeCursor(after, order), list: order.list };
}

/** Make a page from up to `first + 1` rows read in order: the extra row only says that there is more. */
export function connectionOf<N>(rows: readonly N[], page: Page, keyOf: (row: N) => SortKey): Connection<N> {
  const edges = rows
    .slice(0, page.first)
    .map((node) => ({ node, cursor: encodeCursor(page.list, keyOf(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/**
 * Mongo filter for "after this key" in a list sorted by `fields` ascending (or `descending` all): the lexicographic
 * comparison spelled out. Wrap it in `trusted()` where filters are sanitised.
 */
export function afterFilter(
  fields: readonly string[],
  after: SortKey,
  descending = false,
): Record<string, unknown> {
  const operator = descending ? '$lt' : '$gt';
  const branches = fields.map((field, index) => ({
    ...Object.fromEntries(fields.slice(0, index).map((earlier, at) => [earlier, after[at]])),
    [field]: { [operator]: after[index] },
  }));
  return { $or: branches };
}
