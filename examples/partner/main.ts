/**
 * Copies what a marketplace needs from its scoped endpoint: orders of its channel, their shipments, and the stock of
 * what was ordered.
 *
 *   npm run partner -- STATE_FILE [PAGES]
 *
 * After each page the cursor is kept in STATE_FILE: a run that ended early, or after PAGES pages, is continued by the
 * next one. After the last page the file is removed, and the next run starts from the newest order again.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { accessAs } from '../access.ts';

interface Order {
  readonly number: string;
  readonly status: string;
  readonly lines: readonly { readonly sku: string; readonly quantities: { readonly ordered: number } }[];
  readonly shipments: readonly {
    readonly isReturn: boolean;
    readonly milestone: string;
    readonly carrierService: { readonly name: string };
    readonly parcels: readonly { readonly trackingCode: string }[];
  }[];
}
interface Page<T> {
  readonly edges: readonly { readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ORDERS = `query Orders($after: String) {
  orders(first: 2, after: $after) {
    edges { node { number status
      lines { sku quantities { ordered } }
      shipments { isReturn milestone carrierService { name } parcels { trackingCode } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const STOCK = `query Stock($sku: ID!, $after: String) {
  stockPositions(sku: $sku, after: $after) {
    edges { node { availableToPromise } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const { url, token } = accessAs('partner', '/partner/graphql');

/** Data of one operation. @throws Error with the server's message and code */
async function ask<D>(query: string, variables: Readonly<Record<string, unknown>>): Promise<D> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: D;
    errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  };
  if (errors?.[0]) throw new Error(`${errors[0].message} (${errors[0].extensions?.code})`);
  if (!data) throw new Error(`The server answered ${response.status} without data.`);
  return data;
}

/** Units that can be promised of a SKU, over all locations. */
async function unitsOf(sku: string): Promise<number> {
  let units = 0;
  let after: string | null = null;
  for (;;) {
    const { stockPositions }: { stockPositions: Page<{ availableToPromise: number }> } = await ask(STOCK, {
      sku,
      after,
    });
    for (const { node } of stockPositions.edges) units += node.availableToPromise;
    if (!stockPositions.pageInfo.hasNextPage) return units;
    after = stockPositions.pageInfo.endCursor;
  }
}

function print({ number, status, lines, shipments }: Order): void {
  console.log(
    `order ${number} ${status}: ${lines.map((line) => `${line.quantities.ordered} x ${line.sku}`).join(', ')}`,
  );
  for (const { isReturn, milestone, carrierService, parcels } of shipments)
    for (const { trackingCode } of parcels)
      console.log(
        `  ${isReturn ? 'return' : 'parcel'} ${trackingCode} of ${carrierService.name}: ${milestone}`,
      );
}

const [stateFile, pages = 'Infinity'] = process.argv.slice(2);
if (stateFile === undefined)
  throw new Error('Name a file to keep the cursor in: npm run partner -- STATE_FILE [PAGES]');

const skus = new Set<string>();
let after: string | null = existsSync(stateFile) ? readFileSync(stateFile, 'utf8') : null;
if (after !== null) console.log('continued');
for (let page = 0; page < Number(pages); page++) {
  const { orders }: { orders: Page<Order> } = await ask(ORDERS, { after });
  for (const { node } of orders.edges) {
    print(node);
    for (const { sku } of node.lines) skus.add(sku);
  }
  after = orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null;
  if (after === null) {
    rmSync(stateFile, { force: true });
    console.log('complete');
    break;
  }
  writeFileSync(stateFile, after);
}
for (const sku of skus) console.log(`stock ${sku}: ${await unitsOf(sku)}`);
