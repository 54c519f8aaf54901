import type { Attack } from '../attack.ts';
import { expectThat } from '../attack.ts';
import type { Target, Who } from '../target.ts';

const kind = 'cursors that are borrowed or edited';
const lists: Readonly<Record<string, string>> = {
  products: 'products(first: 1, after: $after) { edges { cursor } }',
  locations: 'locations(first: 1, after: $after) { edges { cursor } }',
  orders: 'orders(first: 1, after: $after) { edges { cursor } }',
  stockPositions: 'stockPositions(locationId: "wh-lesquin", first: 1, after: $after) { edges { cursor } }',
};

const page = (target: Target, list: string, after: unknown, as: Who = 'admin') =>
  target.ask(`query($after: String) { list: ${lists[list] ?? ''} }`, { variables: { after }, as });

async function cursorOf(target: Target, list: string): Promise<string | undefined> {
  const { json } = await page(target, list, undefined);
  return (json.data?.['list'] as { edges: { cursor: string }[] } | undefined)?.edges[0]?.cursor;
}

const changed = (cursor: string, change: (parts: unknown[]) => unknown): string =>
  Buffer.from(
    JSON.stringify(change(JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[])),
  ).toString('base64url');

const edits: Readonly<Record<string, (cursor: string) => string>> = {
  'an operator in place of a value': (cursor) =>
    changed(cursor, ([list]) => [list, { $gt: '' }, { $gt: '' }]),
  'an expression of the database': (cursor) => changed(cursor, ([list]) => [list, { $expr: true }]),
  'a list in place of a value': (cursor) => changed(cursor, ([list, ...key]) => [list, key, key]),
  'no value': (cursor) => changed(cursor, ([list]) => [list]),
  'a value too many': (cursor) => changed(cursor, (parts) => [...parts, 'x']),
  'an object of such values': (cursor) => changed(cursor, (parts) => ({ ...parts, length: parts.length })),
  'something behind it': (cursor) => `${cursor}AAAA`,
  'a NUL': (cursor) => `${cursor}\0`,
};

async function isBadInput(target: Target, list: string, after: unknown): Promise<void> {
  const { json, text } = await page(target, list, after);
  expectThat(
    json.errors?.[0]?.extensions?.['code'] === 'BAD_USER_INPUT',
    `${list} answered ${text.slice(0, 300)}.`,
  );
}

export const attacks: readonly Attack[] = [
  {
    name: 'of one list in all others',
    kind,
    short: true,
    run: async (target) => {
      for (const from of Object.keys(lists)) {
        const cursor = await cursorOf(target, from);
        if (cursor === undefined) continue;
        for (const to of Object.keys(lists)) if (to !== from) await isBadInput(target, to, cursor);
      }
    },
  },
  ...Object.entries(edits).map(([name, edit]): Attack => ({
    name: `with ${name}`,
    kind,
    run: async (target) => {
      for (const list of ['products', 'locations', 'stockPositions']) {
        const cursor = await cursorOf(target, list);
        expectThat(cursor !== undefined, `${list} has no cursor.`);
        await isBadInput(target, list, edit(cursor));
      }
    },
  })),
];
